package io.portolan.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The forms in which a private key is written in DER; the structure tells them apart, whatever a label says. */
final class KeyForms {

    private KeyForms() {
    }

    /** The key as PKCS #8, from whichever form; a curve is only needed by a SEC 1 key that does not name its own. */
    static PrivateKeyInfo plain(byte[] der, X962Parameters curve) {
        var sequence = sequence(der);
        try {
            if (sequence.getObjectAt(1) instanceof ASN1Integer) {
                return new PrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        RSAPrivateKey.getInstance(sequence));
            }
            if (sequence.getObjectAt(1) instanceof ASN1OctetString) {
                return sec1(ECPrivateKey.getInstance(sequence), curve);
            }
            return PrivateKeyInfo.getInstance(sequence);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a private key");
        }
    }

    private static ASN1Sequence sequence(byte[] der) {
        if (!Nesting.isBearable(der)) {
            throw new IllegalArgumentException("no key is nested so deeply");
        }
        return ASN1Sequence.getInstance(der);
    }

    private static PrivateKeyInfo sec1(ECPrivateKey key, X962Parameters given) throws IOException {
        var own = key.getParametersObject();
        ASN1BitString publicKey = key.getPublicKey();
        int bits = 8 * ASN1OctetString.getInstance(ASN1Sequence.getInstance(key.toASN1Primitive()).getObjectAt(1)).getOctetsLength();
        var curve = own != null ? X962Parameters.getInstance(own) : given != null ? given : usual(bits);
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
                publicKey == null ? new ECPrivateKey(bits, key.getKey()) : new ECPrivateKey(bits, key.getKey(), publicKey, null));
    }

    /** Some programs leave the curve out; then it is the usual one of this length, or the key will not belong to its certificate. */
    private static X962Parameters usual(int bits) {
        return new X962Parameters(bits > 384 ? SECObjectIdentifiers.secp521r1 : bits > 256 ? SECObjectIdentifiers.secp384r1 : SECObjectIdentifiers.secp256r1);
    }

    /** The encrypted key (RFC 5958, section 3); empty where it is in another form. */
    static Optional<EncryptedPrivateKeyInfo> encrypted(byte[] der) {
        try {
            var sequence = sequence(der);
            return sequence.size() == 2 && sequence.getObjectAt(0) instanceof ASN1Sequence && sequence.getObjectAt(1) instanceof ASN1OctetString
                    ? Optional.of(EncryptedPrivateKeyInfo.getInstance(sequence)) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The key as Java knows it; of a curve that only the lenient provider knows, by that. */
    static PrivateKey key(PrivateKeyInfo info) {
        byte[] encoded = null;
        try {
            encoded = info.getEncoded();
            return KeyFactory.getInstance(algorithm(info)).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IOException e) {
            return lenient(info);
        } finally {
            if (encoded != null) {
                Arrays.fill(encoded, (byte) 0);
            }
        }
    }

    private static PrivateKey lenient(PrivateKeyInfo info) {
        try {
            var key = X509Files.LENIENT == null ? null : BouncyCastleProvider.getPrivateKey(info);
            if (key == null) {
                throw new IllegalArgumentException("neither RSA nor EC");
            }
            return key;
        } catch (IOException e) {
            // the cause is left out: it may quote the key
            throw new IllegalArgumentException("not a private key");
        }
    }

    private static String algorithm(PrivateKeyInfo info) throws GeneralSecurityException {
        var id = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (id.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return "RSASSA-PSS";
        }
        if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (id.equals(EdECObjectIdentifiers.id_Ed25519) || id.equals(EdECObjectIdentifiers.id_Ed448)) {
            return "EdDSA";
        }
        throw new GeneralSecurityException("neither RSA nor EC");
    }
}
