package io.portolan.onboarding;

import io.portolan.leg.LegState;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Stage;
import java.time.Duration;
import java.time.Instant;

/**
 * A leg of an onboarding as people and clients see it.
 *
 * @param since when it came into its state
 * @param why what shows its state, for people; may be null
 * @param lookAgainAt when it is looked at again, or null
 * @param worked how long it was acted on in all
 * @param reference the bank's own reference, or null
 * @param promisedBy by when the bank has promised an answer, or null
 * @param reminders how often the bank was reminded by letter in this wait
 */
public record LegView(String id, Stage stage, String title, MeansName by, LegState state, Instant since, String why,
        Instant lookAgainAt, Duration worked, String reference, Instant promisedBy, int reminders) {
}
