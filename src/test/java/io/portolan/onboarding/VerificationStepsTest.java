package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.registration.Verification;
import io.portolan.registration.Verification.State;
import io.portolan.registration.Verification.Step;
import io.portolan.registration.Verifications;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerificationStepsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Kept kept = new Kept();
    private final VerificationSteps steps = new VerificationSteps("v-1", Stream.of("token", "call", "control").map(Step::planned).toList(), kept, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void tellsOfEachStepAsItBeginsAndOfWhatCameOfIt() {
        steps.doing("token");
        assertThat(kept.steps).extracting(Step::what, Step::isUnderWay).containsExactly(tuple("token", true), tuple("call", false), tuple("control", false));

        steps.evidence(4);
        steps.came("200");
        assertThat(kept.steps.get(0)).isEqualTo(new Step("token", NOW, NOW, "200", List.of(4L)));
        steps.end(State.PROVEN, "It works.");
        assertThat(kept.state).isEqualTo(State.PROVEN);
        assertThat(kept.steps.get(1).begunAt()).as("never made").isNull();
    }

    @Test
    void putsWhatWasNotPlannedWhereItIsDoneAndPassesOverWhatIsNot() {
        steps.doing("call");
        steps.came("401");
        steps.doing("renew");
        steps.doing("call");
        steps.came("200");
        steps.doing("control");

        assertThat(kept.steps).extracting(Step::what).containsExactly("token", "call", "renew", "call", "control");
        assertThat(kept.steps).extracting(Step::came).containsExactly(null, "401", null, "200", null);
        assertThat(kept.steps).extracting(Step::isUnderWay).containsExactly(false, false, false, false, true);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    /** Keeps what it was told last. */
    private static final class Kept implements Verifications {

        private List<Step> steps = List.of();
        private State state;

        @Override
        public Verification begin(String registration, List<Step> planned, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(String id, List<Step> its) {
            steps = List.copyOf(its);
        }

        @Override
        public void end(String id, State as, String said, List<Step> its) {
            state = as;
            steps = List.copyOf(its);
        }

        @Override
        public Optional<Verification> find(String registration, String id) {
            return Optional.empty();
        }

        @Override
        public List<Verification> of(String registration, int limit) {
            return List.of();
        }
    }
}
