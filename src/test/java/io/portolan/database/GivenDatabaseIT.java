package io.portolan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.refusal.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GivenDatabaseIT {

    @Test
    void takesADatabaseThatIsThere() {
        assertThatCode(() -> new GivenDatabase(TestDatabase.freshUrl(), null, null).await(Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void waitsForADatabaseThatIsStillStarting() throws Exception {
        var port = freePort();
        var given = new GivenDatabase("jdbc:postgresql://localhost:%d/postgres".formatted(port), "postgres", "");
        var waiting = CompletableFuture.runAsync(() -> given.await(Duration.ofSeconds(90)));

        assertThat(waiting).isNotDone();
        try (var late = EmbeddedPostgres.builder().setPort(port).setPGStartupWait(Duration.ofSeconds(90)).start()) {
            waiting.get(90, TimeUnit.SECONDS);
        }
    }

    @Test
    void givesUpWithASentenceThatHoldsNoPassword() throws Exception {
        var url = "jdbc:postgresql://localhost:%d/portolan?user=eve&password=hunter2".formatted(freePort());

        assertThatThrownBy(() -> new GivenDatabase(url, "eve", "hunter2").await(Duration.ofMillis(1200)))
                .isInstanceOf(CannotStart.class).hasMessageContaining("cannot be used").hasMessageContaining("refused")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void doesNotWaitWhereWaitingCannotHelp() {
        var before = System.nanoTime();

        assertThatThrownBy(() -> new GivenDatabase(TestDatabase.freshUrl().replaceFirst("test_\\d+", "no_such_database"), null, null)
                .await(Duration.ofMinutes(10))).isInstanceOf(CannotStart.class).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new GivenDatabase("jdbc:oracle:thin:@localhost", null, null).await(Duration.ofMinutes(10)))
                .isInstanceOf(CannotStart.class).hasMessageContaining("No suitable driver");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(2));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
