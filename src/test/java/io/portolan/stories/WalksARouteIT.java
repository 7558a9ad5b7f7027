package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.journal.Journal;
import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WalksARouteIT extends ScriptedStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Journal journal;

    @Test
    void endsWithAnActiveRegistrationThatHoldsWhatTheBankHandedOut() {
        var tpp = aTpp();

        var done = awaitStatus(start(tpp, "AIS").id(), Status.DONE);

        assertThat(onboardings.legs(done.id())).extracting(leg -> leg.id() + " " + leg.state()).containsExactly(
                "create-application DONE", "subscribe-payments SKIPPED", "approval DONE", "collect-credentials DONE",
                "organisation-id DONE", "verify-access DONE");
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(registration.method()).isEqualTo(Registration.Method.PORTAL);
        assertThat(credentials.of(registration.id())).extracting(Credential::name).containsExactly("client-id", "client-secret");
        assertThat(credentials.of(registration.id())).extracting(Credential::state).containsOnly(Credential.State.USABLE);
        assertThat(registrations.proofs(registration.id())).hasSize(1).allMatch(proof -> proof.controlled());
        assertThat(journal.verify(done.id()).intact()).isTrue();
        assertThat(journal.of(done.id())).extracting(entry -> entry.act().name())
                .startsWith("onboarding-started", "pre-flight-passed").endsWith("onboarding-done");
    }

    @Test
    void rejectsASecondOnboardingWhileOneRunsAndAfterOneIsDone() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new io.portolan.leg.Outcome.NotYet(io.portolan.playbook.WaitingFor.BANK, "Pending", null));
        var first = start(tpp, "AIS");
        awaitStatus(first.id(), Status.WAITING_FOR_BANK);

        assertThatThrownBy(() -> start(tpp, "AIS")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("already-onboarding");
            assertThat(refused.about()).containsEntry("onboarding", first.id());
        });

        var other = aTpp();
        var done = awaitStatus(start(other, "AIS").id(), Status.DONE);
        assertThatThrownBy(() -> start(other, "AIS")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("already-registered");
            assertThat(refused.about()).containsEntry("registration", done.registration());
        });
    }

    @Test
    void startsOnceWhenManyAskAtTheSameTime() throws Exception {
        var tpp = aTpp();
        var pool = Executors.newFixedThreadPool(6);
        try {
            Callable<String> ask = () -> {
                try {
                    return start(tpp, "AIS").id();
                } catch (Refused refused) {
                    return refused.code();
                }
            };
            var answers = pool.invokeAll(List.of(ask, ask, ask, ask, ask, ask)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception broken) {
                    return broken.toString();
                }
            }).toList();
            assertThat(answers).filteredOn(answer -> answer.startsWith("already-")).hasSize(5);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void saysWhatIsUnknownAndWhatWasProbablyMeant() {
        var tpp = aTpp();
        refused(new StartRequest("nobody", "xx-quay", null, "sandbox", null, List.of("AIS"), null), "unknown-tpp");
        refused(new StartRequest(tpp, "xx-qay", null, "sandbox", null, List.of("AIS"), null), "unknown-bank", "Did you mean \"xx-quay\"?");
        refused(new StartRequest(tpp, "xx-quay", null, "sandbx", null, List.of("AIS"), null), "unknown-environment", "Did you mean \"sandbox\"?");
        refused(new StartRequest(tpp, "xx-quay", null, "sandbox", null, List.of("AISS"), null), "unknown-service", "Did you mean \"AIS\"?");
        refused(new StartRequest(tpp, "xx-quay", null, "sandbox", null, List.of(), null), "missing-field");
        refused(new StartRequest(tpp, "xx-quay", "wien", "sandbox", null, List.of("AIS"), null), "unknown-branch");
        refused(new StartRequest(tpp, "xx-quay", null, "sandbox", null, List.of("AIS"), "other"), "unknown-route");
        refused(new StartRequest(tpp, "xx-quay", null, "sandbox", null, List.of("CAF"), null), "pre-flight-failed", "PSP_IC");
    }

    private void refused(StartRequest request, String code, String... words) {
        assertThatThrownBy(() -> startOnboarding.with(request, "user:story")).isInstanceOfSatisfying(Refused.class,
                refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    for (var word : words) {
                        assertThat(refused.getMessage()).contains(word);
                    }
                });
    }

    @Test
    void asksOnlyForTheLegsOfTheServicesThatAreWanted() {
        var tpp = aTpp();
        var task = awaitTask(start(tpp, "AIS", "PIS").id());
        assertThat(task.leg()).isEqualTo("subscribe-payments");
        assertThat(task.data()).extracting(datum -> datum.text()).containsExactly("DE123456788");
        assertThat(leg(task.onboarding(), "subscribe-payments").state()).isEqualTo(LegState.WITH_PERSON);
    }
}
