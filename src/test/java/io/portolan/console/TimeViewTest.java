package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeViewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void saysRoughlyHowLongAgoAndExactlyWhen() {
        assertThat(TimeView.of(NOW.minusSeconds(2), NOW).relative()).isEqualTo("now");
        assertThat(TimeView.of(NOW.minusSeconds(59), NOW).relative()).isEqualTo("59 s ago");
        assertThat(TimeView.of(NOW.minus(Duration.ofMinutes(61)), NOW).relative()).isEqualTo("1 h ago");
        assertThat(TimeView.of(NOW.plus(Duration.ofDays(3)), NOW).relative()).isEqualTo("in 3 days");
        assertThat(TimeView.of(NOW, NOW).absolute()).isEqualTo("Sun 22 Nov 2026, 09:00:00 UTC");
        assertThat(TimeView.of(null, NOW)).isNull();
    }

    @Test
    void givesALengthInTwoUnitsAtMost() {
        assertThat(TimeView.length(Duration.ofMillis(1250))).isEqualTo("1.3 s");
        assertThat(TimeView.length(Duration.ofSeconds(72))).isEqualTo("1 min 12 s");
        assertThat(TimeView.length(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(TimeView.length(Duration.ZERO)).isEmpty();
        assertThat(TimeView.length(null)).isEmpty();
    }
}
