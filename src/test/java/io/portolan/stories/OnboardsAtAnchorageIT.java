package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.ProofLevel;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OnboardsAtAnchorageIT extends CoastStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;

    @Test
    void registersByACallThatIsAnswered401AndMakesItAgainWhereItsAnswerIsLost() {
        bank("xx-anchorage").mischief("loseAnswerTo", "/v1/consents");

        var done = awaitStatus(start(aTpp(), "xx-anchorage").id(), Status.DONE);

        assertThat(bank("xx-anchorage").count("firstCalls")).isEqualTo(2);
        assertThat(bank("xx-anchorage").counts().applications()).isEqualTo(1);
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.method()).isEqualTo(Registration.Method.API);
        assertThat(registration.health()).isEqualTo(Registration.Health.OK);
        assertThat(registrations.proofs(registration.id())).isNotEmpty().allSatisfy(proof -> {
            assertThat(proof.level()).isEqualTo(ProofLevel.DATA);
            assertThat(proof.controlled()).isTrue();
        });
        assertThat(credentials.of(registration.id())).extracting(Credential::name).containsExactly("client-id");
    }
}
