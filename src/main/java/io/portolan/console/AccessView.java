package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Role;
import io.portolan.access.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what, as the page shows it.
 *
 * @param isLocal whether the user signs in with a password of ours
 * @param isAdmin whether the tokens are shown at all
 * @param typed what was typed for a new token
 * @param wrong what is wrong with what was typed, by field; never a value of a secret
 */
record AccessView(String user, boolean isLocal, boolean isAdmin, List<TokenLine> tokens, List<RoleChoice> roles, TokenForm typed,
        Map<String, String> wrong) {

    /** A token as a row. */
    record TokenLine(String name, String roles, TimeView createdAt, String createdBy, TimeView expiresAt, TimeView usedAt, BadgeView state,
            boolean isValid) {

        static TokenLine of(Tokens.Token token, Instant now) {
            var state = token.revokedAt() != null ? new BadgeView("revoked", say("access.revoked"), "rejected")
                    : token.isValid(now) ? new BadgeView("valid", say("access.valid"), "done") : new BadgeView("over", say("access.over"), "quiet");
            return new TokenLine(token.name(), said(token),
                    TimeView.of(token.createdAt(), now), Wording.actor(token.createdBy()), TimeView.of(token.expiresAt(), now),
                    TimeView.of(token.usedAt(), now), state, token.isValid(now));
        }
    }

    /** A role to choose for a token, with what it may do. */
    record RoleChoice(String word, String label, String may, boolean isChosen) { }

    /** What is typed for a new token; the day is the last one on which it holds, or null for no end. */
    record TokenForm(String name, Set<Role> roles, String scope, LocalDate lastDay, String reason) { }

    static List<RoleChoice> roles(Set<Role> chosen) {
        return Arrays.stream(Role.values()).map(role ->
                new RoleChoice(role.name(), Wording.sentence(role), may(role), chosen.contains(role))).toList();
    }

    private static String said(Tokens.Token token) {
        var roles = token.roles().stream().sorted().map(Wording::word).collect(Collectors.joining(", "));
        return token.scope().isEmpty() ? roles : roles + ": " + token.scope().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String may(Role role) {
        return switch (role) {
            case VIEWER -> say("access.may-viewer");
            case OPERATOR -> say("access.may-operator");
            case APPROVER -> say("access.may-approver");
            case AUDITOR -> say("access.may-auditor");
            case ADMIN -> say("access.may-admin");
            case GATEWAY -> say("access.may-gateway");
        };
    }
}
