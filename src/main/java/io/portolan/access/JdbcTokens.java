package io.portolan.access;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in a table, as their SHA-256: with 256 random bits nothing slower is needed, and one can be looked up by it. */
@Component
class JdbcTokens implements Tokens {

    private static final String SELECT = "select name, roles, scope, created_at, created_by, expires_at, used_at, revoked_at from api_tokens ";
    private static final String PREFIX = "ptl_";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcTokens(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Secret create(String name, Set<Role> roles, Set<String> scope, Instant expiresAt, String actor) {
        checkForm(name, roles, scope, expiresAt);
        var bits = new byte[32];
        random.nextBytes(bits);
        var token = Secret.of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        if (insert(name, token, roles, scope, expiresAt, actor, "on conflict do nothing") == 0) {
            throw exists(name);
        }
        journal.write(Act.by(actor, Act.HOUSE, "token-made", "%s, %s, %s".formatted(name,
                roles.stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and ")),
                expiresAt == null ? "without end" : "until " + expiresAt)));
        return token;
    }

    @Override
    public void accept(String name, Secret token, Set<Role> roles, Instant expiresAt) {
        checkForm(name, roles, Set.of(), null);
        insert(name, token, roles, Set.of(), expiresAt, "portolan", """
                on conflict (name) do update set sha256 = excluded.sha256, roles = excluded.roles, expires_at = excluded.expires_at, revoked_at = null
                """);
    }

    @Override
    public void check(String name, Set<Role> roles, Set<String> scope, Instant expiresAt) {
        checkForm(name, roles, scope, expiresAt);
        if (all().stream().anyMatch(token -> token.name().equals(name))) {
            throw exists(name);
        }
    }

    private static Refused exists(String name) {
        return Refused.conflict("token-exists", "There is a token \"" + name + "\" already.", Map.of("name", name));
    }

    private void checkForm(String name, Set<Role> roles, Set<String> scope, Instant expiresAt) {
        var wrong = new LinkedHashMap<String, String>();
        if (name == null || !NAME.matcher(name).matches()) {
            wrong.put("name", "Small letters, digits, dots, hyphens and underscores, 100 at most.");
        }
        if (roles.isEmpty()) {
            wrong.put("roles", "A token needs a role.");
        }
        if (!scope.stream().allMatch(id -> ID.matcher(id).matches())) {
            wrong.put("scope", "The ids of registrations or TPPs.");
        } else if (roles.contains(Role.ADMIN) && !scope.isEmpty()) {
            wrong.put("scope", "An admin cannot be limited to some TPPs.");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            wrong.put("expires", "This is over already.");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-token", "This token cannot be: " + String.join(" ", wrong.values()), wrong);
        }
    }

    private int insert(String name, Secret token, Set<Role> roles, Set<String> scope, Instant expiresAt, String actor, String onConflict) {
        return database.sql("""
                insert into api_tokens (name, sha256, roles, scope, created_at, created_by, expires_at)
                values (:name, :sha256, cast(:roles as text[]), cast(:scope as text[]), :now, :actor, :expires)
                """ + onConflict)
                .param("name", name).param("sha256", sha256(token)).param("roles", RoleArray.of(roles))
                .param("scope", scope.stream().sorted().collect(Collectors.joining(",", "{", "}"))).param("now", Timestamps.now(clock))
                .param("actor", actor).param("expires", Timestamps.of(expiresAt)).update();
    }

    @Override
    @Transactional
    public void revoke(String name, String actor) {
        if (database.sql("update api_tokens set revoked_at = :now where name = :name and revoked_at is null")
                .param("now", Timestamps.now(clock)).param("name", name).update() == 1) {
            journal.write(Act.by(actor, Act.HOUSE, "token-revoked", name));
        } else if (all().stream().noneMatch(token -> token.name().equals(name))) {
            throw Refused.notFound("unknown-token", "There is no token \"" + name + "\".");
        }
    }

    @Override
    public Optional<Actor> actor(Secret token) {
        var found = database.sql(SELECT + "where sha256 = :sha256 and revoked_at is null and (expires_at is null or expires_at > :now)")
                .param("sha256", sha256(token)).param("now", Timestamps.now(clock)).query(JdbcTokens::read).optional();
        found.ifPresent(this::used);
        return found.map(known -> new Actor("token:" + known.name(), known.roles(), known.scope()));
    }

    /** Written once a minute at most, so that reading stays reading. */
    private void used(Token token) {
        if (token.usedAt() == null || token.usedAt().isBefore(clock.instant().minusSeconds(60))) {
            database.sql("update api_tokens set used_at = :now where name = :name").param("now", Timestamps.now(clock)).param("name", token.name()).update();
        }
    }

    @Override
    public List<Token> all() {
        return database.sql(SELECT + "order by name").query(JdbcTokens::read).list();
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        return new Token(row.getString("name"), RoleArray.read(row, "roles"),
                Set.of((String[]) row.getArray("scope").getArray()), Timestamps.read(row, "created_at"), row.getString("created_by"),
                Timestamps.read(row, "expires_at"), Timestamps.read(row, "used_at"), Timestamps.read(row, "revoked_at"));
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
}
