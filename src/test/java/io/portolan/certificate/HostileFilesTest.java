package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.refusal.Refused;
import io.portolan.tpp.SampleTpp;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is handed in, there is an answer: it is taken, or refused with sentences. */
class HostileFilesTest {

    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 1500;

    @Test
    void answersEveryCertificateOfWhichSomeBytesWereChanged() throws Exception {
        var random = new Random(SEED);
        var der = new OddCertificate().make().getEncoded();
        for (int round = 0; round < ROUNDS; round++) {
            var changed = der.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            answers(changed, null);
        }
    }

    @Test
    void answersEveryCertificateThatIsCutOff() throws Exception {
        var der = new OddCertificate().make().getEncoded();
        var pem = CertificateForms.pem(new OddCertificate().make()).getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length < der.length; length += 3) {
            answers(Arrays.copyOf(der, length), null);
            answers(Arrays.copyOf(pem, Math.min(pem.length, length)), null);
        }
    }

    @Test
    void answersEveryKeyOfWhichSomeBytesWereChanged() {
        var random = new Random(SEED);
        var keys = SampleCertificates.keys("EC", 256);
        var file = CertificateForms.pem(new OddCertificate().keys(keys).make()).getBytes(StandardCharsets.US_ASCII);
        var der = keys.getPrivate().getEncoded();
        for (int round = 0; round < 300; round++) {
            var changed = der.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            answers(file, Base64.getEncoder().encodeToString(changed));
        }
    }

    static Stream<byte[]> bombs() {
        var deep = new byte[200_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        ASN1Encodable nested = new DERUTF8String("deep");
        for (int i = 0; i < 2000; i++) {
            nested = new DERSequence(nested);
        }
        var manyRoles = new ASN1Encodable[20_000];
        Arrays.fill(manyRoles, new DERUTF8String("role"));
        var inside = pem(new OddCertificate().statements((ASN1Encodable) null).with("1.3.6.1.5.5.7.1.3", false, deep));
        return Stream.of(deep, inside, Base64.getEncoder().encode(deep), new byte[500_000], "-----BEGIN ".repeat(50_000).getBytes(StandardCharsets.US_ASCII),
                "-----BEGIN CERTIFICATE-----".repeat(20_000).getBytes(StandardCharsets.US_ASCII), pem(new OddCertificate().psd2(new DERSequence(manyRoles))),
                pem(new OddCertificate().psd2(nested)), pem(new OddCertificate().statements(nested)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    void answersFilesThatAreMadeToBreakTheirReader(byte[] file) {
        answers(file, null);
        answers("x".getBytes(StandardCharsets.US_ASCII), new String(file, StandardCharsets.ISO_8859_1));
    }

    private static void answers(byte[] file, String key) {
        try (var secret = key == null ? null : Secret.of(key)) {
            var accepted = ReadUpload.of(new Upload("lantern", Certificate.Kind.QWAC, "test", null, null, file, secret, null), SampleTpp.lantern().profile(), OddCertificate.NOW);
            assertThat(accepted.findings()).allSatisfy(finding -> assertThat(finding.sentence()).isNotBlank());
        } catch (Refused refused) {
            assertThat(refused.code()).isEqualTo("unsuitable-certificate");
            assertThat(refused.about()).isNotEmpty();
            assertThat(refused).hasNoCause();
        }
    }

    private static byte[] pem(OddCertificate certificate) {
        return CertificateForms.pem(certificate.make()).getBytes(StandardCharsets.US_ASCII);
    }
}
