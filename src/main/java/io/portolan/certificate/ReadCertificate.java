package io.portolan.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Reads a certificate part by part; a part that cannot be read is named and takes nothing else along. */
final class ReadCertificate {

    private static final Set<String> KNOWN = Set.of("2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.18", "2.5.29.19", "2.5.29.30",
            "2.5.29.31", "2.5.29.32", "2.5.29.33", "2.5.29.35", "2.5.29.36", "2.5.29.37", "2.5.29.46", "1.3.6.1.5.5.7.1.1", "1.3.6.1.5.5.7.1.11",
            "1.3.6.1.4.1.11129.2.4.2");
    private static final List<String> USES = List.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment",
            "keyAgreement", "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly");

    private final Certificate certificate;
    private final Extensions extensions;
    private final List<String> unreadable = new ArrayList<>();

    private ReadCertificate(Certificate certificate) {
        this.certificate = certificate;
        this.extensions = certificate.getTBSCertificate().getExtensions();
    }

    static CertificateContents of(X509Certificate certificate) {
        try {
            return new ReadCertificate(Certificate.getInstance(certificate.getEncoded())).read(certificate);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private CertificateContents read(X509Certificate parsed) {
        var subject = attempt("subject", () -> ReadSubject.of(certificate.getSubject()), ReadSubject.NONE);
        var key = attempt("key", () -> key(parsed), new CertificateContents.Key("unknown", 0, null));
        var signature = attempt("signatureAlgorithm", () -> ReadKey.signature(certificate.getSignatureAlgorithm()), "unknown");
        var statements = extension(Extension.qCStatements, ReadStatements::of, CertificateContents.QualifiedStatements.NONE);
        var policies = extension(Extension.certificatePolicies, ReadCertificate::policies, List.<String>of());
        var uses = extension(Extension.keyUsage, ReadCertificate::keyUsage, null);
        var extendedUses = extension(Extension.extendedKeyUsage, value -> Collections.unmodifiableSet(new TreeSet<>(LooseAsn1.oids(value))), null);
        var names = extension(Extension.subjectAlternativeName, ReadCertificate::dnsNames, List.<String>of());
        boolean isAuthority = extension(Extension.basicConstraints, value -> BasicConstraints.getInstance(value).isCA(), false);
        return new CertificateContents(subject, attempt("issuer", () -> ReadSubject.said(certificate.getIssuer()), ""), parsed.getSerialNumber(),
                parsed.getNotBefore().toInstant(), parsed.getNotAfter().toInstant(), key, signature, statements, policies, uses, extendedUses, names,
                isAuthority, isSelfIssued(), unknownCritical(), List.copyOf(unreadable));
    }

    /** What can be told of a key says nothing on whether it is one, as of a point that is not on its curve. */
    private CertificateContents.Key key(X509Certificate parsed) {
        var key = ReadKey.of(certificate.getSubjectPublicKeyInfo());
        if (key.bits() > 0) {
            parsed.getPublicKey();
        }
        return key;
    }

    private interface Part<T> {
        T read();
    }

    private <T> T attempt(String name, Part<T> part, T otherwise) {
        try {
            return part.read();
        } catch (RuntimeException malformed) {
            unreadable.add(name);
            return otherwise;
        }
    }

    private <T> T extension(ASN1ObjectIdentifier id, Function<ASN1Encodable, T> reading, T otherwise) {
        var extension = extensions == null ? null : extensions.getExtension(id);
        return extension == null ? otherwise : attempt(named(id), () -> reading.apply(parsed(extension)), otherwise);
    }

    private static ASN1Encodable parsed(Extension extension) {
        if (!Nesting.isBearable(extension.getExtnValue().getOctets())) {
            throw new IllegalArgumentException("no extension is nested so deeply");
        }
        return extension.getParsedValue();
    }

    private static String named(ASN1ObjectIdentifier id) {
        return id.equals(Extension.qCStatements) ? "qcStatements" : id.equals(Extension.keyUsage) ? "keyUsage"
                : id.equals(Extension.extendedKeyUsage) ? "extendedKeyUsage" : id.equals(Extension.certificatePolicies) ? "certificatePolicies"
                : id.equals(Extension.subjectAlternativeName) ? "subjectAltName" : "basicConstraints";
    }

    private static List<String> policies(ASN1Encodable value) {
        var policies = new ArrayList<String>();
        for (var entry : ASN1Sequence.getInstance(value)) {
            // what follows the OID qualifies it, and is of no interest here
            policies.add(ASN1ObjectIdentifier.getInstance(entry.toASN1Primitive() instanceof ASN1Sequence information
                    ? information.getObjectAt(0) : entry).getId());
        }
        return List.copyOf(policies);
    }

    private static Set<String> keyUsage(ASN1Encodable value) {
        var bits = KeyUsage.getInstance(value);
        var uses = new TreeSet<String>();
        for (int i = 0; i < USES.size(); i++) {
            if (bits.hasUsages(i == 8 ? KeyUsage.decipherOnly : 1 << 7 - i)) {
                uses.add(USES.get(i));
            }
        }
        return Collections.unmodifiableSet(uses);
    }

    private static List<String> dnsNames(ASN1Encodable value) {
        var names = new ArrayList<String>();
        for (var name : GeneralNames.getInstance(value).getNames()) {
            if (name.getTagNo() == GeneralName.dNSName) {
                names.add(name.getName().toString());
            }
        }
        return List.copyOf(names);
    }

    private boolean isSelfIssued() {
        return X500Name.getInstance(certificate.getSubject()).equals(certificate.getIssuer());
    }

    private List<String> unknownCritical() {
        var unknown = new ArrayList<String>();
        if (extensions != null) {
            for (var id : extensions.getCriticalExtensionOIDs()) {
                if (!KNOWN.contains(id.getId())) {
                    unknown.add(id.getId());
                }
            }
        }
        return List.copyOf(unknown);
    }
}
