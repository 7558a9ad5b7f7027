package io.portolan.certificate;

import com.nimbusds.jose.jwk.Curve;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import java.util.Optional;

/** Which keys can make the signatures that banks want. */
public final class SigningKeys {

    private static final int LEAST_BITS_OF_JOSE = 2048;

    private SigningKeys() {
    }

    /**
     * What kind of key this is and which it takes, where it cannot make signatures of this algorithm, as RFC 7518 or
     * draft-cavage-http-signatures names it; empty where it can.
     */
    public static Optional<String> unfit(String algorithm, Key key) {
        var name = algorithm.toLowerCase(Locale.ROOT);
        return fits(name, key) ? Optional.empty() : Optional.of(said(key) + ". It takes " + needed(name) + ".");
    }

    private static boolean fits(String algorithm, Key key) {
        return switch (algorithm) {
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
        return switch (algorithm) {
            case "es256" -> "an EC key on P-256";
            case "ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512" -> "an EC key";
            case "rs256", "ps256" -> "an RSA key of at least " + LEAST_BITS_OF_JOSE + " bits";
            default -> "an RSA key";
        };
    }
}
