package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.api.IdempotencyKeys.Answer;
import io.portolan.api.IdempotencyKeys.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcIdempotencyKeysIT {

    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @Test
    void takesAKeyOncePerActor() {
        var keys = at(START);
        assertThat(keys.begin("token:a", "k", "POST /x", "h")).isInstanceOf(Known.Nothing.class);
        assertThat(keys.begin("token:a", "k", "POST /x", "h")).isInstanceOf(Known.StillRunning.class);
        assertThat(keys.begin("token:a", "k", "POST /x", "other")).isInstanceOf(Known.OtherRequest.class);
        assertThat(keys.begin("token:b", "k", "POST /x", "h")).isInstanceOf(Known.Nothing.class);
    }

    @Test
    void givesTheAnswerAgainForADay() {
        var answer = new Answer(201, "application/json", "/x/1", "{\"id\":\"1\"}");
        at(START).begin("token:a", "k", "POST /x", "h");
        at(START).finish("token:a", "k", answer);
        assertThat(at(START.plus(Duration.ofHours(23))).begin("token:a", "k", "POST /x", "h"))
                .isEqualTo(new Known.Answered(answer));
        assertThat(at(START.plus(Duration.ofHours(25))).begin("token:a", "k", "POST /x", "h"))
                .isInstanceOf(Known.Nothing.class);
    }

    @Test
    void letsARequestThatWasCutOffBeMadeAgain() {
        at(START).begin("token:a", "k", "POST /x", "h");
        assertThat(at(START.plusSeconds(60)).begin("token:a", "k", "POST /x", "h")).isInstanceOf(Known.StillRunning.class);
        assertThat(at(START.plusSeconds(180)).begin("token:a", "k", "POST /x", "h")).isInstanceOf(Known.Nothing.class);
    }

    @Test
    void forgetsAReleasedKey() {
        at(START).begin("token:a", "k", "POST /x", "h");
        at(START).release("token:a", "k");
        assertThat(at(START).begin("token:a", "k", "POST /x", "other")).isInstanceOf(Known.Nothing.class);
    }

    private JdbcIdempotencyKeys at(Instant now) {
        return new JdbcIdempotencyKeys(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }
}
