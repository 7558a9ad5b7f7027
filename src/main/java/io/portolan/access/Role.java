package io.portolan.access;

import java.util.Arrays;
import java.util.List;

/** What somebody may do; a role includes what the roles below it may do. */
public enum Role {

    /** Sees everything but secrets. */
    VIEWER,
    /** Starts onboardings and does the tasks. */
    OPERATOR(VIEWER),
    /** Sees secrets, and approves as the second person. */
    APPROVER(OPERATOR),
    /** Reads and verifies the journal. */
    AUDITOR(VIEWER),
    /** Manages users and tokens, besides all the rest. */
    ADMIN(APPROVER, AUDITOR),
    /** A machine that reads registrations and their credentials, and reports those that do not work; nothing else. */
    GATEWAY;

    private final List<Role> below;

    Role(Role... below) {
        this.below = List.of(below);
    }

    /** Whether this role is the other or includes it. */
    public boolean includes(Role other) {
        return this == other || below.stream().anyMatch(role -> role.includes(other));
    }

    /** The name that Spring Security knows it by. */
    String authority() {
        return "ROLE_" + name();
    }

    static boolean isAuthority(String authority) {
        return authority.startsWith("ROLE_");
    }

    static Role ofAuthority(String authority) {
        return valueOf(authority.substring("ROLE_".length()));
    }

    /** The order of roles in Spring Security's notation. */
    static String hierarchy() {
        var lines = new StringBuilder();
        Arrays.stream(values()).forEach(role -> role.below.forEach(
                below -> lines.append(role.authority()).append(" > ").append(below.authority()).append('\n')));
        return lines.toString();
    }
}
