package io.portolan.certificate;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/** Reads what a public key is, and what a signature was made with. */
final class ReadKey {

    private static final DefaultAlgorithmNameFinder NAMES = new DefaultAlgorithmNameFinder();

    private ReadKey() {
    }

    static CertificateContents.Key of(SubjectPublicKeyInfo info) {
        var id = info.getAlgorithm().getAlgorithm();
        if (id.equals(PKCSObjectIdentifiers.rsaEncryption) || id.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return new CertificateContents.Key(id.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : "RSASSA-PSS", modulusBits(info), null);
        }
        if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return curve(X962Parameters.getInstance(info.getAlgorithm().getParameters()));
        }
        if (id.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return new CertificateContents.Key("Ed25519", 256, null);
        }
        if (id.equals(EdECObjectIdentifiers.id_Ed448)) {
            return new CertificateContents.Key("Ed448", 456, null);
        }
        return new CertificateContents.Key(id.equals(X9ObjectIdentifiers.id_dsa) ? "DSA" : name(id), 0, null);
    }

    private static int modulusBits(SubjectPublicKeyInfo info) {
        try {
            return RSAPublicKey.getInstance(info.parsePublicKey()).getModulus().bitLength();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CertificateContents.Key curve(X962Parameters parameters) {
        if (!parameters.isNamedCurve()) {
            // RFC 5480, section 2.1.1: a curve that is not said is one that nobody knows
            return parameters.isImplicitlyCA() ? new CertificateContents.Key("EC without a curve", 0, null)
                    : new CertificateContents.Key("EC", X9ECParameters.getInstance(parameters.getParameters()).getN().bitLength(), "explicit");
        }
        var id = ASN1ObjectIdentifier.getInstance(parameters.getParameters());
        var known = ECNamedCurveTable.getByOIDLazy(id);
        var nist = NISTNamedCurves.getName(id);
        var name = nist != null ? nist : ECNamedCurveTable.getName(id);
        return new CertificateContents.Key("EC", known == null ? 0 : known.getCurve().getFieldSize(), name == null ? id.getId() : name);
    }

    /** The name of a signature's algorithm as Java has it; for RSASSA-PSS with its hash. */
    static String signature(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            var parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
            var hash = parameters == null ? "SHA1" : name(parameters.getHashAlgorithm().getAlgorithm());
            return hash.replace("-", "") + "withRSAandMGF1";
        }
        var name = name(algorithm.getAlgorithm());
        return name.replaceAll("(?i)WITH", "with").replace("RSAENCRYPTION", "RSA");
    }

    private static String name(ASN1ObjectIdentifier id) {
        var name = NAMES.getAlgorithmName(id);
        return name == null ? id.getId() : name;
    }
}
