package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2024-03-29", "2024-04-01", "2025-04-18",
        "2025-04-21", "2027-03-26", "2027-03-29", "2038-04-23", "2038-04-26"})
    void areNoneWhereTargetIsClosed(LocalDate day) {
        assertThat(BusinessDays.TARGET.include(day)).isFalse();
        assertThat(BusinessDays.WEEKDAYS.include(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-02", "2026-04-07", "2026-12-24", "2026-11-23"})
    void areAllOtherWeekdays(LocalDate day) {
        assertThat(BusinessDays.TARGET.include(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-22"})
    void areNeverOnAWeekend(LocalDate day) {
        assertThat(BusinessDays.WEEKDAYS.include(day)).isFalse();
    }

    @Test
    void makeASpanLonger() {
        var maundyThursday = ZonedDateTime.parse("2026-04-02T10:00:00+02:00");

        assertThat(new Span(1, Span.Unit.BUSINESS_DAYS).after(maundyThursday, BusinessDays.of("TARGET"))).isEqualTo("2026-04-07T10:00:00+02:00");
        assertThat(new Span(1, Span.Unit.BUSINESS_DAYS).after(maundyThursday, BusinessDays.of("US"))).isEqualTo("2026-04-03T10:00:00+02:00");
        assertThat(new Span(1, Span.Unit.DAYS).after(maundyThursday, BusinessDays.TARGET)).isEqualTo("2026-04-03T10:00:00+02:00");
    }
}
