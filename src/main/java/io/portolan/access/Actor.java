package io.portolan.access;

import java.util.Set;

/**
 * Who is asking.
 *
 * @param name {@code user:<name>} or {@code token:<name>}, as the journal writes it
 * @param roles the roles that were given, without those that they include
 */
public record Actor(String name, Set<Role> roles) {

    /** Keeps a copy of the roles. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether one of the roles is this one or includes it. */
    public boolean may(Role role) {
        return roles.stream().anyMatch(given -> given.includes(role));
    }
}
