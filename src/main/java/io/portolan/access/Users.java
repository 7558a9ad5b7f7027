package io.portolan.access;

import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people who sign in with a password of ours. */
public interface Users {

    /**
     * Adds a user; refused when the name is taken ({@code user-exists}) or not one, or the password too short ({@code invalid-user}).
     *
     * @param tpps the ids of the TPPs that the user is limited to; empty for all, as it has to be for an admin
     */
    void create(String name, Secret password, Set<Role> roles, Set<String> tpps);

    /** Adds a user who is limited to no TPPs. */
    default void create(String name, Secret password, Set<Role> roles) {
        create(name, password, roles, Set.of());
    }

    /** Gives a user another password and lifts a lock; refused when there is no such user ({@code unknown-user}). */
    void changePassword(String name, Secret password);

    /** Lets a user sign in no more; refused when there is no such user ({@code unknown-user}). */
    void disable(String name);

    /** All users by name. */
    List<User> all();

    /** The user of that name; empty where there is none. */
    Optional<User> find(String name);

    /**
     * A user as others may see them.
     *
     * @param tpps the ids of the TPPs that they are limited to; empty for all
     * @param signedInAt when they last signed in, or null
     * @param failures the wrong passwords since then
     * @param lockedUntil until when too many of them have locked the name, also where that is over; or null
     * @param secondFactor whether they are asked for a code after the password
     */
    record User(String name, Set<Role> roles, Set<String> tpps, boolean disabled, Instant createdAt, Instant signedInAt, int failures, Instant lockedUntil,
            boolean secondFactor) {

        /** Whether nobody gets in by that name then, whatever the password. */
        public boolean isLocked(Instant then) {
            return lockedUntil != null && lockedUntil.isAfter(then);
        }
    }
}
