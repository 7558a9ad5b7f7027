package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Finding.Severity;
import io.portolan.tpp.SampleTpp;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeCertificateTest {

    @Test
    void findsNothingWrongWithAFlawlessOne() {
        assertThat(new OddCertificate().codes()).isEmpty();
        assertThat(new OddCertificate().keys(SampleCertificates.keys("RSA", 3072)).codes()).isEmpty();
        assertThat(new OddCertificate().statements(OddCertificate.statements("eseal", OddCertificate.psd2())).extendedKeyUsage()
                .findings(Certificate.Kind.QSEALC, true)).extracting(Finding::code).containsExactly("issuers-missing");
    }

    static Stream<Arguments> oddities() {
        var now = OddCertificate.NOW;
        return Stream.of(
                odd("expired", new OddCertificate().valid(now.minus(Duration.ofDays(300)), now.minus(Duration.ofDays(1)))),
                odd("not-yet-valid", new OddCertificate().valid(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(300)))),
                odd("ends-soon", new OddCertificate().valid(now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(10)))),
                odd("never-valid", new OddCertificate().valid(now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(1)))),
                odd("long-lived", new OddCertificate().valid(now, now.plus(Duration.ofDays(36_500)))),
                odd("key-too-short", new OddCertificate().keys(SampleCertificates.keys("RSA", 512))),
                odd("key-too-short", new OddCertificate().keys(SampleCertificates.keys("RSA", 1024))),
                odd("key-unusable", new OddCertificate().keys(SampleCertificates.keys("DSA", 1024))),
                odd("key-unusual", new OddCertificate().keys(keys("Ed25519"))),
                odd("key-pss-only", new OddCertificate().keys(SampleCertificates.keys("RSASSA-PSS", 3072))),
                odd("curve-unusual", new OddCertificate().keys(SampleCertificates.keys("EC", 521))),
                odd("curve-unusual", new OddCertificate().keys(brainpool())),
                odd("curve-explicit", new OddCertificate().keys(explicitCurve())),
                odd("signature-broken", new OddCertificate().signedWith("SHA1withRSA")),
                odd("signature-broken", new OddCertificate().signedWith("MD5withRSA")),
                odd("signature-pss", new OddCertificate().signedWith("SHA256withRSAandMGF1")),
                odd("serial-odd", new OddCertificate().serial(BigInteger.valueOf(-5))),
                odd("serial-odd", new OddCertificate().serial(BigInteger.ONE.shiftLeft(200))),
                odd("is-authority", new OddCertificate().authority()),
                odd("client-auth-missing", new OddCertificate().extendedKeyUsage()),
                odd("client-auth-missing", new OddCertificate().extendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
                odd("server-auth-missing", new OddCertificate().extendedKeyUsage(KeyPurposeId.id_kp_clientAuth)),
                odd("digital-signature-missing", new OddCertificate().keyUsage(KeyUsage.keyEncipherment)),
                odd("critical-unknown", new OddCertificate().with("1.2.3.4.5", true, new byte[] {5, 0})),
                odd("not-qualified", new OddCertificate().statements((ASN1Encodable) null)),
                odd("type-wrong", new OddCertificate().statements(OddCertificate.statements("eseal", OddCertificate.psd2()))),
                odd("organisation-id-missing", new OddCertificate().organisationId(null)),
                odd("organisation-id-malformed", new OddCertificate().organisationId("12345987")),
                odd("organisation-id-other", new OddCertificate().organisationId("NTRLU-B186582")),
                odd("organisation-id-other", new OddCertificate().organisationId("VATDE-811907980")),
                odd("organisation-id-other", new OddCertificate().organisationId("LEIXG-529900T8BM49AURSDO55")),
                odd("authority-differs", new OddCertificate().organisationId("PSDAT-FMA-100200")),
                odd("text-outdated", new OddCertificate().subject(new X500NameBuilder().addRDN(BCStyle.C, "DE").addRDN(BCStyle.O, new DERT61String("Lantern Payments GmbH"))
                        .addRDN(BCStyle.CN, new DERBMPString("Lantern")).addRDN(BCStyle.ORGANIZATION_IDENTIFIER, new DERUTF8String("PSDDE-BAFIN-100200")).build())),
                odd("country-unknown", new OddCertificate().subject(new X500NameBuilder().addRDN(BCStyle.C, new DERUTF8String("Germany")).addRDN(BCStyle.O, "Lantern")
                        .addRDN(BCStyle.CN, "Lantern").addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "PSDDE-BAFIN-100200").build())));
    }

    @ParameterizedTest(name = "{0} ({index})")
    @MethodSource("oddities")
    void findsAnOddityAndNothingElse(String code, OddCertificate certificate) {
        assertThat(certificate.codes()).containsExactly(code);
        assertThat(certificate.findings(Certificate.Kind.QWAC, true)).allSatisfy(finding -> assertThat(finding.clause()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"key-too-short, 1024", "key-too-short, 512"})
    void isGentlerInSandboxesButNotWithKeysThatNobodyTakes(String code, int bits) {
        var findings = new OddCertificate().keys(SampleCertificates.keys("RSA", bits)).findings(Certificate.Kind.QWAC, false);

        assertThat(findings).filteredOn(finding -> finding.code().equals(code)).extracting(Finding::severity)
                .containsExactly(bits < 1024 ? Severity.ERROR : Severity.WARNING);
    }

    @Test
    void readsTextsInAnyType() {
        var made = new OddCertificate().subject(new X500NameBuilder().addRDN(BCStyle.ORGANIZATION_IDENTIFIER, new DERBMPString("PSDDE-BAFIN-100200"))
                .addRDN(BCStyle.O, new DERT61String("Lantern")).build()).make();

        assertThat(ReadCertificate.of(made).subject().organisationIds()).containsExactly("PSDDE-BAFIN-100200");
        assertThat(ReadCertificate.of(made).subject().organisation()).isEqualTo("Lantern");
    }

    @Test
    void asksNeitherStatementsNorAnIdentifierOfOpenBankingCertificates() {
        assertThat(new OddCertificate().statements((ASN1Encodable) null).organisationId(null).findings(Certificate.Kind.OBWAC, true))
                .extracting(Finding::code).containsExactly("issuers-missing");
    }

    @Test
    void comparesWithTheTppThatIsToHoldIt() {
        assertThat(held(new OddCertificate(), true)).isEmpty();
        assertThat(held(new OddCertificate().organisationId("PSDDE-BAFIN-999"), true)).containsExactly("holder-number-differs WARNING");
        var stranger = new OddCertificate().subject(new X500NameBuilder().addRDN(BCStyle.C, "DE").addRDN(BCStyle.O, "Somebody Else AG")
                .addRDN(BCStyle.CN, "Else").addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "PSDDE-BAFIN-999").build());
        assertThat(held(stranger, true)).containsExactly("holder-other ERROR");
        assertThat(held(stranger, false)).containsExactly("holder-other WARNING");
    }

    @Test
    void tellsOfRolesThatTheLicenceAndTheCertificateDoNotShare() {
        var other = ((QCStatement) SampleCertificates.psd2("0.4.0.19495.1.2", "PSP_PI", "0.4.0.19495.1.1", "PSP_AS").getObjectAt(1)).getStatementInfo();

        assertThat(held(new OddCertificate().psd2(other), true)).containsExactly("roles-fewer WARNING", "roles-more WARNING");
    }

    private static List<String> held(OddCertificate certificate, boolean isLive) {
        var made = certificate.make();
        return JudgeCertificate.of(ReadCertificate.of(made), List.of(made), new JudgeCertificate.Purpose(Certificate.Kind.QWAC, isLive, false,
                SampleTpp.lantern().profile(), OddCertificate.NOW)).stream().map(finding -> finding.code() + " " + finding.severity())
                .filter(found -> found.startsWith("holder") || found.startsWith("roles")).toList();
    }

    private static Arguments odd(String code, OddCertificate certificate) {
        return Arguments.of(code, certificate);
    }

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key whose curve is written out. */
    private static KeyPair explicitCurve() {
        var curve = ECNamedCurveTable.getByName("P-256");
        var keys = SampleCertificates.keys("EC", 256);
        var named = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        var parameters = new X962Parameters(new X9ECParameters(curve.getCurve(), new X9ECPoint(curve.getG(), false), curve.getN(), curve.getH()));
        var written = new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), named.getPublicKeyData().getOctets());
        return new KeyPair(new PublicKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getAlgorithm() {
                return "EC";
            }

            @Override
            public String getFormat() {
                return "X.509";
            }

            @Override
            public byte[] getEncoded() {
                try {
                    return written.getEncoded();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }, keys.getPrivate());
    }

    private static KeyPair brainpool() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", X509Files.LENIENT);
            generator.initialize(new ECGenParameterSpec("brainpoolP256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
