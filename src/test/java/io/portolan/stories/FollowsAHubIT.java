package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.Captures;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.WaitingFor;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.RevealCredential;
import io.portolan.vault.Secret;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members of a hub follow what the hub's registration changes later of that which they have taken from it. */
class FollowsAHubIT extends ScriptedStory {

    @Autowired Captures captures;
    @Autowired Credentials credentials;
    @Autowired RevealCredential reveal;
    @Autowired AnswerForBank answerForBank;
    @Autowired Journal journal;

    @Test
    void handsANewSecretAndANewIdToAMemberThatIsLiveAndToOneThatIsUnderWay() {
        var tpp = aTpp();
        var live = awaitStatus(startAt(tpp, "xx-basin-east", "AIS").id(), Status.DONE);
        ScriptedMeans.next(tpp, "activate", run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null));
        var used = new AtomicReference<String>();
        ScriptedMeans.next(tpp, "activate", run -> {
            used.set(value(run, "captured.hub-secret") + " " + value(run, "captured.client-id"));
            return new Outcome.Done("Activated");
        });
        var running = startAt(tpp, "xx-basin-west", "AIS");
        awaitLeg(running.id(), "activate", LegState.WAITING);
        var hub = hub(tpp);

        handIn(hub.registration(), "new-at-the-hub");
        awaitValue(live, "hub-secret", "new-at-the-hub");
        handIn(hub.registration(), "newer-at-the-hub");
        awaitValue(live, "hub-secret", "newer-at-the-hub");
        credentials.keepValue(hub.registration(), "client-id", CredentialKind.CLIENT_ID, "client-2", null, "user:ada");
        awaitValue(live, "client-id", "client-2");
        await().until(() -> captures.latest(running.id(), "client-id").orElseThrow().value().equals("client-2"));

        assertThat(credentials.find(live.registration(), "hub-secret").orElseThrow().kind()).isEqualTo(CredentialKind.CLIENT_SECRET);
        await().until(() -> tookAnew(live.registration()) == 3 && tookAnew(running.id()) >= 2);
        answerForBank.with(running.id(), new AnswerForBank.Said(BankAnswer.Kind.QUESTION, Set.of(), "Which key is it?", null, null, null), "user:story");
        worklist.complete(awaitTask(running.id()).id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");
        await().until(() -> used.get() != null);
        assertThat(used.get()).isEqualTo("newer-at-the-hub client-2");
        assertThat(journal.of(live.registration())).extracting(entry -> String.valueOf(entry.act().detail()))
                .noneMatch(detail -> detail.contains("at-the-hub\"") || detail.contains("newer-at"));
    }

    @Test
    void letsGoWhatTheHubHasRevokedAndSaysSo() {
        var tpp = aTpp();
        var live = awaitStatus(startAt(tpp, "xx-basin-east", "AIS").id(), Status.DONE);

        credentials.forget(hub(tpp).registration(), "client-secret", "user:ada");

        await().until(() -> credentials.find(live.registration(), "hub-secret").orElseThrow().state() == Credential.State.REVOKED);
        assertThat(awaitTask(live.id()).question()).contains("hub-secret", "xx-basin", "revoked");
        assertThat(credentials.find(live.registration(), "client-id").orElseThrow().state().isCurrent()).isTrue();
        handIn(hub(tpp).registration(), "given-anew");
        awaitValue(live, "hub-secret", "given-anew");
    }

    private long tookAnew(String chain) {
        return journal.of(chain).stream().filter(entry -> entry.act().name().equals("took-over-anew")).count();
    }

    private void awaitValue(Onboarding member, String name, String value) {
        await().until(() -> {
            if (!credentials.find(member.registration(), name).orElseThrow().state().isCurrent()) {
                return false;
            }
            try (var held = reveal.of(member.registration(), name, "The story looks.", "user:ada")) {
                return held.reveal(CharSequence::toString).equals(value);
            }
        });
    }

    private void handIn(String registration, String value) {
        try (var secret = Secret.of(value)) {
            credentials.handIn(registration, "client-secret", CredentialKind.CLIENT_SECRET, secret, null, "user:ada");
        }
    }

    private static String value(LegRun run, String place) {
        if (run.value(place) instanceof Value.Plain plain) {
            return plain.text();
        }
        try (var secret = ((Value.Hidden) run.value(place)).secret()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    private Onboarding hub(String tpp) {
        return onboardings.page(new Onboardings.Filter(tpp, "xx-basin", null, null), null, 1).items().get(0);
    }
}
