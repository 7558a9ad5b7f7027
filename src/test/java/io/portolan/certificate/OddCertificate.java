package io.portolan.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for tests that is flawless until something about it is changed. */
final class OddCertificate {

    static final Instant NOW = SampleCertificates.NOW;
    static final String COMPLIANCE = "0.4.0.1862.1.1";
    static final String TYPE = "0.4.0.1862.1.6";
    static final String PSD2 = "0.4.0.19495.2";

    private static final KeyPair ISSUER = SampleCertificates.keys("RSA", 2048);
    private static final X500Name ISSUER_NAME = new X500Name("CN=Issuing CA,O=Trust AG,C=DE");

    private KeyPair keys = SampleCertificates.keys("EC", 256);
    private X500Name subject = subject("PSDDE-BAFIN-100200");
    private X500Name issuer = ISSUER_NAME;
    private BigInteger serial = SampleCertificates.SERIAL;
    private Instant from = NOW.minus(Duration.ofDays(10));
    private Instant until = NOW.plus(Duration.ofDays(400));
    private String signature = "SHA256withRSA";
    private boolean isAuthority;
    private Integer keyUsage = KeyUsage.digitalSignature;
    private KeyPurposeId[] extendedKeyUsage = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
    private ASN1Encodable statements = statements("web", psd2());
    private GeneralNames domains = new GeneralNames(new GeneralName(GeneralName.dNSName, "lantern-payments.example"));
    private final List<Extension> further = new ArrayList<>();

    OddCertificate keys(KeyPair pair) {
        keys = pair;
        return this;
    }

    OddCertificate subject(X500Name name) {
        subject = name;
        return this;
    }

    OddCertificate organisationId(String id) {
        return subject(subject(id));
    }

    OddCertificate issuedBy(X500Name name) {
        issuer = name;
        return this;
    }

    OddCertificate serial(BigInteger number) {
        serial = number;
        return this;
    }

    OddCertificate valid(Instant begin, Instant end) {
        from = begin;
        until = end;
        return this;
    }

    OddCertificate signedWith(String algorithm) {
        signature = algorithm;
        return this;
    }

    OddCertificate authority() {
        isAuthority = true;
        return this;
    }

    OddCertificate keyUsage(Integer bits) {
        keyUsage = bits;
        return this;
    }

    OddCertificate extendedKeyUsage(KeyPurposeId... uses) {
        extendedKeyUsage = uses;
        return this;
    }

    OddCertificate statements(ASN1Encodable value) {
        statements = value;
        return this;
    }

    OddCertificate psd2(ASN1Encodable statement) {
        return statements(statements("web", statement));
    }

    OddCertificate withoutDomains() {
        domains = null;
        return this;
    }

    OddCertificate with(String oid, boolean isCritical, byte[] value) {
        further.add(new Extension(new ASN1ObjectIdentifier(oid), isCritical, value));
        return this;
    }

    static X500Name subject(String organisationId) {
        var name = new X500NameBuilder().addRDN(BCStyle.C, "DE").addRDN(BCStyle.O, "Lantern Payments GmbH").addRDN(BCStyle.CN, "lantern-payments.example");
        return organisationId == null ? name.build() : name.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, organisationId).build();
    }

    /** A list of this one role. */
    static DERSequence roles(String oid, String name) {
        return new DERSequence(new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(oid), new DERUTF8String(name)}));
    }

    /** The statement that everything is right in. */
    static DERSequence psd2() {
        return (DERSequence) ((QCStatement) SampleCertificates.psd2("0.4.0.19495.1.2", "PSP_PI", "0.4.0.19495.1.3", "PSP_AI").getObjectAt(1)).getStatementInfo();
    }

    static DERSequence statements(String type, ASN1Encodable psd2) {
        var kind = new ASN1ObjectIdentifier(TYPE + (type.equals("web") ? ".3" : type.equals("eseal") ? ".2" : ".1"));
        return new DERSequence(new ASN1Encodable[] {new QCStatement(new ASN1ObjectIdentifier(COMPLIANCE)),
            new QCStatement(new ASN1ObjectIdentifier(TYPE), new DERSequence(kind)), new QCStatement(new ASN1ObjectIdentifier(PSD2), psd2)});
    }

    KeyPair keys() {
        return keys;
    }

    X509Certificate make() {
        try {
            var builder = new X509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(until), subject,
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            if (isAuthority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (keyUsage != null) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
            }
            if (extendedKeyUsage.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(extendedKeyUsage));
            }
            if (domains != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, domains);
            }
            if (statements != null) {
                builder.addExtension(Extension.qCStatements, false, statements);
            }
            for (var extension : further) {
                builder.addExtension(extension);
            }
            return X509Files.certificate(builder.build(new JcaContentSignerBuilder(signature).setProvider(X509Files.LENIENT).build(ISSUER.getPrivate())).getEncoded()).orElseThrow();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Finding> findings(Certificate.Kind kind, boolean isLive) {
        var made = make();
        return JudgeCertificate.of(ReadCertificate.of(made), List.of(made), new JudgeCertificate.Purpose(kind, isLive, false, null, NOW));
    }

    /** The codes of what is found where it is to be a live QWAC, but for the missing issuers. */
    List<String> codes() {
        return findings(Certificate.Kind.QWAC, true).stream().map(Finding::code)
                .filter(code -> !code.equals("issuers-missing") && !code.equals("policy-other")).toList();
    }
}
