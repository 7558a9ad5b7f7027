package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Leg;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.WaitingFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorMeansTest {

    private final List<LegRun> prepared = new ArrayList<>();
    private final OperatorMeans means = new OperatorMeans(prepared::add);

    private static FakeLegRun run(boolean thenWait) {
        Leg leg = AnswerRuleTest.leg(Stage.SIGN_UP, new OperatorWork(List.of(), Map.of(), Map.of(), Map.of(), thenWait), Map.of());
        return new FakeLegRun(new LegOrder("o", "demo", null, "test", null, leg, null, "main", Set.of(), Instant.EPOCH));
    }

    @Test
    void handsTheLegToAPerson() {
        assertThat(means.perform(run(false))).isEqualTo(
                new Outcome.NeedsPerson(Outcome.Reason.BY_DESIGN, "Please do this by hand: The leg.", null));
    }

    @Test
    void tellsThePersonHowToLeaveItToTheBank() {
        assertThat(means.perform(run(true))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("\"handed in\""));
    }

    @Test
    void waitsForTheBankOnceItWasHandedIn() {
        assertThat(means.perform(run(true).at(LegRun.Progress.HAPPENED))).isInstanceOfSatisfying(Outcome.NotYet.class,
                waits -> assertThat(waits.waitingFor()).isEqualTo(WaitingFor.BANK));
    }

    @Test
    void makesReadyWhatSomebodySignsUpWithBeforeTheyAreAskedAndNotAfter() {
        var run = run(true);
        means.perform(run);
        assertThat(prepared).containsExactly(run);
        means.perform(run(true).at(LegRun.Progress.HAPPENED));
        assertThat(prepared).containsExactly(run);
    }
}
