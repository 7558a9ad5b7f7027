package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.SampleOrders;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final String LEG = "- {id: a, stage: sign-up, by: operator, title: A, instruct: Do it.}\n";
    private static final String HOSTS = "base-url: https://bank.example\nhosts: [bank.example]\n";
    private static final String NEEDS = "needs: {registrations: [{unit: es-hub, environment: production}]}\n";

    private final Registrations registrations = mock(Registrations.class);
    private final Tpps tpps = mock(Tpps.class);
    private final Playbooks playbooks = mock(Playbooks.class);
    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final Preflight preflight = new Preflight(new ReadRequest(playbooks, tpps, null), tpps, certificates, registrations,
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

    @Test
    void findsThatTheLicenceIsNotPassportedToTheBanksCountry() {
        assertThat(preflight.of(wish("needs: {passports: [DE, AT, FI]}\n"))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("passport-missing");
            assertThat(finding.about()).isEqualTo("FI");
            assertThat(finding.sentence()).contains("Finland");
        });
    }

    @Test
    void findsWhatOfACertificateIsNotAsInTheRegister() {
        certificates.add("lantern", Certificate.Kind.QWAC, "test", DemoAuthority.create("Demo", Clock.systemUTC()).qwac(DemoTpp.example()));
        var needs = "needs: {certificates: [{kind: QWAC, same-as-profile: [name, licence, roles]}]}\n";
        assertThat(preflight.of(wish(needs))).isEmpty();
        when(tpps.find("lantern")).thenReturn(Optional.of(onlyForAccounts()));
        assertThat(preflight.of(wish(needs))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("certificate-differs");
            assertThat(finding.sentence()).contains("QWAC has the roles \"PSP_AI PSP_PI\"", "are \"PSP_AI\"");
        });

        certificates.add("lantern", Certificate.Kind.QWAC, "test", DemoAuthority.create("Demo", Clock.systemUTC()).qwac(DemoTpp.numbered(7)));
        assertThat(preflight.of(wish(needs))).extracting(Preflight.Finding::sentence).hasSize(3)
                .anySatisfy(sentence -> assertThat(sentence).contains("Lantern Payments 7 GmbH", "Lantern Payments GmbH"))
                .anySatisfy(sentence -> assertThat(sentence).contains("PSDDE-BAFIN-200007", "PSDDE-BAFIN-100200"));
        assertThat(preflight.of(wish("needs: {certificates: [{kind: QWAC}]}\n"))).isEmpty();
    }

    @Test
    void asksForACertificateOnlyOfThoseWhoNeedIt() {
        assertThat(preflight.of(wish("needs: {certificates: [{kind: QSealC, only-for: [CAF]}, {kind: OBWAC, routes: [default], only-for: [CAF]}]}\n"))).isEmpty();
        assertThat(preflight.of(wish("needs: {certificates: [{kind: QSealC, routes: [default]}]}\n"))).singleElement()
                .satisfies(finding -> assertThat(finding.about()).isEqualTo("QSealC"));
    }

    @Test
    void asksWhereATestEnvironmentTakesOnlyRealCertificatesForThose() {
        var needs = "needs: {certificates: [{kind: QWAC}]}\n";
        certificates.add("lantern", Certificate.Kind.QWAC, "test", DemoAuthority.create("Demo", Clock.systemUTC()).qwac(DemoTpp.example()));
        assertThat(preflight.of(wishIn("real-certificates: true", needs))).singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("a QWAC for live environments"));
        certificates.add("lantern", Certificate.Kind.QWAC, "live", DemoAuthority.create("Demo", Clock.systemUTC()).qwac(DemoTpp.example()));
        assertThat(preflight.of(wishIn("real-certificates: true", needs))).isEmpty();
    }

    @Test
    void letsPeopleGoLiveWithoutACertificateOnlyWhereNothingAsksForOne() {
        assertThat(preflight.of(wishIn("kind: live", ""))).isEmpty();
        assertThat(preflight.of(wishIn("kind: live", "needs: {certificates: [{kind: QWAC}]}\n"))).extracting(Preflight.Finding::code)
                .containsExactly("certificate-missing");
    }

    @Test
    void findsABranchThatIsClosedOrNotSaid() {
        var branches = "branches: {old: {name: Old Town, scope: registration, closes-on: 2026-01-01}, new: {name: New Town, scope: registration}}\n";
        assertThat(preflight.of(wish(branches, "old"))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("branch-closed");
            assertThat(finding.sentence()).contains("Old Town", "2026-01-01");
        });
        assertThat(preflight.of(wish(branches, "new"))).isEmpty();
        assertThat(preflight.of(wish(branches, null))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("branch-missing");
            assertThat(finding.sentence()).contains("old, new");
        });
    }

    @Test
    void findsThatADocumentWhichTheBankIsHandedIsMissingOrHasExpired() {
        var leg = "- {id: a, stage: sign-up, by: operator, title: A, instruct: Do it., files: {The licence: '{{document.licence}}'}}\n";
        assertThat(preflight.of(wish("", null, leg))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("document-missing");
            assertThat(finding.about()).isEqualTo("licence");
        });

        when(tpps.document("lantern", "licence")).thenReturn(Optional.of(licence(LocalDate.of(2026, 1, 31))));
        assertThat(preflight.of(wish("", null, leg))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("document-expired");
            assertThat(finding.sentence()).contains("2026-01-31");
        });

        when(tpps.document("lantern", "licence")).thenReturn(Optional.of(licence(LocalDate.now())));
        assertThat(preflight.of(wish("", null, leg))).isEmpty();
    }

    @Test
    void findsThatTheKeyOfOurSealCannotSignAsTheBankWants() {
        certificates.add("lantern", Certificate.Kind.QSEALC, "test", DemoAuthority.create("Demo", Clock.systemUTC()).qseal(DemoTpp.example()));
        assertThat(preflight.of(wish("", null, signing("jws: {key: QSealC, alg: RS256}")))).isEmpty();
        assertThat(preflight.of(wish("", null, signing("http-signature: {key: QSealC, key-id: a, headers: [digest]}")))).isEmpty();

        assertThat(preflight.of(wish("", null, signing("jws: {key: QSealC, alg: ES256}")))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("key-cannot-sign");
            assertThat(finding.about()).isEqualTo("QSealC");
            assertThat(finding.sentence()).isEqualTo("This bank wants signatures by ES256, for which our QSealC has the wrong kind of key, RSA 2048."
                    + " It takes an EC key on P-256.");
        });
        assertThat(preflight.of(wish("", null, signing("http-signature: {key: QSealC, key-id: a, headers: [digest], algorithm: ecdsa-sha384}"))))
                .extracting(Preflight.Finding::code).containsExactly("key-cannot-sign");
        assertThat(preflight.of(wish("", null, signing("signed: {s: {text: a, by: {key: QSealC, alg: ES256}}}, headers: {X: '{{signed.s}}'}"))))
                .extracting(Preflight.Finding::code).containsExactly("key-cannot-sign");
    }

    private static String signing(String how) {
        return "- {id: a, stage: register-client, by: api, title: A, request: {method: POST, url: '{{environment.base-url}}/a', body: {a: b}, " + how + "}}\n";
    }

    private static Tpps.Document licence(LocalDate until) {
        return new Tpps.Document("licence", Tpps.Document.Kind.LICENCE, "licence.pdf", "application/pdf", new byte[] {1}, until);
    }

    private static Tpp onlyForAccounts() {
        var all = SampleTpp.lantern().profile();
        return new Tpp("lantern", new TppProfile(all.legalName(), all.tradingName(), all.legalForm(), all.country(), all.address(), all.website(),
                all.registerNumber(), all.vatNumber(), all.lei(), all.authority(), all.licenceNumber(), Set.of(TppProfile.Role.PSP_AI),
                all.passportedTo(), all.contacts(), all.applications()));
    }

    private static Wish wish() {
        return wish(NEEDS);
    }

    private static Wish wish(String needs) {
        return wish(needs, null);
    }

    private static Wish wish(String needs, String branch) {
        return wish(needs, branch, LEG);
    }

    private static Wish wish(String needs, String branch, String leg) {
        return wish(SampleOrders.yaml("xx-paper", HOSTS, leg) + needs, branch, Set.of(Service.AIS));
    }

    private static Wish wishIn(String environment, String needs) {
        var isKind = environment.startsWith("kind: ");
        var yaml = SampleOrders.yaml("xx-paper", HOSTS + (isKind ? "" : environment), LEG) + needs;
        return wish(isKind ? yaml.replace("kind: test", environment) : yaml, null, Set.of(Service.AIS));
    }

    private static Wish wish(String yaml, String branch, Set<Service> services) {
        var playbook = SampleOrders.playbook("xx-paper", yaml);
        var route = playbook.environments().get("sandbox").routes().get(0);
        return new Wish("lantern", new Playbooks.Versioned(playbook, "0".repeat(64), "xx-paper.yaml"), "sandbox", branch, TppProfile.MAIN,
                services, route);
    }
}
