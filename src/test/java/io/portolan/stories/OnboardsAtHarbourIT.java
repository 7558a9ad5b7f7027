package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Journal;
import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.ProofLevel;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OnboardsAtHarbourIT extends HarbourStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Journal journal;

    @Test
    void takesATppFromSignUpToAProvenAccess() {
        var onboarding = start(aTpp());

        var done = awaitStatus(onboarding.id(), Status.DONE);

        assertThat(onboardings.legs(done.id())).extracting(leg -> leg.state()).containsOnly(LegState.DONE);
        assertThat(BANK.control().counts().accounts()).isEqualTo(1);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
        assertThat(BANK.control().counts().subscriptions()).isEqualTo(2);
        assertThat(BANK.control().counts().secretsGenerated()).isEqualTo(1);
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(registrations.proofs(registration.id())).isNotEmpty()
                .allSatisfy(proof -> assertThat(proof.level()).isEqualTo(ProofLevel.DATA))
                .allSatisfy(proof -> assertThat(proof.controlled()).isTrue());
        assertThat(credentials.of(registration.id())).extracting(Credential::name)
                .containsExactlyInAnyOrder("client-id", "api-key", "client-secret");
        assertThat(journal.verify(done.id()).intact()).isTrue();
    }
}
