package io.portolan.access;

import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens by which machines call the API. */
public interface Tokens {

    /**
     * Makes a token and gives it back, once; refused when the name is taken ({@code token-exists}), or when the name, the roles or
     * the end cannot be ({@code invalid-token}).
     *
     * @param scope the ids of the TPPs, and of single registrations, that are there for it; empty for all, but for a gateway for none
     * @param expiresAt when it ends, or null for never
     * @param actor who makes it, as the journal writes it
     */
    Secret create(String name, Set<Role> roles, Set<String> scope, Instant expiresAt, String actor);

    /** Refuses what {@link #create} would refuse, before somebody else is asked about it. */
    void check(String name, Set<Role> roles, Set<String> scope, Instant expiresAt);

    /** Accepts a token that was made elsewhere, in place of an earlier one of the same name; it should have 256 random bits. */
    void accept(String name, Secret token, Set<Role> roles, Instant expiresAt);

    /** Ends a token at once; refused when there is none of that name ({@code unknown-token}). */
    void revoke(String name, String actor);

    /** Whoever holds this token; empty where it is unknown, revoked or over. */
    Optional<Actor> actor(Secret token);

    /** All tokens by name, without themselves. */
    List<Token> all();

    /** A token as others may see it; the last use is known to the minute, and each time but the first may be null. */
    record Token(String name, Set<Role> roles, Set<String> scope, Instant createdAt, String createdBy, Instant expiresAt, Instant usedAt, Instant revokedAt) {

        /** Whether it lets anybody in then. */
        public boolean isValid(Instant then) {
            return revokedAt == null && (expiresAt == null || expiresAt.isAfter(then));
        }
    }
}
