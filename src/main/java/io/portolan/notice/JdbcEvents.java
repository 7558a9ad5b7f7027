package io.portolan.notice;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of events; the triggers of V021 fill it. */
@Component
class JdbcEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives positions to what is committed, and the last position there is. */
    long place() {
        return jdbc.sql("select events_place()").query(Long.class).single();
    }

    /** The last position that was given. */
    long placed() {
        return jdbc.sql("select position from event_head").query(Long.class).single();
    }

    /** The last position that the retention rule has erased. */
    long erased() {
        return jdbc.sql("select erased from event_head").query(Long.class).single();
    }

    /** What fits of the positions in between, the first of it. */
    List<Event> between(long after, long upTo, EventFilter filter, int limit) {
        return jdbc.sql("select * from events where position > :after and position <= :upTo and type = any(:types)"
                + " and (:tpps::text[] is null or tpp = any(:tpps))"
                + " and (:mailed::text is null or asker is null or (asker = :mailed) = (type = 'approval-decided')) order by position limit :limit")
                .param("mailed", filter.mailed())
                .param("after", after).param("upTo", upTo).param("types", filter.words())
                .param("tpps", filter.tpps() == null ? null : filter.tpps().toArray(String[]::new)).param("limit", limit).query(JdbcEvents::event).list();
    }

    /** Tells of something once for ever, whichever node finds it; false where it was told before. */
    boolean tellOnce(String once, EventType type, Subject subject) {
        if (jdbc.sql("insert into events_told (once, at) values (:once, :now) on conflict do nothing").param("once", once)
                .param("now", Timestamps.now(clock)).update() == 0) {
            return false;
        }
        return jdbc.sql("""
                insert into events (once, type, tpp, bank, environment, about, subject, onboarding, leg, state, title)
                values (:once, :type, :tpp, :bank, :environment, :about, :subject, :onboarding, :leg, :state, :title) on conflict do nothing""")
                .param("once", once).param("type", type.word()).param("tpp", subject.tpp()).param("bank", subject.bank())
                .param("environment", subject.environment()).param("about", subject.about()).param("subject", subject.id())
                .param("onboarding", subject.onboarding()).param("leg", subject.leg()).param("state", subject.state()).param("title", subject.title()).update() == 1;
    }

    /** Notes that something need not be told any more. */
    void noteAsTold(String once) {
        jdbc.sql("insert into events_told (once, at) values (:once, :now) on conflict do nothing").param("once", once)
                .param("now", Timestamps.now(clock)).update();
    }

    /** Erases what is older, and gives how many; what has no position yet stays. */
    int eraseBefore(Instant before) {
        jdbc.sql("update event_head set erased = greatest(erased, coalesce((select max(position) from events where at < :before), 0))")
                .param("before", Timestamps.of(before)).update();
        return jdbc.sql("delete from events where position <= (select erased from event_head)").update();
    }

    /** Forgets what was told so long ago that it cannot come up again. */
    void forgetToldBefore(Instant before) {
        jdbc.sql("delete from events_told where at < :before").param("before", Timestamps.of(before)).update();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(row.getLong("position"), EventType.of(row.getString("type")).orElseThrow(), Timestamps.read(row, "at"), row.getString("tpp"),
                row.getString("bank"), row.getString("environment"), row.getString("about"), row.getString("subject"), row.getString("onboarding"),
                row.getString("leg"), row.getString("state"), row.getString("title"), row.getString("asker"));
    }

    /** What something told by time is about. */
    record Subject(String about, String id, String tpp, String bank, String environment, String onboarding, String leg, String state, String title) { }
}
