package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final String LEG = "- {id: a, stage: sign-up, by: operator, title: A, instruct: Do it.}\n";
    private static final String NEEDS = "needs: {registrations: [{unit: es-hub, environment: production}]}\n";

    private final Registrations registrations = mock(Registrations.class);
    private final Tpps tpps = mock(Tpps.class);
    private final Preflight preflight = new Preflight(null, tpps, null, registrations, Clock.systemUTC());

    @BeforeEach
    void addATpp() {
        when(tpps.find("lantern")).thenReturn(Optional.of(SampleTpp.lantern()));
    }

    @Test
    void findsThatTheRegistrationAtAHubIsMissing() {
        theHubHas();

        assertThat(preflight.of(wish())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("registration-missing");
            assertThat(finding.about()).isEqualTo("es-hub");
        });
    }

    @Test
    void takesNoRegistrationOfAnotherEnvironmentForIt() {
        theHubHas("sandbox");
        assertThat(preflight.of(wish())).extracting(Preflight.Finding::code).containsExactly("registration-missing");

        theHubHas("sandbox", "production");
        assertThat(preflight.of(wish())).isEmpty();
    }

    private void theHubHas(String... environments) {
        var found = List.of(environments).stream().map(environment -> {
            var registration = mock(Registration.class);
            when(registration.environment()).thenReturn(environment);
            return registration;
        }).toList();
        var active = new Registrations.Filter("lantern", "es-hub", Registration.Standing.ACTIVE);
        when(registrations.page(eq(active), isNull(), anyInt())).thenReturn(new Registrations.Page(found, null));
    }

    private static Wish wish() {
        var yaml = SampleOrders.yaml("xx-paper", "base-url: https://bank.example\nhosts: [bank.example]\n", LEG) + NEEDS;
        var playbook = SampleOrders.playbook("xx-paper", yaml);
        var route = playbook.environments().get("sandbox").routes().get(0);
        return new Wish("lantern", new Playbooks.Versioned(playbook, "0".repeat(64), "xx-paper.yaml"), "sandbox", null, TppProfile.MAIN,
                Set.of(Service.AIS), route);
    }
}
