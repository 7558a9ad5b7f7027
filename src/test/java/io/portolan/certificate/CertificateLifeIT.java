package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.InMemoryJournal;
import io.portolan.refusal.Refused;
import io.portolan.vault.InMemoryVault;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of certificates from the request to the end. */
class CertificateLifeIT {

    private static final Clock NOW = Clock.fixed(OddCertificate.NOW, ZoneOffset.UTC);
    private static final KeyPair KEYS = SampleCertificates.keys("EC", 256);

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final PrivateKeys keys = new PrivateKeys(vault, NOW);
    private final List<Object> events = new ArrayList<>();
    private final JdbcIdentityUses uses = new JdbcIdentityUses(database, NOW);
    private final JdbcCertificates certificates = new JdbcCertificates(database, keys, new OneTpp(), uses, journal, events::add, NOW);
    private final JdbcCertificateRequests requests = new JdbcCertificateRequests(database, keys, new OneTpp(), journal, NOW);
    private final JdbcChoices choices = new JdbcChoices(database, certificates, journal, NOW);

    @BeforeEach
    void addTheTpp() {
        database.sql("insert into tpps values ('lantern', '{}', now())").update();
    }

    @Test
    void givesAnIssuedCertificateTheKeyOfItsRequest() throws Exception {
        var request = requests.make(wish("EC P-256"), "user:ada");
        assertThat(vault.names()).extracting("value").containsExactly("certificate/" + request.id() + "/key");
        var publicKey = new JcaPKCS10CertificationRequest(PemText.blocks(request.pem()).get(0).der()).getPublicKey();

        var issued = take(new OddCertificate().keys(new KeyPair(publicKey, null)).make(), null, null);

        assertThat(issued.hasKey()).isTrue();
        assertThat(issued.keySha256()).isEqualTo(request.keySha256());
        assertThat(KeyPairs.belongTogether(certificates.signingKey(issued), publicKey)).isTrue();
        assertThat(requests.find(request.id())).get().extracting(CertificateRequest::certificate).isEqualTo(issued.id());
        assertThat(requests.of("lantern")).hasSize(1);
        assertThat(journal.acts()).containsExactly("certificate-requested", "certificate-taken");
        assertThat(database.sql("select cast(r as text) from certificate_requests r").query(String.class).single()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void takesACertificateWithoutItsKeyAndTheKeyLater() {
        var made = new OddCertificate().keys(KEYS).make();
        var without = take(made, null, null);
        assertThat(without.hasKey()).isFalse();
        assertThat(certificates.inUse("lantern", Certificate.Kind.QWAC, "test")).contains(without);
        assertThatThrownBy(() -> certificates.signingKey(without)).isInstanceOf(IllegalStateException.class);

        var with = take(made, KEYS, null);

        assertThat(with.id()).isEqualTo(without.id());
        assertThat(with.hasKey()).isTrue();
        assertThat(KeyPairs.belongTogether(certificates.signingKey(with), KEYS.getPublic())).isTrue();
        assertThatThrownBy(() -> take(made, KEYS, null)).isInstanceOf(Refused.class).extracting("code").isEqualTo("certificate-already-taken");
        assertThat(journal.acts()).containsExactly("certificate-taken", "certificate-key-taken");
    }

    @Test
    void prefersOneWhoseKeyIsHereAndWhatAPersonHasChosen() {
        var longer = take(new OddCertificate().valid(OddCertificate.NOW, OddCertificate.NOW.plus(Duration.ofDays(600))).make(), null, null);
        var first = take(new OddCertificate().keys(KEYS).make(), KEYS, null);
        var second = take(new OddCertificate().keys(KEYS).organisationId("PSDDE-BAFIN-100200 ").valid(OddCertificate.NOW, OddCertificate.NOW.plus(Duration.ofDays(20))).make(), null, null);
        assertThat(second.hasKey()).as("the key came with the first").isTrue();
        assertThat(inUse("xx-harbour")).isEqualTo(first.id());

        choices.choose(second.id(), null, "user:ada");
        choices.choose(longer.id(), "xx-harbour", "user:ada");
        assertThat(inUse("xx-quay")).isEqualTo(second.id());
        assertThat(inUse(null)).isEqualTo(second.id());
        assertThat(inUse("xx-harbour")).isEqualTo(longer.id());
        assertThat(choices.of("lantern")).extracting(Choices.Choice::bank).containsExactly(null, "xx-harbour");

        choices.forget("lantern", "test", Certificate.Kind.QWAC, "xx-harbour", "user:ada");
        assertThat(inUse("xx-harbour")).isEqualTo(second.id());
        certificates.retire(second.id(), "replaced", "user:ada");
        assertThat(events).endsWith(new CertificateRetired(second.id()));
        assertThat(inUse("xx-harbour")).isEqualTo(first.id());
        assertThat(choices.of("lantern")).isEmpty();
        assertThatThrownBy(() -> choices.choose(second.id(), null, "user:ada")).isInstanceOf(Refused.class).extracting("code").isEqualTo("unsuitable-choice");
        assertThatThrownBy(() -> certificates.retire(second.id(), "", "user:ada")).isInstanceOf(Refused.class).extracting("code").isEqualTo("certificate-already-retired");
        assertThatThrownBy(() -> choices.forget("lantern", "test", Certificate.Kind.QWAC, null, "user:ada")).isInstanceOf(Refused.class).extracting("code").isEqualTo("unknown-choice");
    }

    @Test
    void showsWhatABankHasSuppliedToThatBankOnly() {
        var ours = take(new OddCertificate().keys(KEYS).make(), KEYS, null);
        var expired = new OddCertificate().organisationId("PSDXX-SANDBOX-1").valid(OddCertificate.NOW.minus(Duration.ofDays(9)), OddCertificate.NOW.minus(Duration.ofDays(1)));
        var theirs = take(expired.make(), expired.keys(), "xx-harbour");

        assertThat(inUse("xx-harbour")).isEqualTo(theirs.id());
        assertThat(inUse("xx-quay")).isEqualTo(ours.id());
        assertThat(certificates.findings(theirs)).extracting(Finding::code).contains("expired").doesNotContain("holder-number-differs");
        assertThatThrownBy(() -> choices.choose(theirs.id(), null, "user:ada")).isInstanceOf(Refused.class).extracting("code").isEqualTo("unsuitable-choice");
    }

    @Test
    void keepsWhatABankHasHandedOutForOneOfItsEnvironmentsToThat() {
        var theirs = certificates.take(new Upload("lantern", Certificate.Kind.QWAC, "xx-harbour/sandbox", null, null,
                CertificateForms.pem(new OddCertificate().organisationId("PSDXX-SANDBOX-1").make()).getBytes(StandardCharsets.US_ASCII), null, null), "user:ada");

        assertThat(theirs.bank()).isEqualTo("xx-harbour");
        assertThat(certificates.inUse("lantern", Certificate.Kind.QWAC, "xx-harbour/sandbox", "xx-harbour")).contains(theirs);
        assertThat(certificates.inUse("lantern", Certificate.Kind.QWAC, "test", "xx-harbour")).isEmpty();
    }

    @Test
    void knowsWhoHasACertificateItsKeyAndARedirectUri() {
        var first = take(new OddCertificate().keys(KEYS).make(), KEYS, null);
        var second = take(new OddCertificate().keys(KEYS).organisationId("PSDDE-BAFIN-100200-A").make(), null, null);
        choices.choose(second.id(), "xx-quay", "user:ada");
        choices.choose(first.id(), null, "user:ada");

        for (var manner : List.of(IdentityUses.Manner.TLS, IdentityUses.Manner.TLS, IdentityUses.Manner.VALUE)) {
            certificates.use(place("1", "xx-harbour"), Certificate.Kind.QWAC, "test", manner);
        }
        certificates.use(place("2", "xx-quay"), Certificate.Kind.QWAC, "test", IdentityUses.Manner.SIGNATURE);
        uses.redirectUri(place("2", "xx-quay"), "https://lantern.example/back");
        uses.redirectUri(place("2", "xx-quay"), "https://lantern.example/back");

        assertThat(uses.ofCertificate(first.id())).extracting(use -> use.bank() + " " + use.manner()).containsExactly("xx-harbour TLS", "xx-harbour VALUE");
        assertThat(uses.ofKey(first.keySha256())).extracting(IdentityUses.Use::bank).containsExactly("xx-harbour", "xx-harbour", "xx-quay");
        assertThat(uses.ofRedirectUri("lantern", "https://lantern.example/back")).extracting(IdentityUses.Use::onboarding).containsExactly("2");
        assertThat(uses.ofRedirectUri("another", "https://lantern.example/back")).isEmpty();
    }

    @Test
    void readsAndJudgesWithoutKeeping() {
        var hopeless = new OddCertificate().keys(SampleCertificates.keys("RSA", 512)).make();
        var read = certificates.read(new Upload("lantern", null, "live", null, null, CertificateForms.pem(hopeless).getBytes(StandardCharsets.US_ASCII), null, null));

        assertThat(read.findings()).extracting(Finding::code).contains("key-too-short");
        assertThat(certificates.of("lantern")).isEmpty();
    }

    private static CertificateWish wish(String keyType) {
        return new CertificateWish("lantern", Certificate.Kind.QWAC, "test", null, keyType, null, null, null, null, null, null, null, null, null);
    }

    private static IdentityUses.Place place(String onboarding, String bank) {
        return new IdentityUses.Place(onboarding, "lantern", bank, "sandbox");
    }

    private String inUse(String bank) {
        return certificates.inUse("lantern", Certificate.Kind.QWAC, "test", bank).orElseThrow().id();
    }

    private Certificate take(X509Certificate made, KeyPair pair, String bank) {
        try (var key = pair == null ? null : PemKey.written(pair.getPrivate())) {
            return certificates.take(new Upload("lantern", Certificate.Kind.QWAC, "test", bank, null, CertificateForms.pem(made).getBytes(StandardCharsets.US_ASCII), key, null),
                    "user:ada");
        }
    }
}
