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
 */
public record LegView(String id, Stage stage, String title, MeansName by, LegState state, Instant since, String why,
        Instant lookAgainAt, Duration worked) {
}
