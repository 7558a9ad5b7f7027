package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.GoBack;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hand-drawn route with two gates side by side, as at banks that approve a subscription and a certificate apart from each other. */
class WalksADrawnRouteIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);

    @Autowired AnswerForBank answerForBank;
    @Autowired GoBack goBack;
    @Autowired WithdrawOnboarding withdrawOnboarding;

    @Test
    void goesOnOnlyOnceBothGatesAreOpenEachByAnAnswerOfItsOwn() {
        var tpp = aTpp();
        var id = atBothGates(tpp);

        say(id, "certificate-approval");
        awaitLeg(id, "certificate-approval", LegState.DONE);
        assertThat(leg(id, "subscription").state()).isEqualTo(LegState.WAITING);
        awaitStatus(id, Status.WAITING_FOR_BANK);
        say(id, "subscription");

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "verify-access")).isEqualTo(1);
    }

    @Test
    void refusesAnAnswerThatMayBeForEitherGate() {
        var tpp = aTpp();
        var id = atBothGates(tpp);

        assertThatThrownBy(() -> say(id, null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("leg-needed");
            assertThat(refused.getMessage()).contains("subscription, certificate-approval");
        });

        assertThat(leg(id, "subscription").state()).isEqualTo(LegState.WAITING);
        assertThat(leg(id, "certificate-approval").state()).isEqualTo(LegState.WAITING);
        say(id, "subscription");
        awaitLeg(id, "subscription", LegState.DONE);
        say(id, null);
        awaitStatus(id, Status.DONE);
    }

    @Test
    void waitsForUsAsLongAsOneOfTheTwoDoes() {
        var tpp = aTpp();
        var id = atBothGates(tpp);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.REJECTED, Set.of(), "The chain is missing.", null, null, null,
                "certificate-approval"), "user:story");
        var task = awaitTask(id);
        assertThat(task.leg()).isEqualTo("certificate-approval");
        awaitStatus(id, Status.WAITING_FOR_US);
        say(id, "subscription");
        awaitLeg(id, "subscription", LegState.DONE);
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);

        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), "sent with its chain"), "user:ada");

        await().until(() -> ScriptedMeans.runs(tpp, "send-certificate") == 2);
        assertThat(ScriptedMeans.runs(tpp, "create-client")).isEqualTo(1);
        assertThat(leg(id, "subscription").state()).isEqualTo(LegState.DONE);
        await().until(() -> leg(id, "certificate-approval").state() != LegState.PENDING);
        finish(tpp, id);
    }

    private void finish(String tpp, String id) {
        await().until(() -> !openTasks(id).isEmpty() || onboardings.find(id).orElseThrow().status() == Status.DONE);
        openTasks(id).forEach(task -> worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada"));
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "verify-access")).isEqualTo(1);
    }

    @Test
    void leavesBothGatesWhereItGoesBackToBeforeThem() {
        var tpp = aTpp();
        var id = atBothGates(tpp);
        say(id, "certificate-approval");
        awaitLeg(id, "certificate-approval", LegState.DONE);

        goBack.to(id, "create-client", "Another name was wanted.", "user:ada");

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-client")).isEqualTo(2);
        assertThat(ScriptedMeans.runs(tpp, "verify-access")).isEqualTo(1);
    }

    @Test
    void isWithdrawnFromBothGatesAtOnce() {
        var tpp = aTpp();
        var id = atBothGates(tpp);
        assertThat(withdrawOnboarding.with(id, "No longer wanted.", "user:ada").existsAtBank())
                .containsExactly("Create the client (done)", "Send the certificate (done)");
        assertThat(leg(id, "subscription").state()).isEqualTo(LegState.STOPPED);
        assertThat(leg(id, "certificate-approval").state()).isEqualTo(LegState.STOPPED);
    }

    private String atBothGates(String tpp) {
        ScriptedMeans.next(tpp, "subscription", PENDING);
        ScriptedMeans.next(tpp, "certificate-approval", PENDING);
        var id = startAt(tpp, "xx-lock", "AIS").id();
        awaitLeg(id, "subscription", LegState.WAITING);
        awaitLeg(id, "certificate-approval", LegState.WAITING);
        awaitStatus(id, Status.WAITING_FOR_BANK);
        return id;
    }

    private void say(String id, String leg) {
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(), null, null, null, null, leg), "user:story");
    }
}
