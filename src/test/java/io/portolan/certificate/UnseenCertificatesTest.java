package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.refusal.Refused;
import io.portolan.tpp.SampleTpp;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oddities of certificates that were met in the wild, made anew. */
class UnseenCertificatesTest {

    private static final KeyPair RSA = SampleCertificates.keys("RSA", 2048);

    static Stream<Arguments> oddities() throws Exception {
        return Stream.of(
                odd("precertificate", new OddCertificate().with("1.3.6.1.4.1.11129.2.4.3", true, new byte[] {5, 0})),
                odd("critical-unknown", criticalStatements()),
                odd("roles-of-no-tpp", new OddCertificate().psd2(statement("0.4.0.19495.1.0", "Unspecified", "DE-BAFIN"))),
                odd("authority-malformed", new OddCertificate().psd2(statement("0.4.0.19495.1.3", "PSP_AI", "de-bafin"))),
                odd("psd2-statement-malformed", new OddCertificate().psd2(new DERSequence(new ASN1Encodable[] {OddCertificate.psd2().getObjectAt(0), new DERUTF8String("A".repeat(257)),
                    new DERUTF8String("DE-BAFIN")}))),
                odd("key-ages", new OddCertificate().keys(RSA)),
                odd("key-outdated", new OddCertificate().keys(RSA).valid(OddCertificate.NOW, Instant.parse("2029-06-01T00:00:00Z"))),
                odd("key-too-short", new OddCertificate().keys(curve("secp224r1"))), odd("curve-unusual", new OddCertificate().keys(curve("secp256k1"))),
                odd("key-unusable", new OddCertificate().keys(of(new X962Parameters(DERNull.INSTANCE), new byte[33]))),
                odd("key-unusable", new OddCertificate().keys(of(new X962Parameters(X9ObjectIdentifiers.prime256v1), new byte[] {4, 1, 2, 3}))),
                odd("signature-unusual", new OddCertificate().signedWith("SHA224withRSA")),
                odd("text-invisible", new OddCertificate().subject(named("Lantern\u202eGmbH", "lantern.example"))), odd("text-invisible", new OddCertificate().subject(named("Lantern", "lantern\0.example"))),
                odd("name-long", new OddCertificate().subject(named("Lantern Payments " + "and Loans ".repeat(9) + "GmbH", "lantern.example"))),
                odd("domain-names-missing", new OddCertificate().withoutDomains()));
    }

    @ParameterizedTest(name = "{0} ({index})")
    @MethodSource("oddities")
    void findsAnOddityAndNothingElse(String code, OddCertificate certificate) {
        assertThat(certificate.codes()).containsExactly(code);
    }

    @Test
    void wantsNoAuthorityOfWhomNoneLicenses() {
        var right = new OddCertificate().psd2(new DERSequence(new ASN1Encodable[] {OddCertificate.roles("0.4.0.19495.1.5", "PSP_CB"), new DERUTF8String("NA"), new DERUTF8String("NA")}));

        assertThat(right.codes()).containsExactly("roles-of-no-tpp");
        assertThat(new OddCertificate().psd2(statement("0.4.0.19495.1.5", "PSP_CB", "DE-BAFIN")).codes()).containsExactly("roles-of-no-tpp", "authority-malformed");
    }

    @Test
    void takesTheAuthorityOfTheUnitedKingdomForWhatItIsInOpenBanking() {
        var british = new OddCertificate().organisationId("PSDGB-FCA-100200").psd2(statement("0.4.0.19495.1.3", "PSP_AI", "GB-FCA"));

        assertThat(british.findings(Certificate.Kind.OBWAC, true)).extracting(Finding::code).containsExactly("issuers-missing");
        assertThat(british.codes()).containsExactly("authority-former");
    }

    @Test
    void knowsTheCertificatesOfOpenBankingsDirectoryFromQualifiedOnes() {
        var directory = new X500Name("CN=OpenBanking Issuing CA,O=OpenBanking,C=GB");
        var unqualified = new DERSequence(new ASN1Encodable[] {OddCertificate.statements("web", OddCertificate.psd2()).getObjectAt(1)});

        assertThat(kind(new OddCertificate().issuedBy(directory).statements(unqualified))).isEqualTo(Certificate.Kind.OBWAC);
        assertThat(kind(new OddCertificate().issuedBy(directory))).isEqualTo(Certificate.Kind.QWAC);
        assertThat(kind(new OddCertificate().statements(unqualified))).isEqualTo(Certificate.Kind.QWAC);
    }

    private static Certificate.Kind kind(OddCertificate certificate) {
        return ReadUpload.of(new Upload("lantern", null, "live", null, null, CertificateForms.pem(certificate.make()).getBytes(StandardCharsets.UTF_8), null, null),
                SampleTpp.lantern().profile(), OddCertificate.NOW).kind();
    }

