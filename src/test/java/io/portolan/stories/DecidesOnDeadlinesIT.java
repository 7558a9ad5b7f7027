package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.WaitingFor;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deadline leads back by itself only where nothing is done twice by that; otherwise a person decides, and nothing runs meanwhile. */
class DecidesOnDeadlinesIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> WITHOUT_KEY = run -> new Outcome.Done("as scripted, without a key");
    private static final Function<LegRun, Outcome> ORDERED = run -> {
        run.intend("order the access");
        run.happened();
        return new Outcome.Done("ordered");
    };

    @Autowired AnswerForBank answerForBank;

    /** Starts one whose bank does not activate it in the first round. */
    private String startWaiting(String tpp) {
        for (int look = 0; look < 10; look++) {
            ScriptedMeans.next(tpp, "activation", run -> run.round().number() > 1 || run.answer().isPresent() ? ScriptedMeans.asAsked(run)
                    : new Outcome.NotYet(WaitingFor.BANK, "Pending", null));
        }
        return startAt(tpp, "xx-buoy", "AIS").id();
    }

    private Task awaitDecision(String id) {
        var task = awaitTask(id);
        assertThat(task.kind()).isEqualTo(Task.Kind.LEG);
        assertThat(task.leg()).isEqualTo("activation");
        assertThat(task.reason()).isEqualTo(Outcome.Reason.DEADLINE_PASSED.name());
        assertThat(task.question()).contains("The deadline of 2 seconds has passed.", "begin again at \"Ask for a key\"", "nothing is done twice");
        assertThat(leg(id, "activation").state()).isEqualTo(LegState.WITH_PERSON);
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);
        return task;
    }

    private void answer(Task task, PersonAnswer answer) {
        worklist.complete(task.id(), new Worklist.Completion(answer, Map.of(), "the bank was asked"), "user:ada");
    }

    @Test
    void beginsAgainByItselfWhereNothingWasOrderedAndNoCredentialCame() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "ask-for-key", WITHOUT_KEY);
        var id = startWaiting(tpp);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "ask-for-key")).isEqualTo(2);
    }

    @Test
    void asksAPersonWhereACredentialHasComeAndBeginsAgainByTheirWord() {
        var tpp = aTpp();
        var id = startWaiting(tpp);
        var task = awaitDecision(id);
        assertThat(ScriptedMeans.runs(tpp, "ask-for-key")).isEqualTo(1);
        answer(task, PersonAnswer.AGAIN);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "ask-for-key")).isEqualTo(2);
        assertThat(ScriptedMeans.runs(tpp, "order")).isEqualTo(2);
    }

    @Test
    void asksAPersonWhereWhatMayBeDoneOnlyOnceWasDoneAndDoesItNoSecondTime() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "ask-for-key", WITHOUT_KEY);
        ScriptedMeans.next(tpp, "order", ORDERED);
        var id = startWaiting(tpp);
        answer(awaitDecision(id), PersonAnswer.DONE);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "ask-for-key")).isEqualTo(1);
        assertThat(ScriptedMeans.runs(tpp, "order")).isEqualTo(1);
    }

    @Test
    void goesOnWithoutThePersonWhereTheBankAnswersAfterItsDeadline() {
        var tpp = aTpp();
        var id = startWaiting(tpp);
        var task = awaitDecision(id);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(), "late", null, null, null), "token:bank");
        awaitStatus(id, Status.DONE);
        await().until(() -> worklist.find(task.id()).orElseThrow().state() == Task.State.SUPERSEDED);
        assertThat(ScriptedMeans.runs(tpp, "ask-for-key")).isEqualTo(1);
    }
}
