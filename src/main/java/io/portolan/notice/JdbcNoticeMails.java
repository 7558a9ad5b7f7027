package io.portolan.notice;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be told by mail, and the mails themselves. */
@Component
class JdbcNoticeMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcNoticeMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An event as a line of a mail. */
    record Line(long event, Instant at, String line, String page) { }

    /** A mail that is to be sent, with its text. */
    record Due(NoticeMail mail, String body) { }

    void put(String user, Event event, boolean daily, String line) {
        jdbc.sql("insert into notice_pending (name, event, at, daily, line, page) values (:name, :event, :at, :daily, :line, :page) on conflict do nothing")
                .param("name", user).param("event", event.position()).param("at", Timestamps.of(event.at())).param("daily", daily).param("line", line)
                .param("page", event.page()).update();
    }

    /** Takes what waits for a user, oldest first. */
    List<Line> take(String user, boolean daily) {
        return jdbc.sql("with taken as (delete from notice_pending where name = :name and daily = :daily returning *) select * from taken order by event")
                .param("name", user).param("daily", daily)
                .query((row, number) -> new Line(row.getLong("event"), Timestamps.read(row, "at"), row.getString("line"), row.getString("page"))).list();
    }

    void insert(String user, String address, String subject, String body) {
        jdbc.sql("insert into notice_mails (id, name, address, subject, body, state, next_at, made_at) values (:id, :name, :address, :subject, :body, 'WAITING', :now, :now)")
                .param("id", UUID.randomUUID().toString()).param("name", user).param("address", address).param("subject", subject).param("body", body)
                .param("now", Timestamps.now(clock)).update();
    }

    List<Due> due(int limit) {
        return jdbc.sql("select * from notice_mails where state = 'WAITING' and next_at <= :now order by next_at limit :limit").param("now", Timestamps.now(clock))
                .param("limit", limit).query((row, number) -> new Due(mail(row, number), row.getString("body"))).list();
    }

    void sent(String id) {
        jdbc.sql("update notice_mails set state = 'SENT', tries = tries + 1, next_at = null, note = null, sent_at = :now where id = :id")
                .param("now", Timestamps.now(clock)).param("id", id).update();
    }

    /** Notes a failure; tried again then, or where that is null given up. */
    void failed(String id, String note, Instant next) {
        jdbc.sql("update notice_mails set state = :state, tries = tries + 1, next_at = :next, note = :note where id = :id")
                .param("state", next == null ? "DEAD" : "WAITING").param("next", Timestamps.of(next)).param("note", note).param("id", id).update();
    }

    List<NoticeMail> of(String user, int limit) {
        return jdbc.sql("select * from notice_mails where name = :name order by made_at desc limit :limit").param("name", user).param("limit", limit).query(JdbcNoticeMails::mail).list();
    }

    void forgetBefore(Instant before) {
        jdbc.sql("delete from notice_mails where made_at < :before").param("before", Timestamps.of(before)).update();
    }

    private static NoticeMail mail(ResultSet row, int number) throws SQLException {
        return new NoticeMail(row.getString("id"), row.getString("name"), row.getString("address"), row.getString("subject"), NoticeMail.State.valueOf(row.getString("state")),
                row.getInt("tries"), Timestamps.read(row, "next_at"), row.getString("note"), Timestamps.read(row, "made_at"), Timestamps.read(row, "sent_at"));
    }
}
