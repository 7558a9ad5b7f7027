package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.refusal.Refused;
import io.portolan.tpp.SampleTpp;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;

class ReadUploadTest {

    private static final KeyPair KEYS = SampleCertificates.keys("RSA", 2048);
    private static final X509Certificate FLAWLESS = new OddCertificate().keys(KEYS).make();

    @Test
    void takesACertificateWithItsKeyAndKnowsItsKind() {
        var accepted = read(null, "live", null, CertificateForms.pem(FLAWLESS), KEYS, null);

        assertThat(accepted.kind()).isEqualTo(Certificate.Kind.QWAC);
        assertThat(accepted.chain()).containsExactly(FLAWLESS);
        assertThat(accepted.key()).isEqualTo(KEYS.getPrivate());
        assertThat(accepted.findings()).extracting(Finding::code).containsExactly("key-ages", "policy-other", "issuers-missing");
    }

    @Test
    void takesACertificateWithoutItsKey() {
        assertThat(read(Certificate.Kind.QWAC, "live", null, CertificateForms.pem(FLAWLESS), null, null).key()).isNull();
    }

    @Test
    void takesTheKeyFromTheSameText() {
        try (var key = PemKey.written(KEYS.getPrivate())) {
            var both = CertificateForms.pem(FLAWLESS) + key.reveal(CharSequence::toString);
            assertThat(read(null, "live", null, both, null, null).key()).isEqualTo(KEYS.getPrivate());
        }
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var now = OddCertificate.NOW;
        var hopeless = new OddCertificate().keys(SampleCertificates.keys("RSA", 512)).valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))).authority()
                .statements((ASN1Encodable) null).signedWith("MD5withRSA").subject(new X500Name("C=AT,O=Somebody Else,2.5.4.97=PSDAT-FMA-9,CN=Else")).make();

        var reasons = refusal(Certificate.Kind.QWAC, "prod", null, CertificateForms.pem(hopeless), KEYS);
        assertThat(reasons).containsOnlyKeys("environment", "key", "key-too-short", "signature-broken");
        assertThat(refusal(Certificate.Kind.QWAC, "live", null, CertificateForms.pem(hopeless), KEYS)).containsOnlyKeys("key", "key-too-short", "signature-broken",
                "not-qualified", "is-authority", "expired", "holder-other");
    }

    @Test
    void takesTheSameWithWarningsForASandbox() {
        var now = OddCertificate.NOW;
        var odd = new OddCertificate().keys(KEYS).valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))).authority().statements((ASN1Encodable) null)
                .subject(new X500Name("C=AT,O=Somebody Else,2.5.4.97=PSDAT-FMA-9,CN=Else")).make();

        assertThat(read(Certificate.Kind.QWAC, "test", null, CertificateForms.pem(odd), KEYS, null).findings()).extracting(Finding::code)
                .contains("expired", "is-authority", "not-qualified", "holder-other");
        assertThat(read(Certificate.Kind.QWAC, "test", "xx-harbour", CertificateForms.pem(odd), KEYS, null).findings()).extracting(Finding::code)
                .contains("expired").doesNotContain("holder-other");
    }

    @Test
    void doesNotLetABankSupplyALiveCertificate() {
        assertThat(refusal(Certificate.Kind.QWAC, "live", "xx-harbour", CertificateForms.pem(FLAWLESS), KEYS)).containsOnlyKeys("bank");
    }

    @Test
    void asksForTheKindThatTheCertificateDoesNotTell() {
        var plain = new OddCertificate().keys(KEYS).statements((ASN1Encodable) null).make();

        assertThat(refusal(null, "test", null, CertificateForms.pem(plain), KEYS)).containsOnlyKeys("kind");
    }

    @Test
    void refusesTheKeyOfAnotherCertificateAndAWrongKind() {
        assertThat(refusal(Certificate.Kind.QSEALC, "live", null, CertificateForms.pem(FLAWLESS), SampleCertificates.keys("RSA", 2048)))
                .containsOnlyKeys("key", "type-wrong");
    }

    @Test
    void saysOfBothFilesWhatIsWrongWithThem() {
        try (var key = Secret.of("no key")) {
            var refused = catchThrowableOfType(Refused.class, () -> ReadUpload.of(new Upload("lantern", Certificate.Kind.QWAC, "live", null, null,
                    "no certificate".getBytes(StandardCharsets.UTF_8), key, null), SampleTpp.lantern().profile(), OddCertificate.NOW));
            assertThat(refused.about()).containsOnlyKeys("chain", "key");
        }
    }

    private static Map<String, String> refusal(Certificate.Kind kind, String environment, String bank, String text, KeyPair keys) {
        var refused = catchThrowableOfType(Refused.class, () -> read(kind, environment, bank, text, keys, null));
        assertThat(refused.code()).isEqualTo("unsuitable-certificate");
        return refused.about();
    }

    private static ReadUpload.Accepted read(Certificate.Kind kind, String environment, String bank, String text, KeyPair keys, Secret password) {
        try (var key = keys == null ? null : PemKey.written(keys.getPrivate())) {
            return ReadUpload.of(new Upload("lantern", kind, environment, bank, null, text.getBytes(StandardCharsets.UTF_8), key, password),
                    SampleTpp.lantern().profile(), OddCertificate.NOW);
        }
    }
}
