package io.portolan.account;

import io.portolan.vault.SecretName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts that our TPPs have at portals. */
public interface PortalAccounts {

    /** The account of this TPP at this portal. */
    Optional<PortalAccount> find(String tpp, String portal, String environment);

    /**
     * What to look for; what is null fits all.
     *
     * @param key the {@link PortalAccount#key} of the only one that is wanted
     * @param text what is in its login, its portal or the name of its owner
     */
    record Filter(String tpp, String key, String text) { }

    /** The first accounts in the order of TPP, portal and environment, those after the one of this {@link PortalAccount#key} where it is not null. */
    List<PortalAccount> page(Filter filter, String after, int limit);

    /** The accounts whose password has to be new before then. */
    List<PortalAccount> endingBefore(Instant end);

    /** All accounts of a TPP, or of all where it is null, in the order of portal and environment. */
    List<PortalAccount> of(String tpp);

    /** Keeps a new account and says so; one that is there already stays as it is. */
    boolean add(PortalAccount account);

    /** Puts an account in the place of one that was only made ready. */
    void replace(PortalAccount account);

    /** Remembers when it was last signed in to. */
    void signedIn(PortalAccount account, Instant at);

    /** Remembers under which name the vault keeps the password from now on, and when it has to be new again; null for never. */
    void renewed(PortalAccount account, SecretName password, Instant expires);

    /** Remembers under which name the vault keeps the seed of its codes. */
    void secondFactor(PortalAccount account, SecretName seed);

    /**
     * Gives the time step (RFC 6238, section 4.2) whose code is to be entered: this one, or the next that none was taken of. None is given
     * twice, by whichever node and after whatever restart, since portals take each only once (section 5.2).
     */
    long takeStep(PortalAccount account, long present);
}
