package io.portolan.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Small certificates for tests: a root, an intermediate, and a leaf with the roles that are asked for. */
final class SampleCertificates {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final BigInteger SERIAL = new BigInteger("0a1b2c3d4e5f", 16);
    static final String SUBJECT = "CN=lantern-payments.example,2.5.4.97=PSDDE-BAFIN-100200,O=Lantern Payments\\, GmbH,C=DE";

    private final KeyPair rootKeys = keys("EC", 256);
    private final KeyPair issuerKeys = keys("EC", 256);
    private final X509Certificate root = certificate("CN=Root", rootKeys, "CN=Root", rootKeys, BigInteger.ONE, null);
    private final X509Certificate issuer = certificate("CN=Issuing CA,O=Trust AG,C=DE", issuerKeys, "CN=Root", rootKeys,
            BigInteger.TWO, null);

    /** A leaf, its intermediate and its root, in this order. */
    List<X509Certificate> chain(KeyPair keys, DERSequence statements) {
        return List.of(certificate(SUBJECT, keys, "CN=Issuing CA,O=Trust AG,C=DE", issuerKeys, SERIAL, statements), issuer, root);
    }

    static KeyPair keys(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The PSD2 statement with these roles, each an OID and the name that stands beside it. */
    static DERSequence psd2(String... oidsAndNames) {
        var roles = new ASN1EncodableVector();
        for (int i = 0; i < oidsAndNames.length; i += 2) {
            roles.add(sequence(new ASN1ObjectIdentifier(oidsAndNames[i]), new DERUTF8String(oidsAndNames[i + 1])));
        }
        var statement = sequence(new DERSequence(roles), new DERUTF8String("Federal Authority"), new DERUTF8String("DE-BAFIN"));
        return sequence(new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.1")),
                new QCStatement(new ASN1ObjectIdentifier("0.4.0.19495.2"), statement));
    }

    static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }

    static String pem(X509Certificate certificate) {
        return CertificateForms.pem(certificate);
    }

    /** One for this key by an issuer of this name. */
    static X509Certificate issuedBy(String issuer, KeyPair keys) {
        return certificate(SUBJECT, keys, issuer, keys("EC", 256), SERIAL, null);
    }

    private static X509Certificate certificate(String subject, KeyPair keys, String issuer, KeyPair issuerKeys,
            BigInteger serial, DERSequence statements) {
        try {
            var builder = new JcaX509v3CertificateBuilder(new X500Name(issuer), serial,
                    Date.from(NOW.minus(1, ChronoUnit.DAYS)), Date.from(NOW.plus(365, ChronoUnit.DAYS)),
                    new X500Name(subject), keys.getPublic());
            if (statements != null) {
                builder.addExtension(Extension.qCStatements, false, statements);
            }
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
