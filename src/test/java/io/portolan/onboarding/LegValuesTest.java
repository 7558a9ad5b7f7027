package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateForms;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.certificate.PublicKeys;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Value;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Places;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Service;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.tpp.SampleTpp;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegValuesTest {

    /** What the run itself, or the means, answers. */
    private static final Set<String> ANSWERED_ELSEWHERE = Set.of(Places.SERVICES, Places.SERVICE_NAMES, "generated.uuid", "account.login", Places.PASSWORD, Places.TOTP, Places.TOKEN);

    private final List<String> certificatesAsked = new ArrayList<>();
    private final List<String> redirectUrisGiven = new ArrayList<>();
    private final Environment environment = new Environment(Environment.Kind.LIVE, "https://bank.example", null, List.of(), null, null, false, false, false, null, List.of());
    private final Playbook playbook = new Playbook("xx-sample", "Sample Bank", List.of(), null, Playbook.Automation.PERMITTED, null, null,
            null, Map.of(), Map.of(), List.of(), null, null, Map.of(), Map.of("wien", new Playbook.Branch("Wien", Playbook.Branch.Scope.ACCESS, null, null, Map.of("aspsp", "EXAMXX01"), Map.of(), List.of())), null, List.of(), LocalDate.of(2026, 1, 1),
            Playbook.Confidence.PARTIAL, List.of(), Map.of("production", environment), Map.of());
    private final LegOrder order = new LegOrder("the-onboarding", "lantern", playbook, "production", null, null, "wien",
            TppProfile.MAIN, Set.of(Service.AIS), Instant.EPOCH);
    private final LegValues values = new LegValues(tpps(), certificates(), uses(), facts(), onboardings(), credentials(Optional.empty()), keys(), java.time.Clock.systemUTC());

    private static Tpps tpps() {
        return fake(Tpps.class, Map.of("find", Optional.of(SampleTpp.lantern()),
                "document", Optional.of(new Tpps.Document("logo", Tpps.Document.Kind.LOGO, "logo.png", "image/png", new byte[] {1}))), new ArrayList<>());
    }

    private Certificates certificates() {
        return fake(Certificates.class, Map.of("use", Optional.empty()), certificatesAsked);
    }

    private IdentityUses uses() {
        return fake(IdentityUses.class, Map.of(), redirectUrisGiven);
    }

    private static Facts facts() {
        return fake(Facts.class, Map.of("find", Optional.of("https://told.example")), new ArrayList<>());
    }

    private static Onboardings onboardings() {
        return fake(Onboardings.class, Map.of("find", Optional.of(new Onboarding("the-onboarding", "lantern", "xx-sample", null, "production", TppProfile.MAIN,
                Set.of(Service.AIS), Onboarding.Status.RUNNING, null, "v", "default", "the-registration", null, Instant.EPOCH, Instant.EPOCH, null,
                Set.of(), null, null, Map.of()))), new ArrayList<>());
    }

    private static PublicKeys keys() {
        return fake(PublicKeys.class, Map.of("address", Optional.of(URI.create("https://keys.tpp.example/jwks/lantern/live"))), new ArrayList<>());
    }

    private static Credentials credentials(Optional<Credential> found) {
        return fake(Credentials.class, Map.of("find", found), new ArrayList<>());
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, Map<String, Object> answers, List<String> asked) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            asked.add(List.of(arguments).toString());
            return answers.get(method.getName());
        });
    }

    static List<String> placesOfOurs() {
        return Places.meanings().keySet().stream().filter(place -> !ANSWERED_ELSEWHERE.contains(place))
                .filter(place -> !place.startsWith("certificate.") && !place.startsWith(Places.DISCOVERED)).toList();
    }

    static List<String> placesOfCertificates() {
        return Places.meanings().keySet().stream().filter(place -> place.startsWith("certificate.")).toList();
    }

    @ParameterizedTest
    @MethodSource("placesOfOurs")
    void hasAValueForEveryPlaceThatPlaybooksMayName(String place) {
        assertThat(values.value(place, order)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("placesOfCertificates")
    void looksForTheCertificateThatAPlaceNamesInAFormThatThereIs(String place) {
        var parts = place.split("\\.", 3);
        assertThat(values.value(place, order)).isEmpty();
        assertThat(certificatesAsked).containsExactly("[Place[onboarding=the-onboarding, registration=null, tpp=lantern, bank=xx-sample, environment=production], "
                + Certificate.Kind.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)) + ", live, VALUE]");
        assertThat(parts[2]).satisfiesAnyOf(form -> assertThat(CertificateForms.NAMES).contains(form), form -> assertThat(form).isEqualTo("uri"));
    }

    @ParameterizedTest
    @CsvSource({
        "tpp.legal-name, Lantern Payments GmbH", "tpp.country-name, Germany", "tpp.address, 'Deichstraße 1, 20459 Hamburg, DE'",
        "tpp.address.city, Hamburg", "tpp.vat-number, DE811907980", "tpp.roles, PSP_AI PSP_PI", "tpp.passported-to, AT CZ",
        "tpp.contact.e-mail, api@lantern-payments.example", "tpp.technical-contact.last-name, Lehmann",
        "tpp.trading-names, 'Lantern, Lantern Pay'", "tpp.authority-id, DE-BAFIN", "tpp.outbound-addresses, 198.51.100.0/28", "tpp.signatory.last-name, Petersen",
        "tpp.terms-url, https://lantern-payments.example/terms", "application.terms-url, https://lantern-payments.example/terms", "application.made-for.legal-name, Lantern Payments GmbH",
        "application.made-for.authorisation-number, 100200", "application.name.de, Laterne", "application.name.fr, Lantern", "application.description.de, Zeigt Konten",
        "application.name, Lantern", "application.redirect-uri, https://lantern-payments.example/callback",
        "environment.name, production", "environment.base-url, https://bank.example", "environment.api-url, https://bank.example",
        "onboarding.id, the-onboarding", "branch.key, wien", "branch.name, Wien", "branch.aspsp, EXAMXX01", "ask.register-url, https://told.example"
    })
    void saysWhatWeAre(String place, String text) {
        assertThat(values.value(place, order)).contains(new Value.Plain(text));
    }

    @Test
    void writesDownWhichRedirectUriTheBankIsGiven() {
        values.value("application.redirect-uris", order);
        assertThat(redirectUrisGiven).containsExactly("[Place[onboarding=the-onboarding, registration=null, tpp=lantern, bank=xx-sample, environment=production],"
                + " https://lantern-payments.example/callback]");
    }

    @Test
    void saysWhereBanksFindACertificate() {
        var seal = new Certificate("c", "lantern", Certificate.Kind.QSEALC, "live", null, "Seal", List.of(), null, "ab", "cd", true, Instant.EPOCH, null);
        var having = new LegValues(tpps(), fake(Certificates.class, Map.of("use", Optional.of(seal)), new ArrayList<>()), uses(), facts(), onboardings(),
                credentials(Optional.empty()), keys(), java.time.Clock.systemUTC());

        assertThat(having.value("certificate.qsealc.uri", order)).contains(new Value.Plain("https://keys.tpp.example/jwks/lantern/live"));
    }

    @Test
    void givesTheLogoInBase64ForBanksThatTakeItInTheirJson() {
        assertThat(values.value("application.logo-base64", order)).contains(new Value.Plain("AQ=="));
    }

    @Test
    void looksOnlyForTheCertificatesThatTheBankHasHandedOutWhereItKnowsNoOthers() {
        var own = new Environment(Environment.Kind.TEST, null, null, List.of(), null, null, true, false, false, null, List.of());
        var lent = new Playbook("xx-sample", "Sample Bank", List.of(), null, Playbook.Automation.PERMITTED, null, null, null, Map.of(), Map.of(), List.of(), null, null,
                Map.of(), Map.of(), null, List.of(), LocalDate.of(2026, 1, 1), Playbook.Confidence.PARTIAL, List.of(), Map.of("sandbox", own), Map.of());

        values.value("certificate.qwac.pem", new LegOrder("the-onboarding", "lantern", lent, "sandbox", null, null, null, TppProfile.MAIN,
                Set.of(Service.AIS), Instant.EPOCH));

        assertThat(certificatesAsked).containsExactly(
                "[Place[onboarding=the-onboarding, registration=null, tpp=lantern, bank=xx-sample, environment=sandbox], QWAC, xx-sample/sandbox, VALUE]");
    }

    @Test
    void givesTheLogoAsAFile() {
        assertThat(values.value("application.logo", order)).get().isInstanceOfSatisfying(Value.File.class,
                file -> assertThat(file.fileName()).isEqualTo("logo.png"));
    }

    @ParameterizedTest
    @CsvSource({"tpp.unheard-of", "tpp.contact.age", "application.colour", "nothing", "environment.weather", "branch.weather"})
    void hasNothingForWhatThereIsNot(String place) {
        assertThat(values.value(place, order)).isEmpty();
    }

    @Test
    void hasNothingForAFieldThatOurProfileLeavesOut() {
        var bare = new TppProfile("Bare", null, null, "DE", null, null, null, null, null, null, null, null, null, null, null);
        var poor = new LegValues(fake(Tpps.class, Map.of("find", Optional.of(new Tpp("bare", bare)), "document", Optional.empty()),
                new ArrayList<>()), certificates(), uses(), facts(), onboardings(), credentials(Optional.empty()), keys(), java.time.Clock.systemUTC());
        assertThat(List.of("tpp.vat-number", "tpp.address.city", "tpp.contact.phone", "tpp.roles", "application.name", "application.logo"))
                .allSatisfy(place -> assertThat(poor.value(place, order)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"ISSUED, true", "USABLE, true", "SUPERSEDED, false", "REVOKED, false", "LOST, false"})
    void knowsWhetherACredentialOfTheRegistrationMayBeUsed(Credential.State state, boolean current) {
        assertThat(values.isCurrent("client-secret", order)).isEmpty();
        var kept = new Credential("the-registration", "client-secret", CredentialKind.CLIENT_SECRET, java.util.Set.of(), true, state, null, Instant.EPOCH, Instant.EPOCH);
        var holding = new LegValues(tpps(), certificates(), uses(), facts(), onboardings(), credentials(Optional.of(kept)), keys(), java.time.Clock.systemUTC());
        assertThat(holding.isCurrent("client-secret", order)).contains(current);
    }
}
