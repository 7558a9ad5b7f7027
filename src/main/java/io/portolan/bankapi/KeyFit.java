package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.SigningKeys;
import io.portolan.leg.Outcome;
import java.security.Key;

/** Whether a key can make the signatures that a bank wants, looked at before anything is signed or sent. */
final class KeyFit {

    private KeyFit() {
    }

    /** Stops where the key of this certificate cannot make signatures of this algorithm. */
    static void check(String algorithm, Certificate certificate) {
        check(algorithm, certificate.leaf().getPublicKey(), certificate.kind().said());
    }

    /** Stops where this key, which is our so called one, cannot make signatures of this algorithm. */
    static void check(String algorithm, Key key, String called) {
        SigningKeys.unfit(algorithm, key).ifPresent(why -> {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The bank wants a signature by " + algorithm + ", for which our " + called
                    + " has the wrong kind of key, " + why, null);
        });
    }
}
