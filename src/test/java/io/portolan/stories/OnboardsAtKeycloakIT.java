package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.WithdrawRegistration;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.ProofLevel;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.keycloak.KeycloakBank;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import io.portolan.worklist.Worklist;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;

/** A bank that is a real server: an initial access token from a person, registration by the API, a token that only our certificate can use. */
@ResourceLock("keycloak")
class OnboardsAtKeycloakIT extends CoastStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Playbooks playbooks;
    @Autowired WithdrawRegistration withdraw;
    @Autowired Vault vault;

    @Test
    void registersItselfAndProvesAccessAtAServerThatNobodyHereHasWritten() {
        var keycloak = KeycloakBank.running();
        putPlaybook("xx-keycloak", keycloak.playbook("xx-keycloak.yaml"));
        playbooks.reload();
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith("xx-keycloak"));
        var tpp = aTpp();
        var qwac = KeycloakBank.AUTHORITY.qwac(DemoTpp.example());
        try (var key = Secret.of(qwac.keyPem())) {
            certificates.take(tpp, Certificate.Kind.QWAC, "live", "for Keycloak", qwac.chainPem(), key, "user:story");
        }

        var id = start(tpp, "xx-keycloak").id();
        var task = awaitTask(id);
        assertThat(task.leg()).isEqualTo("initial-token");
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("initial-token", keycloak.initialAccessToken()),
                "as the story goes"), "user:story");

        var done = awaitStatus(id, Status.DONE);
        assertThat(onboardings.legs(id)).extracting(leg -> leg.state()).containsOnly(LegState.DONE);
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.method()).isEqualTo(Registration.Method.API);
        assertThat(registration.health()).isEqualTo(Registration.Health.OK);
        assertThat(registrations.proofs(registration.id())).isNotEmpty().allSatisfy(proof -> {
            assertThat(proof.level()).isEqualTo(ProofLevel.DATA);
            assertThat(proof.controlled()).isTrue();
        });
        var listed = credentials.of(registration.id());
        assertThat(listed).filteredOn(each -> each.kind() == CredentialKind.REGISTRATION_ACCESS_TOKEN).extracting(Credential::state)
                .as("the one of the last answer, and the one that it has superseded").contains(Credential.State.USABLE, Credential.State.SUPERSEDED);
        var client = credentials.source(registration.id(), "client-id").orElseThrow();
        assertThat(keycloak.registered(client.value()).path("name").asText()).isEqualTo(tpps.find(tpp).orElseThrow().profile().applications()
                .get("main").name());

        // and it goes as it came: by a call of the bank's own protocol
        var leaving = withdraw.with(registration.id(), false, "The story is over.", "user:story").onboarding();
        awaitStatus(leaving.id(), Status.DONE);
        assertThat(keycloak.registered(client.value()).isMissingNode()).isTrue();
        assertThat(registrations.find(registration.id()).orElseThrow().standing()).isEqualTo(Registration.Standing.WITHDRAWN);
        assertThat(credentials.of(registration.id())).extracting(Credential::state).doesNotContain(Credential.State.ISSUED, Credential.State.USABLE);
        assertThat(credentials.namesInVault(registration.id())).noneMatch(name -> vault.holds(new SecretName(name)));
    }
}
