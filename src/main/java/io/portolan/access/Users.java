package io.portolan.access;

import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The people who sign in with a password of ours. */
public interface Users {

    /** Adds a user; refused when the name is taken ({@code user-exists}) or not one, or the password too short ({@code invalid-user}). */
    void create(String name, Secret password, Set<Role> roles);

    /** Gives a user another password and lifts a lock; refused when there is no such user ({@code unknown-user}). */
    void changePassword(String name, Secret password);

    /** Lets a user sign in no more; refused when there is no such user ({@code unknown-user}). */
    void disable(String name);

    /** All users by name. */
    List<User> all();

    /**
     * A user as others may see them.
     *
     * @param signedInAt when they last signed in, or null
     */
    record User(String name, Set<Role> roles, boolean disabled, Instant signedInAt) { }
}
