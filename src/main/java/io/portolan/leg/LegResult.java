package io.portolan.leg;

import java.time.Instant;

/**
 * The result of a leg, as it is kept.
 *
 * @param handle the place in the engine that waits for it
 * @param lookAgainAt when to look again, set where the outcome is to wait
 * @param notice what a person is to see to while it waits, or null
 */
public record LegResult(String onboarding, String leg, String handle, Outcome outcome, Instant lookAgainAt,
        Notice notice) {
}
