package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
    void showsATimeByTheClockOfItsReaderAndInUtc() {
        var shown = TimeView.of(NOW, NOW, ZoneId.of("Europe/Prague"));
        assertThat(shown.absolute()).isEqualTo("Sun 22 Nov 2026, 10:00:00 CET (09:00:00 UTC)");
        assertThat(shown.clock()).isEqualTo("22 Nov 10:00:00");
        assertThat(shown.zone()).isEqualTo("CET");
        assertThat(shown.iso()).isEqualTo("2026-11-22T09:00:00Z");
    }

    @Test
    void saysBothDaysBeyondTheDateLine() {
        var late = Instant.parse("2026-11-22T18:30:00Z");
        var shown = TimeView.of(late, NOW, ZoneId.of("Asia/Tokyo"));
        assertThat(shown.absolute()).isEqualTo("Mon 23 Nov 2026, 03:30:00 JST (Sun 22 Nov 2026, 18:30:00 UTC)");
        assertThat(shown.day()).isEqualTo("Mon 23 Nov 2026");
        assertThat(TimeView.of(NOW, NOW, ZoneId.of("Pacific/Honolulu")).day()).isEqualTo("Sat 21 Nov 2026");
    }

    @Test
    void makesNoOtherDayOfWhatWasGivenAsADay() {
        var day = Instant.parse("2026-12-01T00:00:00Z");
        for (var zone : List.of("America/Los_Angeles", "Asia/Tokyo", "UTC")) {
            assertThat(TimeView.of(day, NOW, ZoneId.of(zone)).day()).as(zone).isEqualTo("Tue 1 Dec 2026");
            assertThat(TimeView.of(day, NOW, ZoneId.of(zone)).absolute()).as(zone).isEqualTo("Tue 1 Dec 2026, 00:00:00 UTC");
        }
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
