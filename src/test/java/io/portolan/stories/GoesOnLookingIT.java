package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.WaitingFor;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A wait goes on while people are asked beside it, and whoever answers first carries it on. */
class GoesOnLookingIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);
    private static final int LOOKS = 60;

    @Autowired StartOnboarding startings;
    @Autowired AnswerForBank answerForBank;

    private String startAtMole(String tpp) {
        return startings.with(new StartRequest(tpp, "xx-mole", null, "sandbox", null, List.of("AIS"), null), "user:story").id();
    }

    private static void isPending(String tpp, int looks) {
        for (int look = 0; look < looks; look++) {
            ScriptedMeans.next(tpp, "approval", PENDING);
        }
    }

    private void complete(Task task, PersonAnswer answer, Map<String, String> values, String note) {
        worklist.complete(task.id(), new Worklist.Completion(answer, values, note), "user:ada");
    }

    private Task awaitTask(String id, Outcome.Reason reason) {
        await().until(() -> openTasks(id).stream().anyMatch(task -> reason.name().equals(task.reason())));
        return openTasks(id).stream().filter(task -> reason.name().equals(task.reason())).findFirst().orElseThrow();
    }

    private void agreeOn(String id, Instant slot) {
        awaitLeg(id, "agree-slot", LegState.WITH_PERSON);
        complete(awaitTask(id, Outcome.Reason.BY_DESIGN), PersonAnswer.DONE, Map.of("slot", slot.toString(), "proof", "T-1"), null);
    }

    @Test
    void looksOnWhilePeopleAreAskedAndWithdrawsTheQuestionsWhenThePortalSaysYes() {
        var tpp = aTpp();
        isPending(tpp, 7);
        var id = startAtMole(tpp);
        var overdue = awaitTask(id, Outcome.Reason.OVERDUE);
        var escalation = awaitTask(id, Outcome.Reason.ESCALATION);
        assertThat(List.of(overdue, escalation)).extracting(Task::kind).containsOnly(Task.Kind.WAIT);
        assertThat(overdue.outcomes()).contains(PersonAnswer.HANDED_IN, PersonAnswer.AGAIN, PersonAnswer.DONE, PersonAnswer.REJECTED);
        var seen = ScriptedMeans.runs(tpp, "approval");
        await().until(() -> ScriptedMeans.runs(tpp, "approval") > seen + 1);
        assertThat(onboardings.find(id).orElseThrow().status()).isIn(Status.WAITING_FOR_BANK, Status.RUNNING);

        agreeOn(id, Instant.now());
        awaitStatus(id, Status.DONE);
        assertThat(worklist.find(overdue.id()).orElseThrow().state()).isEqualTo(Task.State.SUPERSEDED);
        assertThat(worklist.find(escalation.id()).orElseThrow().state()).isEqualTo(Task.State.SUPERSEDED);
    }

    @Test
    void asksTheSameOnlyOnceAtATime() {
        var tpp = aTpp();
        isPending(tpp, LOOKS);
        var id = startAtMole(tpp);
        awaitTask(id, Outcome.Reason.ESCALATION);
        var seen = ScriptedMeans.runs(tpp, "approval");
        await().until(() -> ScriptedMeans.runs(tpp, "approval") > seen + 4);
        assertThat(openTasks(id)).extracting(Task::reason).containsExactlyInAnyOrder("OVERDUE", "ESCALATION");
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.REJECTED, Set.of(), "No.", null, null, null), "user:story");
        await().until(() -> openTasks(id).size() == 1 && openTasks(id).get(0).kind() == Task.Kind.REJECTION);
    }

    @Test
    void goesOnByThePersonsWordThoughThePortalStillShowsPending() {
        var tpp = aTpp();
        isPending(tpp, LOOKS);
        var id = startAtMole(tpp);
        complete(awaitTask(id, Outcome.Reason.OVERDUE), PersonAnswer.DONE, Map.of(), "approved on the telephone");
        awaitLeg(id, "approval", LegState.DONE);
        await().until(() -> openTasks(id).stream().noneMatch(task -> task.kind() == Task.Kind.WAIT));
        agreeOn(id, Instant.now());
        awaitStatus(id, Status.DONE);
    }

    @Test
    void decidesOnARejectionThatAPersonHasHeardAndStopsWhereOneGivesUp() {
        var tpp = aTpp();
        isPending(tpp, LOOKS);
        var id = startAtMole(tpp);
        complete(awaitTask(id, Outcome.Reason.OVERDUE), PersonAnswer.REJECTED, Map.of(), "no licence for this country");
        awaitLeg(id, "approval", LegState.REJECTED);
        assertThat(awaitTask(id).question()).contains("no licence for this country");

        var other = aTpp();
        isPending(other, LOOKS);
        var given = startAtMole(other);
        complete(awaitTask(given, Outcome.Reason.OVERDUE), PersonAnswer.GIVE_UP, Map.of(), "not worth it");
        awaitStatus(given, Status.FAILED);
        assertThat(openTasks(given)).extracting(Task::kind).doesNotContain(Task.Kind.WAIT);
    }

    @Test
    void withdrawsTheQuestionsAsTheBankSpeaksByWebhookAndWaitsForItsPromise() {
        var tpp = aTpp();
        isPending(tpp, LOOKS);
        var id = startAtMole(tpp);
        awaitTask(id, Outcome.Reason.ESCALATION);
        var promised = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.ACKNOWLEDGED, Set.of(), "In review.", "C-9", promised, null), "token:bank");
        await().until(() -> openTasks(id).isEmpty());
        var seen = ScriptedMeans.runs(tpp, "approval");
        await().until(() -> ScriptedMeans.runs(tpp, "approval") > seen + 3);
        assertThat(openTasks(id)).isEmpty();
        assertThat(leg(id, "approval")).extracting("reference", "promisedBy").containsExactly("C-9", promised);
    }

    @Test
    void takesAnyNumberOfQuestionsAndWaitsOnAfterEach() {
        var tpp = aTpp();
        isPending(tpp, LOOKS);
        var id = startAtMole(tpp);
        for (int question = 1; question <= 3; question++) {
            awaitLeg(id, "approval", LegState.WAITING);
            answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.QUESTION, Set.of(), "Question " + question, null, null, null), "mail");
            var task = awaitTask(id, Outcome.Reason.BANK_ASKS);
            assertThat(task.question()).isEqualTo("Question " + question);
            complete(task, PersonAnswer.HANDED_IN, Map.of(), "answered by mail");
        }
        awaitLeg(id, "approval", LegState.WAITING);
        var seen = ScriptedMeans.runs(tpp, "approval");
        await().until(() -> ScriptedMeans.runs(tpp, "approval") > seen);
    }

    @Test
    void beginsAgainAtTheLegThatGetsANewLinkWhenTheOldOneIsNoLongerGood() {
        var tpp = aTpp();
        for (int look = 0; look < 4; look++) {
            ScriptedMeans.next(tpp, "receive-link", run -> run.round().number() > 1 ? ScriptedMeans.asAsked(run) : PENDING.apply(run));
        }
        var id = startAtMole(tpp);
        agreeOn(id, Instant.now());
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "request-link")).isEqualTo(2);
    }

    @Test
    void switchesAtTheAgreedTimeAndNotBefore() {
        var tpp = aTpp();
        var id = startAtMole(tpp);
        var slot = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        agreeOn(id, slot);
        awaitLeg(id, "switch-certificate", LegState.WAITING);
        assertThat(leg(id, "switch-certificate").lookAgainAt()).isEqualTo(slot);
        assertThat(ScriptedMeans.runs(tpp, "switch-certificate")).isZero();
        awaitStatus(id, Status.DONE);
        assertThat(Instant.now()).isAfterOrEqualTo(slot);
        assertThat(ScriptedMeans.runs(tpp, "switch-certificate")).isEqualTo(1);
    }

    @Test
    void losesNoAnswerThatComesTwiceOverByTwoWays() {
        var tpp = aTpp();
        isPending(tpp, 2);
        var id = startAtMole(tpp);
        awaitLeg(id, "approval", LegState.WAITING);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(), "yes", null, null, null), "token:bank");
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(), "yes", null, null, null), "mail");
        agreeOn(id, Instant.now());
        awaitStatus(id, Status.DONE);
        assertThat(onboardings.legs(id)).extracting("id", "state").contains(tuple("approval", LegState.DONE));
    }
}
