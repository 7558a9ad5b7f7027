package io.portolan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How fast a campaign begins. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void beginsTheFirstAtOnceAndThenEvenlyOverTheHour() {
        var pace = new Pace(60, 100, 0, 0, null);
        assertThat(pace.allows(NOW)).isTrue();
        var after = pace.after(NOW);
        assertThat(after.allows(NOW.plusSeconds(59))).isFalse();
        assertThat(after.allows(NOW.plusSeconds(60))).isTrue();
        assertThat(after.next()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void neverBeginsMoreThanThatInAnHour() {
        var last = NOW.minus(Duration.ofMinutes(30));
        assertThat(new Pace(10, 100, 0, 9, last).allows(NOW)).isTrue();
        assertThat(new Pace(10, 100, 0, 10, last).allows(NOW)).isFalse();
    }

    @Test
    void neverHasMoreUnderWayThanMayBeAtATime() {
        assertThat(new Pace(3600, 2, 1, 0, null).allows(NOW)).isTrue();
        assertThat(new Pace(3600, 2, 2, 0, null).allows(NOW)).isFalse();
        assertThat(new Pace(3600, 2, 1, 0, null).after(NOW).allows(NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void catchesUpNothingAfterAStandstill() {
        var pace = new Pace(60, 100, 0, 0, NOW.minus(Duration.ofDays(1)));
        assertThat(pace.allows(NOW)).isTrue();
        assertThat(pace.after(NOW).allows(NOW)).isFalse();
    }

    @Test
    void waitsLongerAfterEachFaultOfOurs() {
        assertThat(BeginItems.wait(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BeginItems.wait(3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(BeginItems.wait(1_000_000)).isEqualTo(Duration.ofHours(6));
    }
}
