package io.portolan.vault;

import io.portolan.refusal.Refused;
import java.util.Map;
import java.util.Optional;

/** Keeps secrets, each encrypted under its name and its TPP, and reveals one only to a named purpose. */
public interface Vault {

    /** Keeps a secret, in place of an earlier one of the same name; it is safe when this returns, whatever the caller's transaction does. */
    void keep(SecretName name, String tpp, Secret secret);

    /** The secret of that name, for this purpose; empty where there is none. The caller closes it. */
    Optional<Secret> reveal(SecretName name, Purpose purpose);

    /** Whether a secret of that name is kept. */
    boolean holds(SecretName name);

    /** Forgets the secret of that name for good. */
    void forget(SecretName name);

    /**
     * Why a secret is revealed.
     *
     * @param actor who asks: a leg of an onboarding, a user, a gateway's token
     * @param reason what for; a person's reason is written to the journal
     * @param toPerson whether a person gets to see it, which is journalled before it is revealed
     * @param chain the chain of the journal that it is written to: the onboarding or registration it belongs to
     */
    record Purpose(String actor, String reason, boolean toPerson, String chain) {

        private static final int SHORTEST_REASON = 3;

        /**
         * What a person gives as the reason, which the journal keeps, without white space around it.
         *
         * @throws Refused with code {@code reason-required} where it says nothing
         */
        public static String said(String reason) {
            if (reason == null || reason.strip().length() < SHORTEST_REASON) {
                throw Refused.invalid("reason-required", "Say why, in a few words; the journal keeps it.", Map.of("reason", "at least " + SHORTEST_REASON + " characters"));
            }
            return reason.strip();
        }

        /** For the work of a leg, which types or sends the secret and shows it to nobody. */
        public static Purpose leg(String onboarding, String leg) {
            return new Purpose("leg:" + leg, "work of the leg", false, onboarding);
        }
    }
}
