package io.portolan.access;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an admin does to users. A change of roles or password, and a disabling, end all sessions of the user with their next request. */
@Component
public class AdministerUsers {

    private final JdbcUsers users;
    private final FirstPassword firstPassword;
    private final SecondFactors secondFactors;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();

    AdministerUsers(JdbcUsers users, FirstPassword firstPassword, SecondFactors secondFactors, Journal journal) {
        this.users = users;
        this.firstPassword = firstPassword;
        this.secondFactors = secondFactors;
        this.journal = journal;
    }

    /**
     * Makes a user, and gives their first password back, once; the caller closes it.
     *
     * @throws Refused with codes {@code invalid-user} or {@code user-exists}
     */
    @Transactional
    public Secret make(String name, Set<Role> roles, Set<String> tpps, String actor) {
        var password = madeUp();
        users.create(name, password, roles, tpps);
        journal.write(Act.by(actor, Act.HOUSE, "user-made", name + ": " + words(roles, tpps)));
        return password;
    }

    /** What is to be otherwise with a user; null leaves a thing as it is. */
    public record Change(Set<Role> roles, Set<String> tpps, Boolean disabled) { }

    /**
     * Changes what a user may do.
     *
     * @throws Refused with codes {@code unknown-user}, {@code invalid-user}, {@code last-admin} or, where somebody would disable themselves, {@code own-user}
     */
    @Transactional
    public void change(String name, Change wish, String actor) {
        var admins = users.lockAdmins();
        var before = known(name);
        var roles = wish.roles() == null ? before.roles() : wish.roles();
        var tpps = wish.tpps() == null ? before.tpps() : wish.tpps();
        if (!roles.equals(before.roles()) || !tpps.equals(before.tpps())) {
            if (!roles.contains(Role.ADMIN)) {
                checkNotLast(name, admins);
            }
            users.changeRoles(name, roles, tpps);
            journal.write(Act.by(actor, Act.HOUSE, "user-changed",
                    "%s: %s, before: %s".formatted(name, words(roles, tpps), words(before.roles(), before.tpps()))));
        }
        var disabled = wish.disabled();
        if (disabled != null && disabled != before.disabled()) {
            if (disabled) {
                checkNotOwn(name, actor, "You cannot disable yourself; ask another admin.");
                checkNotLast(name, admins);
                users.disable(name);
            } else {
                users.enable(name);
            }
            journal.write(Act.by(actor, Act.HOUSE, disabled ? "user-disabled" : "user-enabled", name));
        }
    }

    /**
     * Gives a user a password that was made up, once, and lifts a lock; the caller closes it.
     *
     * @throws Refused with codes {@code unknown-user} or, since one's own asks for the old one, {@code own-user}
     */
    @Transactional
    public Secret givePassword(String name, String actor) {
        checkNotOwn(name, actor, "Your own password you change under your name.");
        var password = madeUp();
        users.changePassword(name, password);
        if (name.equals(FirstAdmin.NAME)) {
            firstPassword.forget();
        }
        journal.write(Act.by(actor, Act.HOUSE, "password-given", name));
        return password;
    }

    /** Lets a user try again at once whose name wrong passwords have locked; refused when there is no such user ({@code unknown-user}). */
    @Transactional
    public void unlock(String name, String actor) {
        if (known(name).lockedUntil() == null) {
            return;
        }
        users.unlock(name);
        journal.write(Act.by(actor, Act.HOUSE, "user-unlocked", name));
    }

    /** Removes the second factor of a user who has lost device and codes, which signs them out everywhere; refused when there is no such user ({@code unknown-user}). */
    @Transactional
    public void resetSecondFactor(String name, String actor) {
        known(name);
        secondFactors.reset(name, actor);
    }

    private Users.User known(String name) {
        return users.find(name).orElseThrow(() -> Refused.notFound("unknown-user", "There is no user " + name + "."));
    }

    private static void checkNotLast(String name, List<String> admins) {
        if (admins.equals(List.of(name))) {
            throw Refused.conflict("last-admin", name + " is the last admin. Make another one first.", Map.of("name", name));
        }
    }

    private static void checkNotOwn(String name, String actor, String sentence) {
        if (actor.equals("user:" + name)) {
            throw Refused.conflict("own-user", sentence, Map.of("name", name));
        }
    }

    private Secret madeUp() {
        var bits = new byte[15];
        random.nextBytes(bits);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    private static String words(Set<Role> roles, Set<String> tpps) {
        return roles.stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "))
                + (tpps.isEmpty() ? "" : " of " + String.join(" and ", new TreeSet<>(tpps)));
    }
}
