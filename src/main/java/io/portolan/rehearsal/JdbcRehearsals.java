package io.portolan.rehearsal;

import io.portolan.database.Timestamps;
import io.portolan.rehearsal.AskedRehearsal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rehearsals that were asked for. */
@Component
class JdbcRehearsals {

    private final JdbcClient jdbc;

    JdbcRehearsals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AskedRehearsal rehearsal) {
        jdbc.sql("insert into rehearsals (id, bank, version, state, begun_by, begun_at) values (:id, :bank, :version, :state, :by, :at)")
                .param("id", rehearsal.id()).param("bank", rehearsal.bank()).param("version", rehearsal.version()).param("state", rehearsal.state().name())
                .param("by", rehearsal.begunBy()).param("at", Timestamps.of(rehearsal.begunAt())).update();
    }

    void move(String id, RehearsalProgress progress) {
        jdbc.sql("update rehearsals set done = :done, legs = :legs, latest = :latest where id = :id and state = 'RUNNING'").param("done", progress.done())
                .param("legs", progress.legs()).param("latest", String.join("\n", progress.latest()).replace("\0", "")).param("id", id).update();
    }

    void end(String id, State state, String told, Instant at) {
        // PostgreSQL's text has no room for the character 0
        jdbc.sql("update rehearsals set state = :state, told = :told, ended_at = :at where id = :id and state = 'RUNNING'")
                .param("state", state.name()).param("told", told.replace("\0", "")).param("at", Timestamps.of(at)).param("id", id).update();
    }

    /** Ends those of which nothing will be heard any more, since their node is gone. */
    void giveUpBefore(Instant moment) {
        jdbc.sql("update rehearsals set state = 'CUT_OFF', ended_at = now() where state = 'RUNNING' and begun_at < :moment").param("moment", Timestamps.of(moment)).update();
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("delete from rehearsals where begun_at < :moment").param("moment", Timestamps.of(moment)).update();
    }

    Optional<AskedRehearsal> find(String id) {
        return jdbc.sql("select * from rehearsals where id = :id").param("id", id).query(JdbcRehearsals::row).optional();
    }

    Optional<AskedRehearsal> running() {
        return jdbc.sql("select * from rehearsals where state = 'RUNNING' order by begun_at limit 1").query(JdbcRehearsals::row).optional();
    }

    Optional<AskedRehearsal> lastCleanOf(String bank, String version) {
        return jdbc.sql("select * from rehearsals where bank = :bank and version = :version and state = 'CLEAN' order by ended_at desc limit 1")
                .param("bank", bank).param("version", version).query(JdbcRehearsals::row).optional();
    }

    private static AskedRehearsal row(ResultSet row, int number) throws SQLException {
        return new AskedRehearsal(row.getString("id"), row.getString("bank"), row.getString("version"), State.valueOf(row.getString("state")), row.getString("told"),
                row.getString("begun_by"), Timestamps.read(row, "begun_at"), Timestamps.read(row, "ended_at"),
                new RehearsalProgress(row.getInt("done"), row.getInt("legs"), row.getString("latest").lines().toList()));
    }
}