    @Test
    void asksForTheWorldInALegalEntityIdentifier() {
        assertThat(OrganisationId.of("LEIXG-529900T8BM49AURSDO55").isExact()).isTrue();
        assertThat(OrganisationId.of("LEIDE-529900T8BM49AURSDO55").isExact()).isFalse();
    }

    static Stream<Arguments> impossible() throws Exception {
        var body = ASN1Sequence.getInstance(ASN1Sequence.getInstance(new OddCertificate().make().getEncoded()).getObjectAt(0));
        var extensions = (ASN1Sequence) ((ASN1TaggedObject) body.getObjectAt(7)).getExplicitBaseObject();
        var twice = new ASN1Encodable[extensions.size() + 1];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = extensions.getObjectAt(Math.min(i, twice.length - 2));
        }
        return Stream.of(Arguments.of("1.3.6.1.5.5.7.1.3 more than once (RFC 5280, section 4.2)", with(body, 7, new DERTaggedObject(true, 3, new DERSequence(twice)))),
                Arguments.of("of version 2", with(body, 0, new DERTaggedObject(true, 0, new ASN1Integer(1)))),
                Arguments.of("names no issuer", with(body, 3, new DERSequence())),
                Arguments.of("no time", with(body, 4, new DERSequence(new ASN1Encodable[] {new DERUTF8String("now"), new DERUTF8String("then")}))),
                Arguments.of("only a public key", RSA.getPublic().getEncoded()), Arguments.of("cut off or damaged", new byte[] {0x30, 2, 5, 0}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void saysWhyNoProgramReadsIt(String reason, byte[] der) {
        assertThat(catchThrowableOfType(Refused.class, () -> CertificateFile.read(der, null)).about()).hasEntrySatisfying("chain", said -> assertThat(said).contains(reason));
    }

    @Test
    void knowsKeysThatAreHandedInForACertificateAndKeysInAFormOfTheirOwn() {
        var stores = new byte[] {(byte) 0xce, (byte) 0xce, (byte) 0xce, (byte) 0xce, 0, 0, 0, 2};
        assertThat(catchThrowableOfType(Refused.class, () -> CertificateFile.read(stores, null))).hasMessageContaining("Java key store");
        try (var key = Secret.of("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n")) {
            assertThat(catchThrowableOfType(Refused.class, () -> PemKey.read(key))).hasMessageContaining("ssh-keygen");
        }
    }

    @Test
    void saysAllThatIsWrongWhateverKindItIs() {
        var hopeless = new OddCertificate().keys(SampleCertificates.keys("RSA", 512)).valid(OddCertificate.NOW.minus(Duration.ofDays(9)), OddCertificate.NOW.minus(Duration.ofDays(1)))
                .statements((ASN1Encodable) null);

        assertThat(refusal(hopeless)).containsOnlyKeys("kind", "key-too-short", "expired");
    }

    private static Map<String, String> refusal(OddCertificate certificate) {
        return catchThrowableOfType(Refused.class, () -> ReadUpload.of(new Upload("lantern", null, "live", null, null,
                CertificateForms.pem(certificate.make()).getBytes(StandardCharsets.UTF_8), null, null), SampleTpp.lantern().profile(), OddCertificate.NOW)).about();
    }

    private static Arguments odd(String code, OddCertificate certificate) {
        return Arguments.of(code, certificate);
    }

    private static X500Name named(String organisation, String commonName) {
        return new X500NameBuilder().addRDN(BCStyle.C, "DE").addRDN(BCStyle.O, organisation).addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "PSDDE-BAFIN-100200")
                .addRDN(BCStyle.CN, commonName).build();
    }

    private static DERSequence statement(String role, String name, String authority) {
        return new DERSequence(new ASN1Encodable[] {OddCertificate.roles(role, name), new DERUTF8String("Federal Authority"), new DERUTF8String(authority)});
    }

    private static OddCertificate criticalStatements() throws IOException {
        return new OddCertificate().statements((ASN1Encodable) null).with(Extension.qCStatements.getId(), true, OddCertificate.statements("web", OddCertificate.psd2()).getEncoded());
    }

    private static KeyPair curve(String name) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC", X509Files.LENIENT);
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    /** A public key that is none. */
    private static KeyPair of(X962Parameters curve, byte[] point) throws IOException {
        var written = new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point).getEncoded();
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
                return written;
            }
        }, RSA.getPrivate());
    }

    /** The same certificate with one part of its body replaced; its signature is of no matter to what reads it. */
    private static byte[] with(ASN1Sequence body, int place, ASN1Encodable part) throws IOException {
        var parts = body.toArray();
        parts[place] = part;
        return new DERSequence(new ASN1Encodable[] {new DERSequence(parts), body.getObjectAt(2), new DERBitString(new byte[256])}).getEncoded();
    }
}
