package io.portolan.access;

import io.portolan.database.Timestamps;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Users in a table. Wrong passwords lock a user for a time that doubles with each, so that guessing leads nowhere and nobody is locked out for good. */
@Component
class JdbcUsers implements Users {

    static final int SHORTEST_PASSWORD = 10;

    private static final String SELECT = """
            select name, roles, tpps, disabled_at, created_at, signed_in_at, failures, locked_until,
                   exists (select from second_factors f where f.name = users.name and confirmed_at is not null) as second_factor
              from users
            """;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final Pattern TPP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int FREE_FAILURES = 4;
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Clock clock;

    JdbcUsers(JdbcClient database, PasswordEncoder encoder, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public void create(String name, Secret password, Set<Role> roles, Set<String> tpps) {
        if (name == null || !NAME.matcher(name).matches()) {
            var form = "A user's name has small letters, digits, dots, hyphens, underscores or @, 100 at most.";
            throw Refused.invalid("invalid-user", form, Map.of("name", form));
        }
        check(roles, tpps);
        try {
            database.sql("""
                    insert into users (name, password, roles, tpps, created_at)
                    values (:name, :password, cast(:roles as text[]), cast(:tpps as text[]), :now)
                    """).param("name", name).param("password", encoded(password)).param("roles", RoleArray.of(roles)).param("tpps", array(tpps))
                    .param("now", Timestamps.now(clock)).update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("user-exists", "There is a user of that name.", Map.of("name", name));
        }
    }

    @Override
    public void changePassword(String name, Secret password) {
        known(name, database.sql("update users set password = :password, failures = 0, locked_until = null where name = :name")
                .param("password", encoded(password)).param("name", name).update());
    }

    @Override
    public void disable(String name) {
        known(name, database.sql("update users set disabled_at = coalesce(disabled_at, :now) where name = :name")
                .param("now", Timestamps.now(clock)).param("name", name).update());
    }

    void enable(String name) {
        known(name, database.sql("update users set disabled_at = null, failures = 0, locked_until = null where name = :name").param("name", name).update());
    }

    void unlock(String name) {
        known(name, database.sql("update users set failures = 0, locked_until = null where name = :name").param("name", name).update());
    }

    void changeRoles(String name, Set<Role> roles, Set<String> tpps) {
        check(roles, tpps);
        known(name, database.sql("update users set roles = cast(:roles as text[]), tpps = cast(:tpps as text[]) where name = :name")
                .param("roles", RoleArray.of(roles)).param("tpps", array(tpps)).param("name", name).update());
    }

    /** Who may manage users, until the end of the transaction: two admins who take the role from each other do so one after the other. */
    List<String> lockAdmins() {
        return database.sql("select name from users where 'admin' = any(roles) and disabled_at is null order by name for update").query(String.class).list();
    }

    @Override
    public List<User> all() {
        return database.sql(SELECT + "order by name").query(JdbcUsers::read).list();
    }

    @Override
    public Optional<User> find(String name) {
        return database.sql(SELECT + "where name = :name").param("name", name).query(JdbcUsers::read).optional();
    }

    private static User read(ResultSet row, int number) throws SQLException {
        return new User(row.getString("name"), RoleArray.read(row, "roles"), tpps(row), row.getTimestamp("disabled_at") != null, Timestamps.read(row, "created_at"),
                Timestamps.read(row, "signed_in_at"), row.getInt("failures"), Timestamps.read(row, "locked_until"), row.getBoolean("second_factor"));
    }

    boolean isEmpty() {
        return database.sql("select not exists (select from users)").query(Boolean.class).single();
    }

    Optional<Credentials> credentials(String name) {
        return database.sql("""
                select password, roles, disabled_at is not null, coalesce(locked_until > :now, false), confirmed_at, tpps
                  from users left join second_factors using (name) where name = :name
                """)
                .param("now", Timestamps.now(clock)).param("name", name)
                .query((row, n) -> new Credentials(row.getString(1), RoleArray.read(row, "roles"), row.getBoolean(3), row.getBoolean(4),
                        Timestamps.read(row, "confirmed_at"), tpps(row)))
                .optional();
    }

    void signedIn(String name) {
        database.sql("update users set failures = 0, locked_until = null, signed_in_at = :now where name = :name")
                .param("now", Timestamps.now(clock)).param("name", name).update();
    }

    /** Counts a wrong password, and says until when the user is locked now; empty where not yet, or there is no such user. */
    Optional<Instant> failed(String name) {
        return database.sql("""
                update users set failures = failures + 1,
                    locked_until = case when failures < :free then null
                        else :now + least(power(2, least(failures - :free, 20)), :longest) * interval '1 second' end
                 where name = :name returning locked_until
                """)
                .param("free", FREE_FAILURES).param("now", Timestamps.now(clock)).param("longest", LONGEST_LOCK.toSeconds()).param("name", name)
                .query((row, n) -> Optional.ofNullable(Timestamps.read(row, "locked_until"))).optional().flatMap(until -> until);
    }

    private static String array(Set<String> tpps) {
        return tpps.stream().sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static Set<String> tpps(ResultSet row) throws SQLException {
        return Set.of((String[]) row.getArray("tpps").getArray());
    }

    private static void check(Set<Role> roles, Set<String> tpps) {
        if (!tpps.stream().allMatch(id -> TPP.matcher(id).matches())) {
            throw Refused.invalid("invalid-user", "These are no ids of TPPs.", Map.of("tpps", "The ids of TPPs."));
        }
        if (roles.contains(Role.ADMIN) && !tpps.isEmpty()) {
            var sentence = "An admin cannot be limited to some TPPs: users, tokens and banks are of all of them.";
            throw Refused.invalid("invalid-user", sentence, Map.of("tpps", sentence));
        }
        if (roles.isEmpty()) {
            throw Refused.invalid("invalid-user", "A user needs a role.", Map.of("roles", "A user needs a role."));
        }
        if (roles.contains(Role.GATEWAY)) {
            throw Refused.invalid("invalid-user", "Gateway is a role of machines: give it to a token.", Map.of("roles", "Gateway is a role of machines: give it to a token."));
        }
    }

    private String encoded(Secret password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refused.invalid("invalid-user", "A password has at least %d characters.".formatted(SHORTEST_PASSWORD),
                    Map.of("password", "At least %d characters.".formatted(SHORTEST_PASSWORD)));
        }
        return password.reveal(encoder::encode);
    }

    private static void known(String name, int changed) {
        if (changed == 0) {
            throw Refused.notFound("unknown-user", "There is no user " + name + ".");
        }
    }

    /** What a sign-in is held to; the second factor counts since then, or is null where there is none. */
    record Credentials(String password, Set<Role> roles, boolean disabled, boolean locked, Instant secondFactorSince, Set<String> tpps) {

        @Override
        public String toString() {
            return "credentials of a user";
        }
    }
}
