package io.portolan.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Tells whether keys are the two halves of one pair. */
final class KeyPairs {

    private static final byte[] CHALLENGE = "do they belong together?".getBytes(StandardCharsets.US_ASCII);
    private static final BigInteger NUMBER = BigInteger.valueOf(65_521);

    private KeyPairs() {
    }

    /** Whether what one does, the other undoes; of keys that only differ in how they may be used, too. */
    static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        try {
            var theirs = publicKey instanceof RSAPublicKey ? publicKey : lenient(publicKey);
            if (key instanceof RSAPrivateKey ours && theirs instanceof RSAPublicKey rsa) {
                return ours.getModulus().equals(rsa.getModulus())
                        && NUMBER.modPow(ours.getPrivateExponent(), rsa.getModulus()).modPow(rsa.getPublicExponent(), rsa.getModulus()).equals(NUMBER);
            }
            var own = BouncyCastleProvider.getPrivateKey(PrivateKeyInfo.getInstance(key.getEncoded()));
            return theirs != null && own != null && own.getAlgorithm().equals(theirs.getAlgorithm()) && verifies(own, theirs);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // a signature of another curve or length is malformed for this key
            return false;
        }
    }

    private static PublicKey lenient(PublicKey key) throws IOException {
        return X509Files.LENIENT == null ? null : BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    private static boolean verifies(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        var algorithm = key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : key.getAlgorithm();
        var signature = Signature.getInstance(algorithm, X509Files.LENIENT);
        signature.initSign(key);
        signature.update(CHALLENGE);
        var signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(CHALLENGE);
        return signature.verify(signed);
    }
}
