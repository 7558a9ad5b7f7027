package io.portolan.database;

import java.util.Set;

/**
 * What is left of the database for somebody who is limited: the rest is not there for them.
 *
 * @param tpps the ids of the TPPs all of whose things are there
 * @param registrations the ids of registrations that are there besides, whosesoever they are
 */
public record Limit(Set<String> tpps, Set<String> registrations) {

    /** Keeps copies of the sets. */
    public Limit {
        tpps = Set.copyOf(tpps);
        registrations = Set.copyOf(registrations);
    }
}
