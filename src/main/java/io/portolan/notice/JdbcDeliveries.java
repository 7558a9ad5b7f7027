package io.portolan.notice;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deliveries to webhooks. */
@Component
class JdbcDeliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDeliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A delivery with what is sent. */
    record Due(Delivery delivery, String body) { }

    void insert(String webhook, Event event, String body) {
        jdbc.sql("insert into webhook_deliveries (webhook, event, type, body, state, next_at, made_at) values (:webhook, :event, :type, :body, 'WAITING', :now, :now) on conflict do nothing")
                .param("webhook", webhook).param("event", event.position()).param("type", event.type().word()).param("body", body)
                .param("now", Timestamps.now(clock)).update();
    }

    /** What is to be sent now, in the order of the events. */
    List<Due> due(String webhook, int limit) {
        return jdbc.sql("select * from webhook_deliveries where webhook = :webhook and state = 'WAITING' and next_at <= :now order by event limit :limit")
                .param("webhook", webhook).param("now", Timestamps.now(clock)).param("limit", limit).query((row, number) -> new Due(delivery(row, number), row.getString("body"))).list();
    }

    void delivered(long id, SendWebhook.Result result) {
        tried(id, Delivery.State.DELIVERED, null, result);
    }

    void failed(long id, Instant next, SendWebhook.Result result) {
        tried(id, next == null ? Delivery.State.DEAD : Delivery.State.WAITING, next, result);
    }

    private void tried(long id, Delivery.State state, Instant next, SendWebhook.Result result) {
        jdbc.sql("update webhook_deliveries set state = :state, tries = tries + 1, next_at = :next, status = :status, note = :note, millis = :millis, tried_at = :now where id = :id")
                .param("state", state.name()).param("next", Timestamps.of(next)).param("status", result.status()).param("note", result.note()).param("millis", result.millis())
                .param("now", Timestamps.now(clock)).param("id", id).update();
    }

    /** Has dead letters sent again: this one, or all where it is null. */
    int again(String webhook, Long id) {
        return jdbc.sql("update webhook_deliveries set state = 'WAITING', tries = 0, next_at = :now where webhook = :webhook and state = 'DEAD' and (:id::bigint is null or id = :id)")
                .param("webhook", webhook).param("id", id).param("now", Timestamps.now(clock)).update();
    }

    /** Has what waits for its next try sent at once. */
    void atOnce(String webhook) {
        jdbc.sql("update webhook_deliveries set next_at = :now where webhook = :webhook and state = 'WAITING'").param("webhook", webhook).param("now", Timestamps.now(clock)).update();
    }

    /** The latest first, before this id. */
    List<Delivery> page(String webhook, Delivery.State state, long before, int limit) {
        return jdbc.sql("select * from webhook_deliveries where webhook = :webhook and (:state::text is null or state = :state) and id < :before order by id desc limit :limit")
                .param("webhook", webhook).param("state", state == null ? null : state.name()).param("before", before).param("limit", limit).query(JdbcDeliveries::delivery).list();
    }

    void forgetBefore(Instant before) {
        jdbc.sql("delete from webhook_deliveries where made_at < :before").param("before", Timestamps.of(before)).update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(row.getLong("id"), row.getLong("event"), EventType.of(row.getString("type")).orElseThrow(), Delivery.State.valueOf(row.getString("state")),
                row.getInt("tries"), Timestamps.read(row, "next_at"), row.getObject("status", Integer.class), row.getString("note"), row.getObject("millis", Integer.class),
                Timestamps.read(row, "made_at"), Timestamps.read(row, "tried_at"));
    }
}
