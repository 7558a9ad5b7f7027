package io.portolan.notice;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of webhooks. */
@Component
class JdbcWebhooks {

    private static final String SELECT = """
            select w.*, (select count(*) from webhook_deliveries d where d.webhook = w.id and d.state = 'WAITING') as waiting,
                   (select count(*) from webhook_deliveries d where d.webhook = w.id and d.state = 'DEAD') as dead
              from webhooks w""";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWebhooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a worker needs of one that it has claimed. */
    record Claimed(Webhook webhook, long position, String secret, String oldSecret) { }

    void insert(String id, String name, String url, Set<EventType> types, Collection<String> tpps, long position, String secret, String actor) {
        jdbc.sql("""
                insert into webhooks (id, name, url, types, only_tpps, state, position, secret, created_by, created_at, changed_at)
                values (:id, :name, :url, :types, :tpps, 'ACTIVE', :position, :secret, :actor, :now, :now)""")
                .param("id", id).param("name", name).param("url", url).param("types", words(types)).param("tpps", tpps.toArray(String[]::new))
                .param("position", position).param("secret", secret).param("actor", actor).param("now", now()).update();
    }

    void change(String id, String name, String url, Set<EventType> types, Collection<String> tpps) {
        jdbc.sql("update webhooks set name = :name, url = :url, types = :types, only_tpps = :tpps, changed_at = :now where id = :id")
                .param("id", id).param("name", name).param("url", url).param("types", words(types)).param("tpps", tpps.toArray(String[]::new)).param("now", now()).update();
    }

    void state(String id, Webhook.State state) {
        jdbc.sql("update webhooks set state = :state, failures = case when :state = 'ACTIVE' then 0 else failures end, changed_at = :now where id = :id")
                .param("state", state.name()).param("id", id).param("now", now()).update();
    }

    void secret(String id, String secret, Instant oldUntil) {
        jdbc.sql("update webhooks set old_secret = secret, old_until = :until, secret = :secret, changed_at = :now where id = :id")
                .param("secret", secret).param("until", Timestamps.of(oldUntil)).param("id", id).param("now", now()).update();
    }

    /** The names of its secrets, under which the vault keeps them. */
    List<String> secrets(String id) {
        return jdbc.sql("select unnest(array_remove(array[secret, old_secret], null)) from webhooks where id = :id").param("id", id).query(String.class).list();
    }

    void remove(String id) {
        jdbc.sql("delete from webhooks where id = :id").param("id", id).update();
    }

    Optional<Webhook> find(String id) {
        return jdbc.sql(SELECT + " where w.id = :id").param("id", id).query(JdbcWebhooks::webhook).optional();
    }

    List<Webhook> all() {
        return jdbc.sql(SELECT + " order by w.name, w.id").query(JdbcWebhooks::webhook).list();
    }

    /** Takes the one for which there is something to do and whose last turn is longest ago, so that no other worker has it meanwhile. */
    Optional<Claimed> claim(String holder, long head, Duration length) {
        return jdbc.sql("""
                update webhooks set holder = :holder, until = now() + make_interval(secs => :seconds)
                 where id = (select w.id from webhooks w where w.state = 'ACTIVE' and (w.until is null or w.until < now())
                               and (w.position < :head or exists (select from webhook_deliveries d where d.webhook = w.id and d.state = 'WAITING' and d.next_at <= :now))
                             order by w.served_at nulls first, w.id limit 1 for update skip locked)
                returning *, 0 as waiting, 0 as dead""")
                .param("holder", holder).param("seconds", length.toSeconds()).param("head", head).param("now", now())
                .query((row, number) -> new Claimed(webhook(row, number), row.getLong("position"), row.getString("secret"),
                        row.getTimestamp("old_until") != null && row.getTimestamp("old_until").toInstant().isAfter(clock.instant()) ? row.getString("old_secret") : null)).optional();
    }

    void release(String id, String holder) {
        jdbc.sql("update webhooks set holder = null, until = null, served_at = clock_timestamp() where id = :id and holder = :holder").param("id", id).param("holder", holder).update();
    }

    boolean isHeld(String id, String holder) {
        return jdbc.sql("select exists (select from webhooks where id = :id and holder = :holder and state = 'ACTIVE')").param("id", id).param("holder", holder)
                .query(Boolean.class).single();
    }

    /** Says up to where events have become deliveries; false where another worker was first. */
    boolean moved(String id, long from, long to) {
        return jdbc.sql("update webhooks set position = :to where id = :id and position = :from").param("id", id).param("from", from).param("to", to).update() == 1;
    }

    /** Counts a failure and gives how many there were since the last success. */
    int failed(String id) {
        return jdbc.sql("update webhooks set failures = failures + 1 where id = :id returning failures").param("id", id).query(Integer.class).single();
    }

    void worked(String id) {
        jdbc.sql("update webhooks set failures = 0 where id = :id and failures > 0").param("id", id).update();
    }

    private java.time.OffsetDateTime now() {
        return Timestamps.now(clock);
    }

    private static String[] words(Set<EventType> types) {
        return types.stream().map(EventType::word).sorted().toArray(String[]::new);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(row.getString("id"), row.getString("name"), row.getString("url"), Arrays.stream((String[]) row.getArray("types").getArray())
                .flatMap(word -> EventType.of(word).stream()).collect(Collectors.toSet()), Set.of((String[]) row.getArray("only_tpps").getArray()),
                Webhook.State.valueOf(row.getString("state")), row.getInt("failures"), row.getLong("waiting"), row.getLong("dead"), Timestamps.read(row, "old_until"),
                row.getString("created_by"), Timestamps.read(row, "created_at"), Timestamps.read(row, "changed_at"));
    }
}
