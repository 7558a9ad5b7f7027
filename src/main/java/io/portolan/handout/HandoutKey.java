package io.portolan.handout;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.nio.charset.StandardCharsets;

/** A key pair on the curve P-256. Its private half leaves this class only as signatures. */
public final class HandoutKey {

    private final ECKey pair;

    HandoutKey(ECKey pair) {
        this.pair = pair;
    }

    /** The thumbprint of the public key (RFC 7638). */
    String id() {
        return pair.getKeyID();
    }

    /** The public key as OpenSSL reads it. */
    String pem() {
        try {
            return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(pair.toECPublicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException("the key for what is handed out is none on P-256", e);
        }
    }

    /** The signature of these bytes: ECDSA with SHA-256, in DER. */
    byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.toECPrivateKey());
            signature.update(content);
            return signature.sign();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("the key for what is handed out does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "HandoutKey " + id();
    }
}
