package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Leg;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.WaitingFor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorMeansTest {

    private static FakeLegRun run(boolean thenWait) {
        Leg leg = AnswerRuleTest.leg(Stage.SIGN_UP, new OperatorWork(List.of(), Map.of(), Map.of(), thenWait), Map.of());
        return new FakeLegRun(new LegOrder("o", "demo", null, "test", null, leg, null, "main", Set.of(), Instant.EPOCH));
    }

    @Test
    void handsTheLegToAPerson() {
        assertThat(new OperatorMeans().perform(run(false))).isEqualTo(
                new Outcome.NeedsPerson(Outcome.Reason.BY_DESIGN, "Please do this by hand: The leg.", null));
    }

    @Test
    void tellsThePersonHowToLeaveItToTheBank() {
        assertThat(new OperatorMeans().perform(run(true))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("\"handed in\""));
    }

    @Test
    void waitsForTheBankOnceItWasHandedIn() {
        assertThat(new OperatorMeans().perform(run(true).at(LegRun.Progress.HAPPENED))).isInstanceOfSatisfying(Outcome.NotYet.class,
                waits -> assertThat(waits.waitingFor()).isEqualTo(WaitingFor.BANK));
    }
}
