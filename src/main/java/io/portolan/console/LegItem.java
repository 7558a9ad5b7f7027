package io.portolan.console;

import io.portolan.leg.LegState;
import io.portolan.onboarding.LegView;
import java.time.Instant;

/**
 * A leg as a row of the page of its onboarding; {@code state} and {@code means} are what the diagram is painted by.
 *
 * @param round which time the onboarding has come to it
 */
record LegItem(String id, int number, String stage, String title, String means, String meansLabel, BadgeView state,
        TimeView since, String why, int round, String worked) {

    static LegItem of(LegView leg, int number, int round, Instant now) {
        return new LegItem(leg.id(), number, Wording.of(leg.stage()), leg.title(), Wording.word(leg.by()),
                Wording.of(leg.by()), BadgeView.of(leg.state()), isTouched(leg) ? TimeView.of(leg.since(), now) : null, leg.why(),
                round, TimeView.length(leg.worked()));
    }

    private static boolean isTouched(LegView leg) {
        return leg.state() != LegState.PENDING && leg.state() != LegState.SKIPPED;
    }
}
