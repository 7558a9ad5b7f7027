package io.portolan.portal;

import java.time.Instant;
import java.util.Optional;

/** The accounts that our TPPs have at portals. */
interface PortalAccounts {

    /** The account of this TPP at this portal. */
    Optional<PortalAccount> find(String tpp, String portal, String environment);

    /** Keeps a new account; one that is there already stays as it is. */
    void add(PortalAccount account);

    /** Remembers when it was last signed in to. */
    void signedIn(PortalAccount account, Instant at);
}
