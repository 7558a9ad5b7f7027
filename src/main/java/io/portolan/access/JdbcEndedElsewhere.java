package io.portolan.access;

import io.portolan.database.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions the provider has ended, for whichever node holds them. */
@Component
class JdbcEndedElsewhere {

    private final JdbcClient database;
    private final Clock clock;

    JdbcEndedElsewhere(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps it for as long as a session lasts; says false where this token was told before. */
    boolean keep(String token, String session, String person, Duration lasts) {
        database.sql("delete from ended_elsewhere where at < :before").param("before", Timestamps.of(clock.instant().minus(lasts).minus(Duration.ofDays(1)))).update();
        return database.sql("insert into ended_elsewhere (token, sid, sub, at) values (:token, :session, :person, :now) on conflict do nothing")
                .param("token", token).param("session", session).param("person", person).param("now", Timestamps.now(clock)).update() == 1;
    }

    /** Whether a session that began then was ended: by its own id there, or with all of the person. */
    boolean hasEnded(String session, String person, Instant began) {
        return database.sql("select exists (select from ended_elsewhere where at >= :began and (sid = :session or sid is null and sub = :person))")
                .param("session", session).param("person", person).param("began", Timestamps.of(began)).query(Boolean.class).single();
    }
}
