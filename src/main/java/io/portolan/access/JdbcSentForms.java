package io.portolan.access;

import io.portolan.database.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSentForms implements SentForms {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration CUT_OFF = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSentForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Before begin(String form) {
        var now = clock.instant();
        jdbc.sql("delete from sent_forms where sent_at < :old or location is null and sent_at < :cutOff")
                .param("old", Timestamps.of(now.minus(KEPT))).param("cutOff", Timestamps.of(now.minus(CUT_OFF))).update();
        if (jdbc.sql("insert into sent_forms (form, sent_at) values (:form, :now) on conflict do nothing").param("form", form).param("now", Timestamps.of(now)).update() == 1) {
            return new Nothing();
        }
        var location = jdbc.sql("select location from sent_forms where form = :form").param("form", form).query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional().flatMap(found -> found);
        return location.<Before>map(Done::new).orElseGet(Running::new);
    }

    @Override
    public void done(String form, String location) {
        jdbc.sql("update sent_forms set location = :location where form = :form").param("location", location).param("form", form).update();
    }

    @Override
    public void forget(String form) {
        jdbc.sql("delete from sent_forms where form = :form").param("form", form).update();
    }
}
