package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final String NEEDS = "needs: {registrations: [{unit: es-hub, environment: production}]}\n";

    private final Registrations registrations = mock(Registrations.class);
    private final Tpps tpps = mock(Tpps.class);
    private final Playbooks playbooks = mock(Playbooks.class);
    private final JdbcOnboardings onboardings = mock(JdbcOnboardings.class);
    private final FurtherServices further = mock(FurtherServices.class);
    private final UniqueValues uniqueValues = mock(UniqueValues.class);
    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final ReadRequest readRequest = new ReadRequest(playbooks, tpps, certificates);
    private final Preflight preflight = new Preflight(readRequest, new ReadRoute(tpps, certificates, mock(JdbcAutomationConsents.class),
            new OnboardingSettings(Duration.ofDays(30)), new AskedLegs(), Clock.systemUTC()), List.of(new CheckLicence(), new CheckCertificates(certificates), new CheckKeys(certificates)),
            new CheckLeanings(readRequest, registrations, onboardings, playbooks), new CheckStanding(onboardings, further, uniqueValues), tpps);

    @BeforeEach
    void addATpp() {
        when(tpps.find("lantern")).thenReturn(Optional.of(SampleTpp.lantern()));
        when(playbooks.current(any())).thenReturn(Optional.empty());
        when(registrations.held(any(), any(), any(), any(), any())).thenReturn(Optional.empty());
        when(onboardings.running(any(), any(), any(), any(), any())).thenReturn(Optional.empty());
        when(uniqueValues.usedBy(any())).thenReturn(Optional.empty());
        when(further.leftOf(any(), any())).thenAnswer(call -> call.getArgument(0));
    }

    private PreflightReport of(String keys) {
        return preflight.of(SampleRoutes.wish(keys, null, SampleRoutes.LEG));
    }

    private void hold(String environment, Registration.Standing standing) {
        var held = mock(Registration.class);
        when(held.standing()).thenReturn(standing);
        when(registrations.held("lantern", "es-hub", null, environment, TppProfile.MAIN)).thenReturn(Optional.of(held));
    }

    @Test
    void findsThatTheRegistrationAtAHubIsMissingWhereNothingCanStartIt() {
        assertThat(of(NEEDS).errors()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("registration-missing");
            assertThat(finding.about()).isEqualTo("es-hub");
        });
        assertThat(of(NEEDS).isReady()).isFalse();
    }

    @Test
    void takesTheRegistrationOfThatEnvironmentOnly() {
        hold("sandbox", Registration.Standing.ACTIVE);
        assertThat(SampleRoutes.said(of(NEEDS).errors())).containsExactly("error registration-missing");

        hold("production", Registration.Standing.ACTIVE);
        assertThat(of(NEEDS).isReady()).isTrue();
        assertThat(SampleRoutes.said(of(NEEDS).fine())).contains("fine registration-held");

        hold("production", Registration.Standing.SUSPENDED);
        assertThat(SampleRoutes.said(of(NEEDS).warnings())).containsExactly("warning registration-suspended");
    }

    @Test
    void bringsAlongWhatWouldStandInTheWayAtTheHub() {
        var hub = SampleRoutes.wish("needs: {certificates: [{kind: QSealC}]}\n", null, SampleRoutes.LEG).playbook();
        when(playbooks.current("es-hub")).thenReturn(Optional.of(hub));
        var leaning = "needs: {registrations: [{unit: es-hub, environment: sandbox}]}\n";

        assertThat(of(leaning).errors()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-missing");
            assertThat(finding.sentence()).startsWith("At es-hub, sandbox, where this bank needs a registration: This bank asks for a QSealC");
        });
    }

    @Test
    void saysAllErrorsFirstThenWarningsThenWhatIsFine() {
        var wish = SampleRoutes.wish("needs: {certificates: [{kind: QWAC}, {kind: QSealC}]}\n", null, SampleRoutes.LEG, "live", Set.of(Service.PIS, Service.CAF));
        certificates.add("lantern", Certificate.Kind.QWAC, "live", DemoAuthority.create("Demo", Clock.systemUTC()).qwac(DemoTpp.example()));

        var report = preflight.of(wish);

        assertThat(SampleRoutes.said(report.findings())).containsExactly("error role-missing", "error certificate-missing", "warning certificate-without-role",
                "fine role-held", "fine certificate-valid");
        assertThat(new PreflightFailed(report)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("pre-flight-failed");
            assertThat(refused.getMessage()).contains("PSP_IC", "QSealC");
            assertThat(SampleRoutes.said(refused.findings())).containsExactly("error role-missing", "error certificate-missing", "warning certificate-without-role");
        });
    }

    @Test
    void takesTheServicesToWhichTheRolesReachWhereNoneIsNamedAndTheRouteThatFits() {
        when(playbooks.current("xx-paper")).thenReturn(Optional.of(SampleRoutes.wish("", null, SampleRoutes.LEG).playbook()));

        var looked = preflight.of(new StartRequest("lantern", "xx-paper", null, "sandbox", null, null, null));
        assertThat(looked.services()).containsExactly("AIS", "PIS");
        assertThat(looked).extracting(Preflight.Looked::route, Preflight.Looked::application, Preflight.Looked::kind).containsExactly("default", "main", "test");
        assertThat(looked.report().isReady()).isTrue();
        assertThat(preflight.of(new StartRequest("lantern", "xx-paper", null, "sandbox", null, List.of("CAF"), null)).report().isReady()).isFalse();
    }

    @Test
    void showsBeforeWhatAStartWouldRefuseByItself() {
        when(playbooks.current("xx-paper")).thenReturn(Optional.of(SampleRoutes.wish("unique-by: portal-account\n", null, SampleRoutes.LEG).playbook()));
        when(onboardings.running("lantern", "xx-paper", "", "sandbox", TppProfile.MAIN)).thenReturn(Optional.of("running-1"));
        when(uniqueValues.usedBy(any())).thenReturn(Optional.of("registration-1"));
        when(further.leftOf(any(), any())).thenThrow(Refused.conflict("already-registered", "It is there.", Map.of("registration", "registration-2")));

        var report = preflight.of(new StartRequest("lantern", "xx-paper", null, "sandbox", null, null, null)).report();

        assertThat(SampleRoutes.said(report.errors())).containsExactly("error already-onboarding", "error unique-value-used", "error already-registered");
        assertThat(report.errors()).extracting(PreflightReport.Finding::about).containsExactly("running-1", "registration-1", "registration-2");
        assertThat(report.errors().get(1).sentence()).contains("a portal account", "with a reason");
    }

    @Test
    void looksOnlyAtWhatIsLeftOfAWishWhereTheRestIsHeld() {
        var whole = SampleRoutes.wish("", null, SampleRoutes.LEG);
        when(playbooks.current("xx-paper")).thenReturn(Optional.of(whole.playbook()));
        when(further.leftOf(any(), any())).thenAnswer(call -> call.<Wish>getArgument(0).adding(Set.of(Service.PIS), whole.route()));

        var looked = preflight.of(new StartRequest("lantern", "xx-paper", null, "sandbox", null, List.of("AIS", "PIS"), null));

        assertThat(looked.services()).containsExactly("PIS");
        assertThat(SampleRoutes.said(looked.report().findings())).containsExactly("warning services-added", "fine role-held");
    }
}
