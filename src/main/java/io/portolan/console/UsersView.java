package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The users as a page shows them.
 *
 * @param roles the roles to choose for a new one
 * @param typed the name that was typed for a new one
 * @param tpps the TPPs that were typed for a new one
 * @param wrong what is wrong with what was typed, by field
 */
record UsersView(List<UserLine> users, List<AccessView.RoleChoice> roles, String typed, String tpps, Map<String, String> wrong) {

    /** A user as a row, and as the page of one. */
    record UserLine(String name, String roles, String tpps, BadgeView state, TimeView createdAt, TimeView signedInAt, int failures, TimeView lockedUntil, boolean isDisabled,
            boolean hasSecondFactor) {

        static UserLine of(Users.User user, Instant now) {
            var locked = user.isLocked(now);
            var state = user.disabled() ? new BadgeView("disabled", say("access.disabled"), "quiet")
                    : locked ? new BadgeView("locked", say("access.locked"), "waiting") : new BadgeView("active", say("access.active"), "done");
            return new UserLine(user.name(), user.roles().stream().sorted().map(Wording::word).collect(Collectors.joining(", ")), String.join(", ", new TreeSet<>(user.tpps())), state,
                    TimeView.of(user.createdAt(), now), TimeView.of(user.signedInAt(), now), user.failures(),
                    TimeView.of(locked ? user.lockedUntil() : null, now), user.disabled(), user.secondFactor());
        }
    }

    /** What was typed for a user and not taken. */
    record Wanted(Set<Role> roles, String tpps) { }

    /**
     * One user with the roles to choose.
     *
     * @param tpps the TPPs that they are limited to, or that were typed and not taken
     * @param isOwn whether it is who looks
     * @param problem what cannot be, or null
     * @param wrongTpps what is wrong with the TPPs that were typed, or null
     */
    record OneView(UserLine user, List<AccessView.RoleChoice> roles, String tpps, boolean isOwn, String problem, String wrongTpps) {

        /** The user as kept, and where something was refused, what was typed; both of it may be null. */
        static OneView of(Users.User user, Wanted typed, boolean isOwn, Refused refusal, Instant now) {
            var line = UserLine.of(user, now);
            return new OneView(line, UsersView.roles(typed == null ? user.roles() : typed.roles()), typed == null ? line.tpps() : typed.tpps(), isOwn,
                    refusal == null ? null : refusal.getMessage(), refusal == null ? null : refusal.about().get("tpps"));
        }
    }

    /** The roles that people may have. */
    static List<AccessView.RoleChoice> roles(Set<Role> chosen) {
        return AccessView.roles(chosen).stream().filter(choice -> !choice.word().equals(Role.GATEWAY.name())).toList();
    }
}
