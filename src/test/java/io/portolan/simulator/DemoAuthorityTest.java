package io.portolan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAuthorityTest {

    private final DemoAuthority authority = DemoAuthority.create("A Root", Clock.systemUTC());
    private final DemoTpp tpp = DemoTpp.example();

    @Test
    void saysInAQwacWhoTheTppIsAndWhatItMayDo() throws Exception {
        var qwac = authority.qwac(tpp).certificate();

        qwac.verify(authority.certificate().getPublicKey());
        assertThat(ClientCertificate.read(qwac).organisationId()).isEqualTo("PSDDE-BAFIN-100200");
        assertThat(ClientCertificate.read(qwac).roles()).containsExactlyInAnyOrder("PSP_PI", "PSP_AI");
        assertThat(qwac.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(policies(qwac)).containsExactly("0.4.0.19495.3.1", "0.4.0.194112.1.4");
        assertThat(statement(qwac, "0.4.0.1862.1.1")).isNull();
        assertThat(statement(qwac, "0.4.0.1862.1.6").getObjectAt(0)).hasToString("0.4.0.1862.1.6.3");
    }

    @Test
    void writesThePsd2StatementAsTheStandardDoes() {
        var statement = statement(authority.qwac(tpp).certificate(), "0.4.0.19495.2");

        var roles = ASN1Sequence.getInstance(statement.getObjectAt(0));
        assertThat(Stream.of(roles.toArray()).map(role -> ASN1Sequence.getInstance(role).getObjectAt(0).toString()))
                .containsExactly("0.4.0.19495.1.2", "0.4.0.19495.1.3");
        assertThat(ASN1UTF8String.getInstance(statement.getObjectAt(1)).getString()).isEqualTo(tpp.authorityName());
        assertThat(ASN1UTF8String.getInstance(statement.getObjectAt(2)).getString()).isEqualTo("DE-BAFIN");
    }

    @Test
    void makesASealThatIsNoWebCertificate() throws Exception {
        var seal = authority.qseal(tpp).certificate();

        assertThat(seal.getExtendedKeyUsage()).isNull();
        assertThat(seal.getKeyUsage()[1]).as("content commitment").isTrue();
        assertThat(statement(seal, "0.4.0.1862.1.6").getObjectAt(0)).hasToString("0.4.0.1862.1.6.2");
    }

    @Test
    void handsOutPemThatAnybodyCanRead() throws Exception {
        var issued = authority.qseal(tpp);

        var chain = CertificateFactory.getInstance("X.509").generateCertificates(
                new ByteArrayInputStream(issued.chainPem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(chain).hasSize(2).first().isEqualTo(issued.certificate());
        var der = Base64.getMimeDecoder().decode(issued.keyPem().replaceAll("-----[A-Z ]+-----", ""));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        signature.update((byte) 1);
        var signed = signature.sign();
        signature.initVerify(issued.certificate());
        signature.update((byte) 1);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void goesOnAfterARestartWithTheSameKey(@TempDir Path folder) throws Exception {
        var file = folder.resolve("authority.p12");
        var first = DemoAuthority.keptIn(file, Clock.systemUTC());
        var second = DemoAuthority.keptIn(file, Clock.systemUTC());

        assertThat(second.certificate()).isEqualTo(first.certificate());
        second.serverCertificate().certificate().verify(first.certificate().getPublicKey());
    }

    private static ASN1Sequence statement(X509Certificate certificate, String id) {
        var all = ASN1Sequence.getInstance(ASN1OctetString.getInstance(certificate.getExtensionValue("1.3.6.1.5.5.7.1.3")).getOctets());
        for (var entry : all) {
            var statement = QCStatement.getInstance(entry);
            if (statement.getStatementId().equals(new ASN1ObjectIdentifier(id))) {
                return statement.getStatementInfo() == null ? null : ASN1Sequence.getInstance(statement.getStatementInfo());
            }
        }
        throw new AssertionError("no statement " + id);
    }

    private static List<String> policies(X509Certificate certificate) {
        var ids = new ArrayList<String>();
        var extension = ASN1OctetString.getInstance(certificate.getExtensionValue("2.5.29.32")).getOctets();
        for (PolicyInformation policy : CertificatePolicies.getInstance(extension).getPolicyInformation()) {
            ids.add(policy.getPolicyIdentifier().getId());
        }
        return ids;
    }
}
