package io.portolan.leg;

import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.List;

/** The accounts that our TPPs have at portals, as people see them; their passwords and seeds are in the vault and never here. */
public interface AccountsAtPortals {

    /** All of them, by TPP, portal and environment. */
    List<Account> all();

    /**
     * Takes in an account that was made without us; its secrets are in the vault when this returns.
     *
     * @param seed the seed of its one-time codes, in base32 or as an {@code otpauth} address; null where it has none
     * @throws io.portolan.refusal.Refused with codes {@code missing-values}, {@code invalid-values}, {@code account-exists}
     */
    Account adopt(Adoption adoption, Secret password, Secret seed, String actor);

    /**
     * An account at a portal, shared by the banks of a group.
     *
     * @param owner who made it or answers for it
     * @param lastLogIn when Portolan last signed in with it, or null
     * @param expires when its password has to be new, or null
     * @param isAdopted whether it was there before us
     */
    record Account(String tpp, String portal, String environment, String login, String owner, Instant created, Instant lastLogIn,
            Instant expires, boolean hasSecondFactor, boolean isAdopted) { }

    /** What is known of an account that was made without us; the owner may be null. */
    record Adoption(String tpp, String portal, String environment, String login, String owner) { }
}
