package io.portolan.access;

import java.util.Optional;

/** How those who sign in wish to see pages, also whom a provider signs in; it is theirs in whatever browser. */
public interface Looks {

    /** The wish of whoever signs in by this name; empty where they have said none. */
    Optional<Look> of(String user);

    /** Keeps the wish of whoever signs in by this name. */
    void keep(String user, Look look);
}
