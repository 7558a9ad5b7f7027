package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateFileTest {

    private static final KeyPair KEYS = SampleCertificates.keys("EC", 256);
    private static final List<X509Certificate> CHAIN = new SampleCertificates().chain(KEYS, null);
    private static final String PEM = CHAIN.stream().map(CertificateForms::pem).collect(Collectors.joining());

    static Stream<Arguments> forms() throws Exception {
        var text = PEM;
        return Stream.of(
                form("PEM", text),
                form("PEM from Windows", text.replace("\n", "\r\n")),
                form("PEM without any line breaks", text.replace("\n", "")),
                form("PEM with spaces for line breaks", text.replace("\n", " ")),
                form("PEM as a program quotes it", text.replace("\n", "\\n")),
                form("PEM with escaped Windows line breaks", text.replace("\n", "\\r\\n")),
                form("PEM that is indented", text.replace("\n", "\n    ")),
                form("PEM with text around it", "Dear colleagues,\nhere it is:\n" + text.replace("-----END CERTIFICATE-----\n", "-----END CERTIFICATE-----\n and \n") + "Best regards"),
                form("PEM with bag attributes", "Bag Attributes\n    friendlyName: own\n    localKeyID: 01 02 \nsubject=C = DE, O = Lantern\n\nissuer=C = DE\n\n" + text),
                form("PEM of other labels", text.replace(" CERTIFICATE-----", " X509 CERTIFICATE-----")),
                form("PEM in UTF-16", text, StandardCharsets.UTF_16), form("PEM behind a byte order mark", "\ufeff" + text),
                form("PEM in UTF-16 of Windows without a mark", text, StandardCharsets.UTF_16LE), form("PEM from a page with invisible characters", text.replace("\n", "\u200b\n")),
                form("PEM quoted in a mail", "> " + text.replace("\n", "\n> ")), form("the base64 of PEM", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
                form("the base64 of PKCS #7 for addresses", Base64.getUrlEncoder().withoutPadding().encodeToString(bundle())),
                form("PKCS #7 under the label of a certificate", "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bundle()) + "\n-----END CERTIFICATE-----\n"),
                form("PKCS #7 as a chain", "-----BEGIN CERTIFICATE CHAIN-----\n" + Base64.getMimeEncoder().encodeToString(bundle()) + "\n-----END CERTIFICATE CHAIN-----\n"),
                Arguments.of("PKCS #7 in DER", bundle()), form("PKCS #7 in PEM", "-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(bundle())
                        + "\n-----END PKCS7-----\n"), form("the base64 of PKCS #7", Base64.getEncoder().encodeToString(bundle())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsAChainInEveryForm(String form, byte[] content) {
        assertThat(CertificateFile.read(content, null).certificates()).containsExactlyInAnyOrderElementsOf(CHAIN);
    }

    @Test
    void readsOneCertificateInDer() throws GeneralSecurityException {
        var der = CHAIN.get(0).getEncoded();

        assertThat(CertificateFile.read(der, null).certificates()).containsExactly(CHAIN.get(0));
        assertThat(read(Base64.getEncoder().encodeToString(der)).certificates()).containsExactly(CHAIN.get(0));
        assertThat(read(Base64.getMimeEncoder().encodeToString(der)).certificates()).containsExactly(CHAIN.get(0));
    }

    @Test
    void readsWhatOpensslCallsATrustedCertificate() throws GeneralSecurityException {
        var der = CHAIN.get(0).getEncoded();
        var trusted = Arrays.copyOf(der, der.length + 4);
        System.arraycopy(new byte[] {0x30, 2, 0x30, 0}, 0, trusted, der.length, 4);

        assertThat(read("-----BEGIN TRUSTED CERTIFICATE-----\n" + Base64.getEncoder().encodeToString(trusted) + "\n-----END TRUSTED CERTIFICATE-----\n").certificates())
                .containsExactly(CHAIN.get(0));
    }

    @Test
    void findsTheKeyBesideTheCertificate() {
        try (var key = PemKey.written(KEYS.getPrivate())) {
            var file = read(key.reveal(CharSequence::toString) + PEM);

            assertThat(file.certificates()).containsExactlyElementsOf(CHAIN);
            assertThat(file.keys()).hasSize(1).allSatisfy(each -> assertThat(KeyPairs.belongTogether(each, KEYS.getPublic())).isTrue());
        }
    }

    static Stream<Arguments> others() throws Exception {
        var der = CHAIN.get(0).getEncoded();
        return Stream.of(
                form("", ""), form("", " \n"), form("expected as PEM", "nothing"), form("expected as PEM", "äöü"),
                form("cut off", PEM.substring(0, PEM.length() / 2)), form("cut off", "-----BEGIN CERTIFICATE-----\nMIIB"), form("cut off", "-----BEGIN CERTIFICATE"),
                form("cut off", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                form("cut off", PEM.replace("M", "?")),
                Arguments.of("cut off", Arrays.copyOf(der, der.length - 20)), Arguments.of("cut off", Arrays.copyOf(der, 5)), Arguments.of("PEM", new byte[] {0x30}),
                Arguments.of("cut off", new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2, 3}),
                form("something else: PUBLIC KEY", "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----"),
                Arguments.of("private key", KEYS.getPrivate().getEncoded()),
                Arguments.of("Java key store", keyStore("JKS")),
                form("at most 30", PEM.repeat(11)));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("others")
    void saysWhatIsWrongWithAnythingElse(String words, byte[] content) {
        assertThatThrownBy(() -> CertificateFile.read(content, null)).isInstanceOf(Refused.class).hasMessageContaining(words)
                .hasMessageEndingWith(".").extracting("code").isEqualTo("unsuitable-certificate");
    }

    @Test
    void doesNotReadTwentyMegabytes() {
        var huge = PEM.repeat(20 * 1024 * 1024 / PEM.length()).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CertificateFile.read(huge, null)).isInstanceOf(Refused.class).hasMessageContaining("1024 are taken at most");
    }

    private static CertificateFile read(String text) {
        return CertificateFile.read(text.getBytes(StandardCharsets.UTF_8), (Secret) null);
    }

    private static Arguments form(String name, String text) {
        return form(name, text, StandardCharsets.UTF_8);
    }

    private static Arguments form(String name, String text, Charset charset) {
        return Arguments.of(name, text.getBytes(charset));
    }

    private static byte[] bundle() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertPath(CHAIN).getEncoded("PKCS7");
    }

    private static byte[] keyStore(String type) throws Exception {
        var store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("own", CHAIN.get(0));
        var out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());
        return out.toByteArray();
    }
}
