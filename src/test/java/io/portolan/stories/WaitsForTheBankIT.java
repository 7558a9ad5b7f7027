package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Worklist;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class WaitsForTheBankIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);

    @Autowired AnswerForBank answerForBank;
    @Autowired BankAnswers answers;
    @Autowired Registrations registrations;

    @Test
    void looksAgainAtOnceWhenTheBankAnswers() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(leg(id, "approval").lookAgainAt()).isAfter(Instant.now().plusSeconds(3600));

        say(id, BankAnswer.Kind.APPROVED);

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(2);
    }

    @Test
    void looksAgainByItselfAtTheTimeThatTheLookSaid() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", Instant.now().plusMillis(300)));
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(2);
    }

    @Test
    void readsAnAnswerThatCameBeforeItsLegWasReached() throws Exception {
        var tpp = aTpp();
        var mayGoOn = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "create-application", run -> waitFor(mayGoOn, run));
        ScriptedMeans.next(tpp, "approval", run -> run.answer().isPresent() ? ScriptedMeans.asAsked(run) : PENDING.apply(run));
        var id = start(tpp, "AIS").id();
        awaitLeg(id, "create-application", LegState.RUNNING);

        say(id, BankAnswer.Kind.APPROVED);
        mayGoOn.countDown();

        awaitStatus(id, Status.DONE);
    }

    @Test
    void readsAnAnswerThatCameWhileTheLegWasLooking() throws Exception {
        var tpp = aTpp();
        var looking = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "approval", run -> {
            looking.countDown();
            waitFor(mayGoOn, run);
            return PENDING.apply(run);
        });
        var id = start(tpp, "AIS").id();
        assertThat(looking.await(20, TimeUnit.SECONDS)).isTrue();

        say(id, BankAnswer.Kind.APPROVED);
        mayGoOn.countDown();

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(2);
    }

    @Test
    void readsNoApprovalASecondTimeWhereItCameWhileItsLegWasFinishing() {
        var tpp = aTpp();
        var id = new AtomicReference<String>();
        ScriptedMeans.next(tpp, "approval", run -> {
            id.set(run.order().onboarding());
            say(run.order().onboarding(), BankAnswer.Kind.APPROVED);
            return ScriptedMeans.asAsked(run);
        });
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        assertThat(answers.unread(id.get())).isEmpty();
    }

    @Test
    void readsBothOfTwoAnswersThatComeAtOnce() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> {
            say(run.order().onboarding(), BankAnswer.Kind.ACKNOWLEDGED);
            say(run.order().onboarding(), BankAnswer.Kind.APPROVED);
            return PENDING.apply(run);
        });
        ScriptedMeans.next(tpp, "approval", run -> run.answer().isPresent() ? ScriptedMeans.asAsked(run) : PENDING.apply(run));
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.DONE);
        assertThat(answers.unread(id)).isEmpty();
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = BankAnswer.Kind.class, names = {"REJECTED", "QUESTION"})
    void doesNotGoLiveOverWhatTheBankSaidWhileTheLastLegWasFinishing(BankAnswer.Kind kind) {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "verify-access", run -> {
            say(run.order().onboarding(), kind);
            return ScriptedMeans.asAsked(run);
        });
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        assertThat(task.leg()).isEqualTo("verify-access");
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), "sorted out"), "user:ada");
        awaitStatus(id, Status.DONE);
    }

    @Test
    void isGrantedWhatTheBankApprovedFromTheDayThatItSaid() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS", "PIS").id();
        worklist.complete(awaitTask(id).id(), new Worklist.Completion(PersonAnswer.NOT_NEEDED, Map.of(), null), "user:ada");
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var effectiveFrom = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(Service.AIS), null, null, null, effectiveFrom), "user:story");
        awaitLeg(id, "verify-access", LegState.WAITING);
        assertThat(leg(id, "verify-access").why()).contains("works from");
        var registration = registrations.find(awaitStatus(id, Status.DONE).registration()).orElseThrow();
        assertThat(Instant.now()).isAfterOrEqualTo(effectiveFrom);
        assertThat(registration.granted()).containsExactly(Service.AIS);
        assertThat(registration.effectiveFrom()).isEqualTo(effectiveFrom);
    }

    private static Outcome waitFor(CountDownLatch latch, LegRun run) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return ScriptedMeans.asAsked(run);
    }

    @Test
    void asksAPersonWhatToDoWhenTheBankRejects() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);

        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.REJECTED, Set.of(), "The logo is too small.", "R-7", null, null), "user:story");

        var task = awaitTask(id);
        assertThat(task.question()).contains("The logo is too small.");
        assertThat(leg(id, "approval").state()).isEqualTo(LegState.REJECTED);
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);
    }

    @Test
    void asksAPersonWhenTheBankHasAQuestionAndGoesOnWhenItApprovesMeanwhile() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.QUESTION, Set.of(), "Which countries?", null, null, null), "user:story");
        var task = awaitTask(id);
        assertThat(task.question()).isEqualTo("Which countries?");

        say(id, BankAnswer.Kind.APPROVED);

        awaitStatus(id, Status.DONE);
        await().until(() -> worklist.find(task.id()).orElseThrow().state() == io.portolan.worklist.Task.State.SUPERSEDED);
    }

    @Test
    void saysThatAnOnboardingIsOverToALateAnswer() {
        var id = start(aTpp(), "AIS").id();
        awaitStatus(id, Status.DONE);
        assertThatThrownBy(() -> say(id, BankAnswer.Kind.APPROVED)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("onboarding-finished"));
    }

    private void say(String id, BankAnswer.Kind kind) {
        answerForBank.with(id, new AnswerForBank.Said(kind, Set.of(), null, null, null, null), "user:story");
    }
}
