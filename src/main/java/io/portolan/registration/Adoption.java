package io.portolan.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a registration was taken in that existed before us, and what was told of it.
 *
 * @param by who took it in
 * @param proof what became of proving it
 * @param proofNote why its proof has not begun, or null
 * @param tries how often its proof was begun in vain
 * @param nextTry when that is tried again, or null
 */
public record Adoption(String registration, Origin origin, String by, Proof proof, String proofNote, int tries, Instant nextTry) {

    /** One that was taken in just now. */
    public Adoption(String registration, Origin origin, String by, Proof proof, String proofNote) {
        this(registration, origin, by, proof, proofNote, 0, null);
    }

    /**
     * What somebody knows of how a registration was made; all of it may be null or empty.
     *
     * @param branch the key of the branch that was named, also where it does not register by itself
     * @param registeredOn the day on which the bank registered us
     * @param liveSince the day since which it is used
     * @param means how it was made
     * @param madeBy who made it
     * @param certificates the ids of our certificates that it was made with
     * @param redirectUris those that the bank has
     */
    public record Origin(String branch, LocalDate registeredOn, LocalDate liveSince, Registration.Method means, String madeBy, List<String> certificates,
            List<String> redirectUris) {

        /** Copies the lists. */
        public Origin {
            certificates = List.copyOf(certificates);
            redirectUris = List.copyOf(redirectUris);
        }
    }

    /** What becomes of proving it without anybody asking. */
    public enum Proof {
        /** It is to begin as soon as it can; where something in Portolan has failed, it is tried again. */
        WANTED,
        /** It has begun: an onboarding proves it. */
        BEGUN,
        /** Something stood in its way, which a person has to see to first. */
        NOT_BEGUN,
        /** A person asks for it, since that was wanted or since what it needs is to be handed in first. */
        LATER
    }
}
