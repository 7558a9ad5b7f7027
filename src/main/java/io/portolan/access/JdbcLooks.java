package io.portolan.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLooks implements Looks {

    private final JdbcClient database;

    JdbcLooks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Look> of(String user) {
        return database.sql("select look, zone from looks where name = :name").param("name", user).query((row, n) -> new Look(row.getString(1), row.getString(2))).optional();
    }

    @Override
    public void keep(String user, Look look) {
        database.sql("insert into looks (name, look, zone) values (:name, :look, :zone) on conflict (name) do update set look = excluded.look, zone = excluded.zone")
                .param("name", user).param("look", look.look()).param("zone", look.zone()).update();
    }
}
