package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.playbook.Service;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.TppProfile.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckCertificatesTest {

    private static final DemoAuthority AUTHORITY = DemoAuthority.create("Demo", Clock.systemUTC());
    private static final String QWAC = "needs: {certificates: [{kind: QWAC}]}\n";
    private static final String CALL = "- {id: a, stage: verify-access, by: api, title: Prove it, probe: {method: GET, url: '{{environment.base-url}}/a', tls: QWAC, proves: data}}\n";

    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final CheckCertificates check = new CheckCertificates(certificates);

    private Certificate qwac(String environment) {
        return certificates.add("lantern", Certificate.Kind.QWAC, environment, AUTHORITY.qwac(DemoTpp.example()));
    }

    private List<PreflightReport.Finding> at(Instant now, String keys, String legs) {
        return SampleRoutes.found(check, SampleRoutes.asked(SampleRoutes.wish(keys, null, legs), SampleTpp.lantern(), now));
    }

    @Test
    void wantsTheKindsThatTheBankAsksForAndThatMachinesUse() {
        assertThat(at(SampleRoutes.NOW, QWAC, SampleRoutes.LEG)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-missing");
            assertThat(finding.sentence()).isEqualTo("This bank asks for a QWAC for test environments, and there is none that is valid now.");
        });
        assertThat(at(SampleRoutes.NOW, "", CALL)).singleElement().satisfies(finding ->
                assertThat(finding.sentence()).isEqualTo("\"Prove it\" needs a QWAC for test environments, and there is none that is valid now."));
        assertThat(at(SampleRoutes.NOW, "", SampleRoutes.LEG)).isEmpty();
        qwac("live");
        assertThat(SampleRoutes.said(at(SampleRoutes.NOW, QWAC, SampleRoutes.LEG))).containsExactly("error certificate-missing");
        qwac("test");
        assertThat(SampleRoutes.said(at(SampleRoutes.NOW, QWAC, CALL))).containsExactly("fine certificate-valid");
    }

    @Test
    void tellsOneThatHasEndedFromOneThatIsNotValidYet() {
        var ours = qwac("test");
        assertThat(at(ours.notAfter().plusSeconds(1), QWAC, SampleRoutes.LEG)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-ended");
            assertThat(finding.sentence()).endsWith("ours ended on " + AskedRoute.day(ours.notAfter()) + ".");
        });
        assertThat(at(ours.notBefore().minusSeconds(1), QWAC, SampleRoutes.LEG)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-not-yet-valid");
            assertThat(finding.sentence()).contains("valid from " + AskedRoute.day(ours.notBefore()));
        });
    }

    @Test
    void warnsWhereTooLittleOfTheValidityIsLeft() {
        var ours = qwac("test");
        var legs = "- {id: a, stage: approval, by: operator, title: Ask, instruct: Do it., wait: {for: 60 days}}\n";
        assertThat(SampleRoutes.said(at(ours.notAfter().minus(Duration.ofDays(31)), QWAC, SampleRoutes.LEG))).containsExactly("fine certificate-valid");
        assertThat(at(ours.notAfter().minus(Duration.ofDays(8)), QWAC, SampleRoutes.LEG)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-ends-soon");
            assertThat(finding.severity()).isEqualTo(PreflightReport.Severity.WARNING);
            assertThat(finding.sentence()).contains("ends on " + AskedRoute.day(ours.notAfter()), "in 8 days");
        });
        assertThat(at(ours.notAfter().minus(Duration.ofDays(59)), QWAC, legs)).singleElement().satisfies(finding ->
                assertThat(finding.code()).isEqualTo("certificate-ends-before-live"));
        assertThat(SampleRoutes.said(at(ours.notAfter().minus(Duration.ofDays(61)), QWAC, legs))).containsExactly("fine certificate-valid");
    }

    @Test
    void findsWhatOfACertificateIsNotAsInTheRegister() {
        qwac("test");
        var needs = "needs: {certificates: [{kind: QWAC, same-as-profile: [name, licence, roles]}]}\n";
        assertThat(SampleRoutes.said(at(SampleRoutes.NOW, needs, SampleRoutes.LEG))).containsExactly("fine certificate-valid");
        var onlyForAccounts = SampleRoutes.lantern(Set.of(Role.PSP_AI), null, null);
        assertThat(SampleRoutes.found(check, SampleRoutes.asked(SampleRoutes.wish(needs, null, SampleRoutes.LEG), onlyForAccounts, SampleRoutes.NOW)))
                .first().satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("certificate-differs");
                    assertThat(finding.sentence()).contains("QWAC has the roles \"PSP_AI PSP_PI\"", "are \"PSP_AI\"");
                });

        certificates.add("lantern", Certificate.Kind.QWAC, "test", AUTHORITY.qwac(DemoTpp.numbered(7)));
        assertThat(at(SampleRoutes.NOW, needs, SampleRoutes.LEG)).filteredOn(finding -> finding.code().equals("certificate-differs"))
                .extracting(PreflightReport.Finding::sentence).hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).contains("Lantern Payments 7 GmbH", "Lantern Payments GmbH"))
                .anySatisfy(sentence -> assertThat(sentence).contains("PSDDE-BAFIN-200007", "PSDDE-BAFIN-100200"));
        assertThat(SampleRoutes.said(at(SampleRoutes.NOW, QWAC, SampleRoutes.LEG))).containsExactly("fine certificate-valid");
    }

    @Test
    void findsKeysIssuersAndRolesThatTheBankDoesNotTake() {
        qwac("test");
        assertThat(SampleRoutes.said(at(SampleRoutes.NOW, "needs: {certificates: [{kind: QWAC, max-rsa-bits: 1024, issuers: [D-Trust]}]}\n", SampleRoutes.LEG)))
                .containsExactly("error key-too-long", "error issuer-not-trusted", "fine certificate-valid");
        var forCards = SampleRoutes.wish(QWAC, null, SampleRoutes.LEG, "test", Set.of(Service.AIS, Service.CAF));
        assertThat(SampleRoutes.found(check, SampleRoutes.asked(forCards))).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-without-role");
            assertThat(finding.sentence()).contains("PSP_IC", "CAF");
        });
    }

    @Test
    void asksForACertificateOnlyOfThoseWhoNeedIt() {
        assertThat(at(SampleRoutes.NOW, "needs: {certificates: [{kind: QSealC, only-for: [CAF]}, {kind: OBWAC, routes: [default], only-for: [CAF]}]}\n", SampleRoutes.LEG)).isEmpty();
        assertThat(at(SampleRoutes.NOW, "needs: {certificates: [{kind: QSealC, routes: [default], in: [sandbox]}]}\n", SampleRoutes.LEG)).singleElement()
                .satisfies(finding -> assertThat(finding.about()).isEqualTo("QSealC"));
    }

    @Test
    void asksWhereATestEnvironmentTakesOnlyRealCertificatesForThose() {
        qwac("test");
        var asked = SampleRoutes.asked(SampleRoutes.wish(QWAC, null, SampleRoutes.LEG, "test\n    real-certificates: true", Set.of(Service.AIS)));
        assertThat(SampleRoutes.found(check, asked)).singleElement().satisfies(finding ->
                assertThat(finding.sentence()).isEqualTo("This bank asks for a QWAC for live environments, and there is none that is valid now."));
        qwac("live");
        assertThat(SampleRoutes.said(SampleRoutes.found(check, asked))).containsExactly("fine certificate-valid");
    }

    @Test
    void letsALiveOnboardingBeginWithoutACertificateOnlyWhereThePlaybookSaysThatTheyAreHandedOut() {
        var issuing = SampleRoutes.asked(SampleRoutes.wish("", null, SampleRoutes.LEG, "live\n    issues-certificates: true", Set.of(Service.AIS)));
        assertThat(SampleRoutes.said(SampleRoutes.found(check, issuing))).containsExactly("warning certificates-to-come");
        var other = SampleRoutes.asked(SampleRoutes.wish("", null, SampleRoutes.LEG, "live", Set.of(Service.AIS)));
        assertThat(SampleRoutes.said(SampleRoutes.found(check, other))).as("whatever its legs").containsExactly("error certificate-missing");
        certificates.add("lantern", Certificate.Kind.OBWAC, "live", AUTHORITY.qwac(DemoTpp.example()));
        assertThat(SampleRoutes.found(check, other)).isEmpty();
        assertThat(SampleRoutes.found(check, issuing)).isEmpty();
    }

    @Test
    void neverLetsALiveOnboardingStartWithoutACertificateWhateverElseIsFound() {
        var live = SampleRoutes.asked(SampleRoutes.wish("", null, SampleRoutes.LEG, "live", Set.of(Service.AIS)));
        assertThat(SampleRoutes.said(SampleRoutes.found(check, live))).containsExactly("error certificate-missing");
        var open = SampleRoutes.asked(SampleRoutes.wish("needs: {certificates: [{kind: OBWAC}]}\n", null, SampleRoutes.LEG, "live", Set.of(Service.AIS)));
        assertThat(SampleRoutes.found(check, open)).extracting(PreflightReport.Finding::about).containsExactly("OBWAC", "certificates");
        qwac("test");
        assertThat(SampleRoutes.said(SampleRoutes.found(check, live))).containsExactly("error certificate-missing");
        certificates.add("lantern", Certificate.Kind.QSEALC, "live", AUTHORITY.qseal(DemoTpp.example()));
        assertThat(SampleRoutes.found(check, live)).isEmpty();
    }
}
