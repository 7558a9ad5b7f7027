package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcWebhooksIT {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcWebhooks webhooks = new JdbcWebhooks(JdbcClient.create(TestDatabase.fresh()), Clock.systemUTC());

    @Test
    void givesEachItsTurnThoughOthersAlwaysHaveSomethingToDo() {
        for (var id : List.of("a", "b", "c")) {
            webhooks.insert(id, id, "https://" + id + ".example/", Set.of(), Set.of(), 0, "secret-" + id, "user:story");
        }

        assertThat(List.of(turn(), turn(), turn(), turn(), turn())).containsExactly("a", "b", "c", "a", "b");
    }

    private String turn() {
        var claimed = webhooks.claim("worker", 10, LEASE).orElseThrow().webhook().id();
        webhooks.release(claimed, "worker");
        return claimed;
    }
}
