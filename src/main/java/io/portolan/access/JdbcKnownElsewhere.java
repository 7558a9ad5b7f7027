package io.portolan.access;

import io.portolan.database.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcKnownElsewhere implements KnownElsewhere {

    private final JdbcClient database;
    private final Clock clock;

    JdbcKnownElsewhere(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody has signed in, and may do this. */
    void seen(String name, Set<Role> roles, Set<String> tpps) {
        database.sql("insert into known_elsewhere (name, roles, tpps, seen_at) values (:name, cast(:roles as text[]), :tpps, :now)"
                + " on conflict (name) do update set roles = excluded.roles, tpps = excluded.tpps, seen_at = excluded.seen_at")
                .param("name", name).param("roles", RoleArray.of(roles)).param("tpps", tpps.toArray(String[]::new)).param("now", Timestamps.now(clock)).update();
    }

    @Override
    public Optional<Actor> find(String name) {
        return database.sql("select roles, tpps from known_elsewhere where name = :name and seen_at > :from").param("name", name).param("from", Timestamps.of(clock.instant().minus(HOLDS)))
                .query((row, n) -> new Actor("user:" + name, RoleArray.read(row, "roles"), Set.of((String[]) row.getArray("tpps").getArray()))).optional();
    }
}
