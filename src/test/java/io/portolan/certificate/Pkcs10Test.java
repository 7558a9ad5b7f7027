package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.refusal.Refused;
import io.portolan.tpp.SampleTpp;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs10Test {

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void asksForAQwacWithEveryKindOfKey(KeyType type) throws Exception {
        var request = request(wish(Certificate.Kind.QWAC, type.said(), "api.lantern.example", List.of("www.lantern.example")), type);

        assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder().setProvider(X509Files.LENIENT).build(request.getSubjectPublicKeyInfo()))).isTrue();
        assertThat(ReadKey.of(request.getSubjectPublicKeyInfo()).said()).isEqualTo(type.said());
        var subject = ReadSubject.of(request.getSubject());
        assertThat(subject.organisationIds()).containsExactly("PSDDE-BAFIN-100200");
        assertThat(subject.organisation()).isEqualTo("Lantern Payments GmbH");
        assertThat(subject.commonName()).isEqualTo("api.lantern.example");
        assertThat(subject.country()).isEqualTo("DE");
        var extensions = request.getRequestedExtensions();
        assertThat(ExtendedKeyUsage.fromExtensions(extensions).getUsages()).containsExactly(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        assertThat(GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName).getNames()).extracting(name -> name.getName().toString())
                .containsExactly("api.lantern.example", "www.lantern.example");
        var statements = ReadStatements.of(extensions.getExtensionParsedValue(Extension.qCStatements));
        assertThat(statements.isExact()).isTrue();
        assertThat(statements.types()).containsExactly("web");
        assertThat(statements.psd2()).satisfies(psd2 -> {
            assertThat(psd2.isExact()).isTrue();
            assertThat(psd2.roleNames()).containsExactly("PSP_AI", "PSP_PI");
            assertThat(psd2.roles()).allMatch(Psd2Statement.NamedRole::isNamedAsItShould);
            assertThat(psd2.authorityId()).isEqualTo("DE-BAFIN");
            assertThat(psd2.authorityName()).isEqualTo("BaFin");
        });
    }

    @Test
    void asksForAQSealC() throws Exception {
        var extensions = request(wish(Certificate.Kind.QSEALC, "EC P-256", null, null), KeyType.EC_P256).getRequestedExtensions();

        assertThat(KeyUsage.fromExtensions(extensions).hasUsages(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)).isTrue();
        assertThat(extensions.getExtension(Extension.extendedKeyUsage)).isNull();
        assertThat(extensions.getExtension(Extension.subjectAlternativeName)).isNull();
        assertThat(ReadStatements.of(extensions.getExtensionParsedValue(Extension.qCStatements)).types()).containsExactly("eseal");
    }

    @Test
    void takesFromTheProfileWhatIsNotSaid() {
        var complete = WishRules.complete(wish(Certificate.Kind.QWAC, null, null, null), SampleTpp.lantern().profile());

        assertThat(complete.commonName()).isEqualTo("lantern-payments.example");
        assertThat(complete.organisationId()).isEqualTo("PSDDE-BAFIN-100200");
        assertThat(complete.keyType()).isEqualTo("RSA 2048");
        assertThat(complete.roles()).containsExactlyInAnyOrder("PSP_AI", "PSP_PI");
        assertThat(complete.locality()).isEqualTo("Hamburg");
        assertThat(WishRules.complete(wish(Certificate.Kind.QSEALC, null, null, null), SampleTpp.lantern().profile()).commonName()).isEqualTo("Lantern Payments GmbH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "RSA 2048", "rsa-2048"})
    void understandsKindsOfKeysHoweverTheyAreWritten(String written) {
        assertThat(KeyType.of(written)).contains(KeyType.RSA_2048);
    }

    @Test
    void saysOfEachFieldWhatIsWrong() {
        var refused = catchThrowableOfType(Refused.class, () -> WishRules.complete(new CertificateWish("lantern", null, "prod", null, "RSA 512", "not a domain", null, null,
                "Germany", null, null, "BAFIN", Set.of("PSP_XX"), List.of("no domain")), SampleTpp.lantern().profile()));

        assertThat(refused.code()).isEqualTo("invalid-request");
        assertThat(refused.about()).containsOnlyKeys("kind", "environment", "keyType", "country", "authorityId", "roles", "dnsNames");
        assertThat(catchThrowableOfType(Refused.class, () -> WishRules.complete(wish(Certificate.Kind.QWAC, null, "Lantern GmbH", null), SampleTpp.lantern().profile())).about())
                .containsOnlyKeys("commonName");
    }

    private static PKCS10CertificationRequest request(CertificateWish wish, KeyType type) throws Exception {
        var pem = Pkcs10.pem(WishRules.complete(wish, SampleTpp.lantern().profile()), type.make(), type);
        assertThat(pem).startsWith("-----BEGIN CERTIFICATE REQUEST-----\n").endsWith("-----END CERTIFICATE REQUEST-----\n");
        return new JcaPKCS10CertificationRequest(PemText.blocks(pem).get(0).der());
    }

    private static CertificateWish wish(Certificate.Kind kind, String keyType, String commonName, List<String> dnsNames) {
        return new CertificateWish("lantern", kind, "live", null, keyType, commonName, null, null, null, null, null, null, null, dnsNames);
    }
}
