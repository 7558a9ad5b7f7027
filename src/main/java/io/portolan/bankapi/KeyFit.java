package io.portolan.bankapi;

import com.nimbusds.jose.jwk.Curve;
import io.portolan.certificate.Certificate;
import io.portolan.leg.Outcome;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;

/** Whether a key can make the signatures that a bank wants, looked at before anything is signed or sent. */
final class KeyFit {

    private static final int LEAST_BITS_OF_JOSE = 2048;

    private KeyFit() {
    }

    /** Stops where the key of this certificate cannot make signatures of this algorithm, as RFC 7518 or draft-cavage-http-signatures names it. */
    static void check(String algorithm, Certificate certificate) {
        check(algorithm, certificate.leaf().getPublicKey(), certificate.kind().said());
    }

    /** Stops where this key, which is our so called one, cannot make signatures of this algorithm. */
    static void check(String algorithm, Key key, String called) {
        if (!fits(algorithm, key)) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The bank wants a signature by " + algorithm + ", for which our " + called + " has the wrong kind of key, "
                    + said(key) + ". It takes " + needed(algorithm) + ".", null);
        }
    }

    private static boolean fits(String algorithm, Key key) {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            // RFC 7518, section 3.4: one curve for each; the draft takes any
            case "es256" -> curve(key) == Curve.P_256;
            case "ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512" -> key instanceof ECKey;
            case "rs256", "ps256" -> isPlainRsa(key) && ((RSAKey) key).getModulus().bitLength() >= LEAST_BITS_OF_JOSE;
            default -> isPlainRsa(key);
        };
    }

    /** A key that is bound to PSS (RFC 4055, section 1.2) is called by another name. */
    private static boolean isPlainRsa(Key key) {
        return key instanceof RSAKey && key.getAlgorithm().equals("RSA");
    }

    private static Curve curve(Key key) {
        return key instanceof ECKey ec ? Curve.forECParameterSpec(ec.getParams()) : null;
    }

    private static String said(Key key) {
        if (key instanceof RSAKey rsa) {
            return key.getAlgorithm() + " " + rsa.getModulus().bitLength();
        }
        return key.getAlgorithm() + (curve(key) == null ? "" : " " + curve(key));
    }

    private static String needed(String algorithm) {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "es256" -> "an EC key on P-256";
            case "ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512" -> "an EC key";
            case "rs256", "ps256" -> "an RSA key of at least " + LEAST_BITS_OF_JOSE + " bits";
            default -> "an RSA key";
        };
    }
}
