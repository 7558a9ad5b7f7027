package io.portolan.onboarding;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLeftItems {

    private final JdbcClient jdbc;

    JdbcLeftItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LeftAtBank.Item add(String onboarding, LeftAtBank.Item item) {
        return jdbc.sql("""
                insert into left_at_bank (onboarding, leg, round, title, how) values (:onboarding, :leg, :round, :title, :how)
                on conflict (onboarding, leg, round) where not twice do update set how = excluded.how returning *""")
                .param("onboarding", onboarding).param("leg", item.leg()).param("round", item.round()).param("title", item.title()).param("how", item.how())
                .query(JdbcLeftItems::row).single();
    }

    /** Each time that something was done anew is an item of its own, beside what the round has left otherwise. */
    void addTwice(String onboarding, LeftAtBank.Item item) {
        jdbc.sql("insert into left_at_bank (onboarding, leg, round, title, how, twice) values (:onboarding, :leg, :round, :title, :how, true)")
                .param("onboarding", onboarding).param("leg", item.leg()).param("round", item.round()).param("title", item.title())
                .param("how", item.how()).update();
    }

    /** What may exist twice, until somebody has cleared it away. */
    List<LeftAtBank.Item> twice(String onboarding) {
        return jdbc.sql("select * from left_at_bank where onboarding = :onboarding and twice and cleared_at is null order by id")
                .param("onboarding", onboarding).query(JdbcLeftItems::row).list();
    }

    List<LeftAtBank.Item> of(String onboarding) {
        return jdbc.sql("select * from left_at_bank where onboarding = :onboarding order by id").param("onboarding", onboarding)
                .query(JdbcLeftItems::row).list();
    }

    void clear(long id, String note, String actor) {
        jdbc.sql("update left_at_bank set cleared_at = now(), cleared_by = :actor, note = :note where id = :id and cleared_at is null")
                .param("actor", actor).param("note", note).param("id", id).update();
    }

    private static LeftAtBank.Item row(ResultSet row, int number) throws SQLException {
        return new LeftAtBank.Item(row.getLong("id"), row.getString("leg"), row.getInt("round"), row.getString("title"), row.getString("how"),
                Timestamps.read(row, "left_at"), Timestamps.read(row, "cleared_at"), row.getString("cleared_by"),
                row.getString("note"), false);
    }
}
