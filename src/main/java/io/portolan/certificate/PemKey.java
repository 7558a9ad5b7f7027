package io.portolan.certificate;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** A private key as PEM: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) or SEC 1 (RFC 5915), not encrypted. */
final class PemKey {

    private static final byte[] CHALLENGE = "do they belong together?".getBytes(StandardCharsets.US_ASCII);

    private PemKey() {
    }

    static PrivateKey read(Secret pem) {
        var characters = pem.reveal(text -> {
            var copy = new char[text.length()];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = text.charAt(i);
            }
            return copy;
        });
        try (var parser = new PEMParser(new CharArrayReader(characters))) {
            for (var part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PEMKeyPair pair) {
                    return key(pair.getPrivateKeyInfo());
                }
                if (part instanceof PrivateKeyInfo info) {
                    return key(info);
                }
                if (part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo) {
                    throw Unsuitable.because("key", "The private key is encrypted; decrypt it first, for instance with"
                            + " openssl pkey.");
                }
            }
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // the cause is left out: it may quote the key
            throw Unsuitable.because("key", "The private key cannot be read; it is expected as PEM with an RSA or EC key.");
        } finally {
            Arrays.fill(characters, '\0');
        }
        throw Unsuitable.because("key", "There is no private key in it; it is expected as PEM, beginning with"
                + " -----BEGIN PRIVATE KEY-----.");
    }

    /** The key as PEM in PKCS #8. */
    static Secret written(PrivateKey key) {
        var encoded = key.getEncoded();
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(encoded);
        var pem = new StringBuilder("-----BEGIN PRIVATE KEY-----\n");
        for (var character : body) {
            pem.append((char) character);
        }
        pem.append("\n-----END PRIVATE KEY-----\n");
        Arrays.fill(encoded, (byte) 0);
        Arrays.fill(body, (byte) 0);
        var secret = Secret.of(pem);
        pem.replace(0, pem.length(), "\0".repeat(pem.length()));
        return secret;
    }

    /** Whether the keys are the two halves of one pair: what one signs, the other verifies. */
    static boolean belongsTo(PrivateKey key, PublicKey publicKey) {
        if (!key.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return false;
        }
        try {
            var signature = Signature.getInstance(switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            });
            signature.initSign(key);
            signature.update(CHALLENGE);
            var signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(CHALLENGE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // a signature of another curve or length is malformed for this key
            return false;
        }
    }

    private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        var encoded = info.getEncoded();
        try {
            return KeyFactory.getInstance(algorithm(info.getPrivateKeyAlgorithm().getAlgorithm()))
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static String algorithm(ASN1ObjectIdentifier id) throws GeneralSecurityException {
        if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (id.equals(EdECObjectIdentifiers.id_Ed25519) || id.equals(EdECObjectIdentifiers.id_Ed448)) {
            return "EdDSA";
        }
        throw new InvalidKeyException("neither RSA nor EC");
    }
}
