package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReadingTest {

    private static final KeyPair KEYS = SampleCertificates.keys("RSA", 2048);
    private static final SampleCertificates AUTHORITY = new SampleCertificates();
    private static final List<X509Certificate> CHAIN = AUTHORITY.chain(KEYS,
            SampleCertificates.psd2("0.4.0.19495.1.3", "PSP_AI", "0.4.0.19495.1.2", "PSP_PI"));

    @Test
    void putsAChainInOrder() {
        var mixed = pem(CHAIN.get(2)) + "a note between them\n" + pem(CHAIN.get(0)) + pem(CHAIN.get(1)) + pem(CHAIN.get(0));

        assertThat(ChainOrder.of(read(mixed), CertificateReadingTest::isOurs)).isEqualTo(CHAIN);
    }

    @Test
    void refusesAForeignKey() {
        assertThatThrownBy(() -> ChainOrder.of(read(pem(CHAIN.get(0))), key -> false)).isInstanceOf(Refused.class)
                .extracting("code").isEqualTo("unsuitable-certificate");
    }

    @Test
    void refusesACertificateThatBelongsToAnotherChain() {
        var foreign = new SampleCertificates().chain(SampleCertificates.keys("EC", 256), null).get(1);

        assertThatThrownBy(() -> ChainOrder.of(read(pem(CHAIN.get(0)) + pem(foreign)), CertificateReadingTest::isOurs))
                .isInstanceOf(Refused.class).hasMessageContaining("does not belong to the chain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void refusesWhatIsNoCertificate(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class);
    }

    @Test
    void readsWhatTheCertificateProves() {
        var certificate = sample(CHAIN);

        assertThat(certificate.organisationId()).isEqualTo("PSDDE-BAFIN-100200");
        assertThat(certificate.psd2Roles()).containsExactly("PSP_AI", "PSP_PI");
        assertThat(certificate.serial()).isEqualTo(SampleCertificates.SERIAL);
        assertThat(certificate.leaf()).isEqualTo(CHAIN.get(0));
    }

    @Test
    void goesByTheOidOfARoleAndNotByTheNameBesideIt() {
        var statements = SampleCertificates.psd2("0.4.0.19495.1.1", "PSP_AI", "0.4.0.19495.1.4", "", "1.2.3.4", "PSP_XY");

        assertThat(sample(AUTHORITY.chain(KEYS, statements)).psd2Roles()).containsExactly("1.2.3.4", "PSP_AS", "PSP_IC");
    }

    @Test
    void findsNoRolesWhereThereIsNoStatement() {
        assertThat(sample(AUTHORITY.chain(KEYS, null)).psd2Roles()).isEmpty();
    }

    @Test
    void knowsEveryFormByItsName() throws Exception {
        var der = Base64.getEncoder().encodeToString(CHAIN.get(0).getEncoded());

        assertThat(form("pem")).isEqualTo(pem(CHAIN.get(0)));
        assertThat(form("pem-body")).doesNotContain("-----").contains("\n");
        assertThat(form("pem-body").replace("\n", "")).isEqualTo(der);
        assertThat(form("der-base64")).isEqualTo(der);
        assertThat(form("x5c")).startsWith("[\"" + der + "\",\"").endsWith("\"]");
        assertThat(form("chain-pem")).isEqualTo(pem(CHAIN.get(0)) + pem(CHAIN.get(1)) + pem(CHAIN.get(2)));
        assertThat(form("serial-hex")).isEqualTo("a1b2c3d4e5f");
        assertThat(form("serial-decimal")).isEqualTo("11111822610015");
        assertThat(form("subject-dn")).isEqualTo(
                "C=DE,O=Lantern Payments\\, GmbH,organizationIdentifier=PSDDE-BAFIN-100200,CN=lantern-payments.example");
        assertThat(form("subject-dn-oid-text")).isEqualTo(form("subject-dn").replace("organizationIdentifier=", "2.5.4.97="));
        assertThat(form("subject-dn-oid")).startsWith("C=DE,O=Lantern Payments\\, GmbH,2.5.4.97=#0c");
        assertThat(form("issuer-dn")).isEqualTo("C=DE,O=Trust AG,CN=Issuing CA");
        assertThat(form("fingerprint-sha256")).matches("[0-9a-f]{64}");
        assertThat(form("organisation-id")).isEqualTo("PSDDE-BAFIN-100200");
        assertThat(CertificateForms.NAMES).allSatisfy(name -> assertThat(form(name)).isNotBlank());
    }

    @Test
    void writesAnIssuerSoThatAHeaderFieldCanHoldIt() {
        var hungarian = SampleCertificates.issuedBy("CN=Első Hitelesítő 2,O=Trust\\, AG,C=HU", KEYS);

        assertThat(CertificateForms.form(sample(List.of(hungarian)), "issuer-dn-escaped")).contains("C=HU,O=Trust\\,%20AG,CN=Els%C5%91%20Hiteles%C3%ADt%C5%91%202");
    }

    @Test
    void hasNothingForAnUnknownForm() {
        assertThat(CertificateForms.form(sample(CHAIN), "private-key")).isEmpty();
    }

    private static String form(String name) {
        return CertificateForms.form(sample(CHAIN), name).orElseThrow();
    }

    private static Certificate sample(List<X509Certificate> chain) {
        return CertificateReading.of("lantern", Certificate.Kind.QWAC, "test", null, "Main", chain, true, SampleCertificates.NOW);
    }

    private static List<X509Certificate> read(String text) {
        return CertificateFile.read(text.getBytes(StandardCharsets.UTF_8), null).certificates();
    }

    private static boolean isOurs(PublicKey key) {
        return key.equals(KEYS.getPublic());
    }

    private static String pem(X509Certificate certificate) {
        return SampleCertificates.pem(certificate);
    }
}
