package io.portolan.api;

import io.portolan.database.Timestamps;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Idempotency keys in our database; they are forgotten after a day. */
@Component
class JdbcIdempotencyKeys implements IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    /** After this long a request that was never answered counts as cut off, and may be made again. */
    private static final Duration CUT_OFF = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcIdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Known begin(String actor, String key, String call, String requestHash) {
        var now = clock.instant();
        jdbc.sql("delete from idempotency_keys where started_at < ?").param(Timestamps.of(now.minus(KEPT))).update();
        int taken = jdbc.sql("""
                insert into idempotency_keys as k (actor, key, call, request_hash, started_at) values (?, ?, ?, ?, ?)
                on conflict (actor, key) do update set started_at = excluded.started_at
                where k.status is null and k.started_at < ? and k.call = excluded.call
                  and k.request_hash = excluded.request_hash""")
                .params(actor, key, call, requestHash, Timestamps.of(now), Timestamps.of(now.minus(CUT_OFF)))
                .update();
        return taken == 1 ? new Known.Nothing() : known(actor, key, call, requestHash);
    }

    private Known known(String actor, String key, String call, String requestHash) {
        return jdbc.sql("""
                select call, request_hash, status, content_type, location, body from idempotency_keys
                where actor = ? and key = ?""").params(actor, key)
                .query((row, number) -> {
                    if (!call.equals(row.getString("call")) || !requestHash.equals(row.getString("request_hash"))) {
                        return new Known.OtherRequest();
                    }
                    int status = row.getInt("status");
                    return status == 0 ? new Known.StillRunning() : new Known.Answered(new Answer(status,
                            row.getString("content_type"), row.getString("location"), row.getString("body")));
                }).optional().map(Known.class::cast).orElseGet(Known.StillRunning::new);
    }

    @Override
    public void finish(String actor, String key, Answer answer) {
        jdbc.sql("""
                update idempotency_keys set status = ?, content_type = ?, location = ?, body = ?
                where actor = ? and key = ?""")
                .params(answer.status(), answer.contentType(), answer.location(), answer.body(), actor, key).update();
    }

    @Override
    public void release(String actor, String key) {
        jdbc.sql("delete from idempotency_keys where actor = ? and key = ? and status is null").params(actor, key)
                .update();
    }
}
