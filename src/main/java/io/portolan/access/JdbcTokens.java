package io.portolan.access;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens in a table, as their SHA-256: with 256 random bits nothing slower is needed, and one can be looked up by it. */
@Component
class JdbcTokens implements Tokens {

    private static final String PREFIX = "ptl_";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Secret create(String name, Set<Role> roles, Instant expiresAt) {
        var bits = new byte[32];
        random.nextBytes(bits);
        var token = Secret.of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        if (insert(name, token, roles, expiresAt, "on conflict do nothing") == 0) {
            throw Refused.conflict("token-exists", "There is a token of that name.", Map.of("name", name));
        }
        return token;
    }

    @Override
    public void accept(String name, Secret token, Set<Role> roles, Instant expiresAt) {
        insert(name, token, roles, expiresAt, """
                on conflict (name) do update set sha256 = excluded.sha256, roles = excluded.roles, expires_at = excluded.expires_at, revoked_at = null
                """);
    }

    private int insert(String name, Secret token, Set<Role> roles, Instant expiresAt, String onConflict) {
        if (!NAME.matcher(name).matches() || roles.isEmpty()) {
            throw Refused.invalid("invalid-token", "A token needs a name of small letters, digits, dots, hyphens or underscores, and a role.", Map.of("name", name));
        }
        return database.sql("""
                insert into api_tokens (name, sha256, roles, created_at, created_by, expires_at)
                values (:name, :sha256, cast(:roles as text[]), :now, 'portolan', :expires)
                """ + onConflict)
                .param("name", name).param("sha256", sha256(token)).param("roles", RoleArray.of(roles)).param("now", now())
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public void revoke(String name) {
        if (database.sql("update api_tokens set revoked_at = coalesce(revoked_at, :now) where name = :name")
                .param("now", now()).param("name", name).update() == 0) {
            throw Refused.notFound("unknown-token", "There is no token " + name + ".");
        }
    }

    @Override
    public Optional<Actor> actor(Secret token) {
        var found = database.sql("""
                select name, roles, used_at from api_tokens
                 where sha256 = :sha256 and revoked_at is null and (expires_at is null or expires_at > :now)
                """).param("sha256", sha256(token)).param("now", now())
                .query((row, n) -> new Token(row.getString("name"), RoleArray.read(row, "roles"), null, RoleArray.instant(row, "used_at"), null))
                .optional();
        found.ifPresent(this::used);
        return found.map(known -> new Actor("token:" + known.name(), known.roles()));
    }

    /** Written once a minute at most, so that reading stays reading. */
    private void used(Token token) {
        if (token.usedAt() == null || token.usedAt().isBefore(clock.instant().minusSeconds(60))) {
            database.sql("update api_tokens set used_at = :now where name = :name").param("now", now()).param("name", token.name()).update();
        }
    }

    @Override
    public List<Token> all() {
        return database.sql("select name, roles, expires_at, used_at, revoked_at from api_tokens order by name")
                .query((row, n) -> new Token(row.getString("name"), RoleArray.read(row, "roles"), RoleArray.instant(row, "expires_at"),
                        RoleArray.instant(row, "used_at"), RoleArray.instant(row, "revoked_at"))).list();
    }

    private static String sha256(Secret token) {
        return token.revealUtf8(bytes -> {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
