package io.portolan.account;

import io.portolan.vault.SecretName;
import java.time.Instant;

/**
 * An account of a TPP at a portal, shared by the banks of a group.
 *
 * @param password the name under which the vault keeps its password
 * @param secondFactor the name under which the vault keeps the seed of its one-time codes, or null
 * @param owner who made it or answers for it
 * @param expires when its password has to be new, or null
 * @param adopted whether it was there before us
 */
public record PortalAccount(String tpp, String portal, String environment, String login, SecretName password, SecretName secondFactor,
        String owner, Instant created, Instant lastLogIn, Instant expires, boolean adopted) {

    /** What tells it from all others, and puts them in order: whose, at which portal, in which environment. */
    public String key() {
        return tpp + "/" + portal + "/" + environment;
    }

    /** Whether it does not stem from an onboarding alone that began at this moment, or is known to work. */
    public boolean isFromBefore(Instant began) {
        return adopted || lastLogIn != null || created.isBefore(began);
    }

    /** The name of a secret of such an account. */
    public static SecretName secret(String tpp, String portal, String environment, String what) {
        return SecretName.of("portal-accounts", tpp, portal, environment, what);
    }
}
