package io.portolan.certificate;

import static io.portolan.certificate.Certificate.Kind.OBSEAL;
import static io.portolan.certificate.Certificate.Kind.QSEALC;
import static io.portolan.certificate.Certificate.Kind.QWAC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import io.portolan.refusal.Refused;
import java.net.URI;
import java.security.KeyPair;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {

    private static final Instant NOW = SampleCertificates.NOW;
    private static final KeyPair RSA = SampleCertificates.keys("RSA", 2048);
    private static final KeyPair EC = SampleCertificates.keys("EC", 256);

    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final PublicKeys keys = with(null);

    @Test
    void computesTheThumbprintOfRfc7638() throws Exception {
        var ofTheRfc = RSAKey.parse("""
                {"kty": "RSA", "e": "AQAB", "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_\
                2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3\
                XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}
                """).toPublicKey();

        assertThat(PublishedKeys.thumbprint(ofTheRfc)).contains("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void publishesTheKeyOfASealWithItsCertificate() throws Exception {
        var seal = have(QSEALC, "live", RSA, -10, 400);

        assertThat(set("live").getKeys()).hasSize(1);
        var key = set("live").getKeys().get(0);
        assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
        assertThat(key.getAlgorithm()).isNull();
        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString()).isEqualTo(CertificateForms.form(seal, "key-thumbprint").orElseThrow());
        assertThat(key.toRSAKey().toRSAPublicKey().getEncoded()).isEqualTo(RSA.getPublic().getEncoded());
        assertThat(X509CertUtils.parse(key.getX509CertChain().get(0).decode())).isEqualTo(seal.leaf());
        assertThat(HexFormat.of().formatHex(key.getX509CertSHA256Thumbprint().decode())).isEqualTo(seal.sha256());
    }

    @Test
    void writesTheKeyOfAWebCertificateForARegistrationWithoutAUse() throws Exception {
        var qwac = have(Certificate.Kind.QWAC, "live", RSA, -10, 400);

        var key = JWK.parse(CertificateForms.form(qwac, "jwk").orElseThrow());

        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getKeyUse()).isNull();
        assertThat(key.getKeyID()).isEqualTo(CertificateForms.form(qwac, "key-thumbprint").orElseThrow());
        assertThat(X509CertUtils.parse(key.getX509CertChain().get(0).decode())).isEqualTo(qwac.leaf());
    }

    @ParameterizedTest
    @CsvSource({"256, P-256, ES256", "384, P-384, ES384", "521, P-521, ES512"})
    void saysOfACurveByWhatItSigns(int size, String curve, String algorithm) throws Exception {
        var pair = SampleCertificates.keys("EC", size);
        have(OBSEAL, "test", pair, -10, 400);

        var key = set("test").getKeys().get(0).toECKey();

        assertThat(key.getCurve().getName()).isEqualTo(curve);
        assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.parse(algorithm));
        assertThat(key.toECPublicKey().getEncoded()).isEqualTo(pair.getPublic().getEncoded());
    }

    @Test
    void saysOfRsaByWhatItSignsOnlyWhereThatIsWanted() throws Exception {
        have(QSEALC, "live", RSA, -10, 400);
        have(QSEALC, "live", EC, -10, 400);

        assertThat(JWKSet.parse(keys.set("lantern", "live", "PS256")).getKeys()).extracting(JWK::getAlgorithm)
                .containsExactlyInAnyOrder(JWSAlgorithm.PS256, JWSAlgorithm.ES256);
        assertThatThrownBy(() -> keys.set("lantern", "live", "none")).isInstanceOf(Refused.class).extracting("code").isEqualTo("unknown-algorithm");
    }

    @Test
    void knowsTheNextKeyBeforeItIsValidAndForgetsTheLast() throws Exception {
        var present = have(QSEALC, "live", RSA, -300, 20);
        var next = have(QSEALC, "live", EC, 5, 400);
        have(QSEALC, "live", SampleCertificates.keys("EC", 256), -400, -1);
        retired(have(QSEALC, "live", SampleCertificates.keys("EC", 256), -10, 400));

        assertThat(set("live").getKeys()).extracting(JWK::getKeyID).containsExactly(id(present), id(next));
    }

    @Test
    void namesAKeyOnceThatHasSeveralCertificatesAndKeepsItsId() throws Exception {
        have(QSEALC, "live", RSA, -300, 20);
        var renewed = have(QSEALC, "live", RSA, -1, 400);
        have(QSEALC, "live", RSA, 5, 900);

        assertThat(set("live").getKeys()).hasSize(1);
        var key = set("live").getKeys().get(0);
        assertThat(key.getKeyID()).isEqualTo(id(renewed));
        assertThat(X509CertUtils.parse(key.getX509CertChain().get(0).decode())).isEqualTo(renewed.leaf());
    }

    @Test
    void publishesNoKeyForTlsNorOneThatABankHasHandedOut() throws Exception {
        have(QWAC, "test", RSA, -10, 400);
        kept(QSEALC, "test", "xx-bank", EC);
        have(QSEALC, "live", SampleCertificates.keys("EC", 256), -10, 400);

        assertThat(set("test").getKeys()).isEmpty();
    }

    @Test
    void publishesForOneEnvironmentOfABankWhatTheBankHasHandedOutForIt() throws Exception {
        var own = kept(QSEALC, "xx-bank/sandbox", "xx-bank", EC);

        assertThat(set("xx-bank/sandbox").getKeys()).extracting(JWK::getKeyID).containsExactly(id(own));
        assertThat(set("test").getKeys()).isEmpty();
    }

    @Test
    void holdsNothingThatIsPrivate() throws Exception {
        have(QSEALC, "live", RSA, -10, 400);
        have(QSEALC, "live", EC, -10, 400);

        var members = new ObjectMapper().readTree(keys.set("lantern", "live", "RS256")).get("keys");

        assertThat(members).hasSize(2).allSatisfy(key -> assertThat(key.fieldNames()).toIterable()
                .isSubsetOf("kty", "use", "alg", "kid", "n", "e", "crv", "x", "y", "x5c", "x5t#S256"));
        assertThat(set("live").getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void refusesWhatThereIsNot() {
        assertThatThrownBy(() -> keys.set("nobody", "live", null)).isInstanceOf(Refused.class).extracting("code").isEqualTo("unknown-tpp");
        assertThatThrownBy(() -> keys.set("lantern", "production", null)).isInstanceOf(Refused.class).extracting("code").isEqualTo("unknown-environment");
        assertThat(keys.set("lantern", "live", null)).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void saysWhereBanksFindThem() {
        assertThat(with("https://keys.tpp.example/portolan/").address("lantern", "live")).hasToString("Optional[https://keys.tpp.example/portolan/jwks/lantern/live]");
        assertThat(keys.address("lantern", "live")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://keys.tpp.example", "https://keys.tpp.example?a=b", "https://keys.tpp.example#a", "keys.tpp.example", "https://me@keys.tpp.example"})
    void refusesAnAddressThatBanksCannotRead(String address) {
        assertThatThrownBy(() -> with(address)).hasMessageContaining("public-address is an https address");
    }

    @Test
    void givesACertificateByItsFingerprintWhileItsKeyIsPublished() {
        var seal = have(QSEALC, "live", RSA, -10, 400);
        var tls = have(QWAC, "live", EC, -10, 400);
        var address = with("https://keys.tpp.example");

        assertThat(keys.certificate("lantern", seal.sha256())).contains(CertificateForms.pem(seal.leaf()));
        assertThat(address.address(seal)).hasToString("Optional[https://keys.tpp.example/jwks/lantern/certificates/" + seal.sha256() + "]");
        assertThat(keys.address(seal)).isEmpty();
        assertThat(keys.certificate("lantern", tls.sha256())).isEmpty();
        assertThat(address.address(tls)).isEmpty();
        assertThat(keys.certificate("nobody", seal.sha256())).isEmpty();
        retired(seal);
        assertThat(keys.certificate("lantern", seal.sha256())).isEmpty();
    }

    private PublicKeys with(String address) {
        return new PublishedKeys(certificates, new OneTpp(), new CertificateSettings(address == null ? null : URI.create(address)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private JWKSet set(String environment) throws ParseException {
        return JWKSet.parse(keys.set("lantern", environment, null));
    }

    private static String id(Certificate certificate) {
        return CertificateForms.form(certificate, "key-thumbprint").orElseThrow();
    }

    private Certificate have(Certificate.Kind kind, String environment, KeyPair pair, int fromDay, int untilDay) {
        var leaf = new OddCertificate().keys(pair).valid(NOW.plus(Duration.ofDays(fromDay)), NOW.plus(Duration.ofDays(untilDay))).make();
        var certificate = CertificateReading.of("lantern", kind, environment, null, "Seal", List.of(leaf), true, NOW);
        certificates.add(certificate);
        return certificate;
    }

    private Certificate kept(Certificate.Kind kind, String environment, String bank, KeyPair pair) {
        var certificate = CertificateReading.of("lantern", kind, environment, bank, "Lent", List.of(new OddCertificate().keys(pair).make()), true, NOW);
        certificates.add(certificate);
        return certificate;
    }

    private void retired(Certificate certificate) {
        certificates.forget(certificate);
        certificates.add(CertificateReading.of(certificate.id(), certificate.tpp(), certificate.kind(), certificate.environment(), null, certificate.label(),
                ReadChains.ReadChain.of(certificate.chain()), true, NOW, NOW));
    }
}
