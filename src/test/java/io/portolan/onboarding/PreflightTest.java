package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.leg.SampleOrders;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final String LEG = "- {id: a, stage: sign-up, by: operator, title: A, instruct: Do it.}\n";
    private static final String NEEDS = "needs: {registrations: [{unit: es-hub, environment: production}]}\n";

    private final Registrations registrations = mock(Registrations.class);
    private final Tpps tpps = mock(Tpps.class);
    private final Playbooks playbooks = mock(Playbooks.class);
    private final Preflight preflight = new Preflight(new ReadRequest(playbooks, tpps, null), tpps, null, registrations,
            mock(JdbcOnboardings.class), playbooks, Clock.systemUTC());

    @BeforeEach
    void addATpp() {
        when(tpps.find("lantern")).thenReturn(Optional.of(SampleTpp.lantern()));
    }

    @Test
    void findsThatTheRegistrationAtAHubIsMissingWhereNothingCanStartIt() {
        assertThat(preflight.of(wish())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("registration-missing");
            assertThat(finding.about()).isEqualTo("es-hub");
        });
    }

    @Test
    void takesTheRegistrationOfThatEnvironmentOnly() {
        when(registrations.held("lantern", "es-hub", null, "sandbox", TppProfile.MAIN)).thenReturn(Optional.of(mock(Registration.class)));
        assertThat(preflight.of(wish())).extracting(Preflight.Finding::code).containsExactly("registration-missing");

        when(registrations.held("lantern", "es-hub", null, "production", TppProfile.MAIN)).thenReturn(Optional.of(mock(Registration.class)));
        assertThat(preflight.of(wish())).isEmpty();
    }

    private static Wish wish() {
        var yaml = SampleOrders.yaml("xx-paper", "base-url: https://bank.example\nhosts: [bank.example]\n", LEG) + NEEDS;
        var playbook = SampleOrders.playbook("xx-paper", yaml);
        var route = playbook.environments().get("sandbox").routes().get(0);
        return new Wish("lantern", new Playbooks.Versioned(playbook, "0".repeat(64), "xx-paper.yaml"), "sandbox", null, TppProfile.MAIN,
                Set.of(Service.AIS), route);
    }
}
