package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcKnownElsewhereIT {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final String ADA = "https://login.example#ada";

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final JdbcKnownElsewhere known = at(NOW);

    private JdbcKnownElsewhere at(Instant now) {
        return new JdbcKnownElsewhere(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void knowsWhatTheLastSignInAllowed() {
        known.seen(ADA, Set.of(Role.ADMIN), Set.of());
        known.seen(ADA, Set.of(Role.VIEWER), Set.of("tpp"));

        assertThat(known.find(ADA)).contains(new Actor("user:" + ADA, Set.of(Role.VIEWER), Set.of("tpp")));
        assertThat(known.find("https://login.example#bob")).isEmpty();
    }

    @Test
    void knowsNobodyAnyMoreWhoHasStayedAway() {
        known.seen(ADA, Set.of(Role.VIEWER), Set.of());

        assertThat(at(NOW.plus(Duration.ofDays(29))).find(ADA)).isPresent();
        assertThat(at(NOW.plus(Duration.ofDays(31))).find(ADA)).isEmpty();
    }
}
