package io.portolan.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcLeasesIT {

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final JdbcLeases one = new JdbcLeases(database, () -> true);
    private final JdbcLeases other = new JdbcLeases(database, () -> true);

    @Test
    void givesALeaseToOneNodeAtATime() {
        assertThat(one.hold("seal", Duration.ofMinutes(1))).isTrue();
        assertThat(other.hold("seal", Duration.ofMinutes(1))).isFalse();
        assertThat(one.hold("seal", Duration.ofMinutes(1))).isTrue();
        assertThat(other.hold("another", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void passesOnALeaseThatIsOver() {
        one.hold("seal", Duration.ofMinutes(1));
        database.sql("update leases set until = now() - interval '1 second'").update();

        assertThat(other.hold("seal", Duration.ofMinutes(1))).isTrue();
        assertThat(one.hold("seal", Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void letsGoOnlyOfItsOwn() {
        one.hold("seal", Duration.ofMinutes(1));
        other.release("seal");
        assertThat(other.hold("seal", Duration.ofMinutes(1))).isFalse();

        one.destroy();
        assertThat(other.hold("seal", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void takesWhatAKilledProcessHasLeftWhereNobodyElseCanBeAlive() {
        one.hold("mail", Duration.ofMinutes(5));

        assertThat(new JdbcLeases(database, () -> false).hold("mail", Duration.ofMinutes(5))).isTrue();
    }
}
