package io.portolan.journal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chain over all chains: each seal covers the heads that moved since the one before. */
@Component
class JdbcSeals {

    private final JdbcClient database;
    private final Clock clock;

    JdbcSeals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Seals the heads that moved, and gives the seal's place and hash; empty where none did. */
    Optional<String> seal() {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return database.sql("select new_position || ' ' || new_hash from journal_seal(:at)").param("at", at)
                .query(String.class).optional();
    }
}
