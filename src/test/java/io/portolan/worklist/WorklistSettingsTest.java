package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WorklistSettingsTest {

    private final WorklistSettings settings = new WorklistSettings(2, 1, 5, ZoneId.of("Europe/Brussels"), DataSize.ofMegabytes(10), Duration.ofDays(14));

    @Test
    void beginsADayByTheClocksOfOurPeopleAndCountsALastDayWhole() {
        var day = LocalDate.parse("2026-12-31");
        assertThat(settings.beginning(day)).isEqualTo("2026-12-30T23:00:00Z");
        assertThat(settings.endOfLast(day)).isEqualTo("2026-12-31T23:00:00Z");
        assertThat(settings.endOfLast(null)).isNull();
    }

    @Test
    void readsTheLastDayBackFromTheEnd() {
        var day = LocalDate.parse("2026-10-25");
        assertThat(settings.lastDay(settings.endOfLast(day))).as("on the day that has 25 hours").isEqualTo(day);
        assertThat(settings.lastDay(Instant.parse("2026-12-31T00:00:00Z"))).as("given as a day in UTC").isEqualTo("2026-12-31");
        assertThat(settings.lastDay(null)).isNull();
    }
}
