package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final CutOff AT_TEN = new CutOff(LocalTime.of(9, 59), null, LocalTime.of(14, 0), PARIS, "FR");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        // a Monday in winter, one hour ahead of UTC, just before and just at the cut-off
        "2026-11-23T08:58:59Z, 2026-11-23T08:58:59Z",
        "2026-11-23T08:59:00Z, 2026-11-24T13:00:00Z",
        // Friday afternoon and the weekend
        "2026-11-27T12:00:00Z, 2026-11-30T13:00:00Z",
        "2026-11-28T06:00:00Z, 2026-11-30T13:00:00Z",
        // 14 July is a holiday in France, two hours ahead of UTC
        "2026-07-13T09:00:00Z, 2026-07-15T12:00:00Z",
        "2026-07-14T06:00:00Z, 2026-07-15T12:00:00Z",
        // the weekend in which the clocks go back, and the one in which they go forward
        "2026-10-23T13:00:00Z, 2026-10-26T13:00:00Z",
        "2026-03-27T13:00:00Z, 2026-03-30T12:00:00Z"})
    void isDoneTodayBeforeTheCutOffAndElseOnTheNextWorkingDay(Instant handedIn, Instant done) {
        assertThat(AT_TEN.doneFor(handedIn)).isEqualTo(done);
    }

    @Test
    void isDoneAtTheHourOfTheSameDayThatThePlaybookSays() {
        var atTwo = new CutOff(LocalTime.NOON, LocalTime.of(14, 0), LocalTime.of(14, 0), PARIS, "TARGET");
        assertThat(atTwo.doneFor(Instant.parse("2026-11-23T08:00:00Z"))).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(new CutOff(LocalTime.NOON, LocalTime.of(8, 0), LocalTime.of(14, 0), PARIS, null).doneFor(Instant.parse("2026-11-23T08:00:00Z")))
                .isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void takesTheZoneAndTheCalendarOfItsWait() {
        var plain = new CutOff(LocalTime.of(10, 0), null, LocalTime.of(14, 0), null, null);
        var wait = new Wait(null, null, null, null, null, null, plain, null, "CZ", ZoneId.of("Europe/Prague"), null);
        assertThat(wait.bankActsOn(Instant.parse("2026-11-16T10:00:00Z"))).as("17 November is a Czech holiday").isEqualTo("2026-11-18T13:00:00Z");
        assertThat(Wait.SILENT.bankActsOn(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }
}
