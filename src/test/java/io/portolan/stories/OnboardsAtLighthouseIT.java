package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.portal.RealBrowser;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("browser")
class OnboardsAtLighthouseIT extends CoastStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;

    @Test
    void worksAPortalOfComponentsWithASecondFactor() {
        RealBrowser.require();
        var onboarding = start(aTpp(), "xx-lighthouse");

        var done = awaitStatus(onboarding.id(), Status.DONE);

        assertThat(onboardings.legs(done.id())).extracting(leg -> leg.state()).containsOnly(LegState.DONE);
        var counts = bank("xx-lighthouse").counts();
        assertThat(counts.accounts()).isEqualTo(1);
        assertThat(counts.applications()).isEqualTo(1);
        assertThat(counts.subscriptions()).isEqualTo(2);
        assertThat(counts.secretsGenerated()).isEqualTo(1);
        assertThat(bank("xx-lighthouse").applications().get(0).get("branch").asText()).isEqualTo("North Pier");
        assertThat(registrations.find(done.registration()).orElseThrow().standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(credentials.of(done.registration())).extracting(Credential::name).containsExactlyInAnyOrder("client-id", "client-secret");
    }
}
