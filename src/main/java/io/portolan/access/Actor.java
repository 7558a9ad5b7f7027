package io.portolan.access;

import io.portolan.database.Limit;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking.
 *
 * @param name {@code user:<name>}, {@code user:<issuer>#<name>}, {@code token:<name>} or {@code client:<id>}, as the journal writes it
 * @param roles the roles that were given, without those that they include
 * @param scope the ids of the TPPs, and of single registrations, that are there for them at all; empty for all of them, but to who is only a gateway for none
 */
public record Actor(String name, Set<Role> roles, Set<String> scope) {

    /** Keeps copies of the sets. */
    public Actor {
        roles = Set.copyOf(roles);
        scope = Set.copyOf(scope);
    }

    /** Somebody who is limited to nothing. */
    public Actor(String name, Set<Role> roles) {
        this(name, roles, Set.of());
    }

    /** Whether this is a person whom another signs in, and who has neither password nor second factor here. */
    public boolean isOfProvider() {
        return name.startsWith("user:") && name.indexOf('#') > 0;
    }

    /** Whether the values of credentials of this registration of this TPP may be seen. */
    public boolean maySeeCredentials(String registration, String tpp) {
        return may(Role.APPROVER) || isGatewayOf(registration, tpp);
    }

    /** Whether this registration of this TPP may be reported not to work, which a gateway is the first to see. */
    public boolean mayReportDegraded(String registration, String tpp) {
        return may(Role.OPERATOR) || isGatewayOf(registration, tpp);
    }

    private boolean isGatewayOf(String registration, String tpp) {
        return may(Role.GATEWAY) && (scope.contains(registration) || scope.contains(tpp));
    }

    /** How far the database reaches for them; empty where all of it is there. */
    public Optional<Limit> limit() {
        return scope.isEmpty() && !roles.equals(Set.of(Role.GATEWAY)) ? Optional.empty() : Optional.of(new Limit(scope, scope));
    }

    /** Whether one of the roles is this one or includes it. */
    public boolean may(Role role) {
        return roles.stream().anyMatch(given -> given.includes(role));
    }
}
