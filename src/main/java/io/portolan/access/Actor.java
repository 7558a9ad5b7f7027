package io.portolan.access;

import java.util.Set;

/**
 * Who is asking.
 *
 * @param name {@code user:<name>} or {@code token:<name>}, as the journal writes it
 * @param roles the roles that were given, without those that they include
 * @param scope the ids of the registrations and TPPs whose credentials a gateway may see and whose trouble it may report; of no account for other roles
 */
public record Actor(String name, Set<Role> roles, Set<String> scope) {

    /** Keeps copies of the sets. */
    public Actor {
        roles = Set.copyOf(roles);
        scope = Set.copyOf(scope);
    }

    /** Somebody who is no gateway. */
    public Actor(String name, Set<Role> roles) {
        this(name, roles, Set.of());
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

    /** Whether one of the roles is this one or includes it. */
    public boolean may(Role role) {
        return roles.stream().anyMatch(given -> given.includes(role));
    }
}
