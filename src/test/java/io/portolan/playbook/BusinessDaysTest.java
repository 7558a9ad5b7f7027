package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2025-12-26", "2027-03-26", "2027-03-29", "2024-03-29", "2024-04-01"})
    void closesOnTheClosingDaysOfT2(LocalDate day) {
        assertThat(BusinessDays.TARGET.include(day)).isFalse();
        assertThat(BusinessDays.WEEKDAYS.include(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-02", "2026-04-07", "2026-05-04", "2026-12-24", "2026-12-31", "2026-05-14", "2026-05-25"})
    void worksOnAllOtherWeekdays(LocalDate day) {
        assertThat(BusinessDays.TARGET.include(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-07", "2026-11-08"})
    void restsAtWeekends(LocalDate day) {
        assertThat(BusinessDays.WEEKDAYS.include(day)).isFalse();
        assertThat(BusinessDays.TARGET.include(day)).isFalse();
        assertThat(BusinessDays.of("CZ").include(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CZ, 2026-11-17", "FR, 2026-07-14", "AT, 2026-10-26", "DE, 2026-05-14", "PL, 2026-11-11", "GR, 2026-04-13", "ES, 2026-10-12",
            "IT, 2026-06-02", "GB, 2026-12-28", "HU, 2026-10-23", "BG, 2026-03-03"})
    void restsOnThePublicHolidaysOfACountry(String country, LocalDate day) {
        assertThat(BusinessDays.of(country).include(day)).isFalse();
        assertThat(BusinessDays.TARGET.include(day)).isTrue();
    }

    @Test
    void worksInOneCountryWhileAnotherRests() {
        var wenceslas = LocalDate.of(2026, 9, 28);
        assertThat(BusinessDays.of("CZ").include(wenceslas)).isFalse();
        assertThat(BusinessDays.of("SK").include(wenceslas)).isTrue();
        assertThat(BusinessDays.of("DE").include(wenceslas)).isTrue();
    }

    @Test
    void restsOnTheHolidaysOfARegion() {
        assertThat(BusinessDays.of("GB-ENG").include(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(BusinessDays.of("DE-BY").include(LocalDate.of(2026, 1, 6))).isFalse();
        assertThat(BusinessDays.of("DE-HE").include(LocalDate.of(2026, 1, 6))).isTrue();
        assertThat(BusinessDays.isKnown("DE-QQ")).isFalse();
    }

    @Test
    void knowsTargetAndCountriesAndNothingElse() {
        assertThat(BusinessDays.isKnown("TARGET")).isTrue();
        assertThat(BusinessDays.isKnown("GR")).isTrue();
        assertThat(BusinessDays.isKnown("XX")).isFalse();
        assertThat(BusinessDays.isKnown("target")).isFalse();
        assertThat(BusinessDays.isKnown("NYSE")).isFalse();
        assertThat(BusinessDays.isKnown(null)).isFalse();
    }

    @Test
    void countsTheWorkingDaysOfItsCalendar() {
        var maundyThursday = ZonedDateTime.parse("2026-04-02T10:00:00+02:00");
        assertThat(new Span(1, Span.Unit.BUSINESS_DAYS).after(maundyThursday, BusinessDays.of("TARGET"))).isEqualTo("2026-04-07T10:00:00+02:00");
        assertThat(new Span(1, Span.Unit.BUSINESS_DAYS).after(maundyThursday, BusinessDays.of(null))).isEqualTo("2026-04-03T10:00:00+02:00");
        assertThat(new Span(1, Span.Unit.BUSINESS_DAYS).after(maundyThursday, BusinessDays.of("FR"))).isEqualTo("2026-04-03T10:00:00+02:00");
        assertThat(new Span(1, Span.Unit.DAYS).after(maundyThursday, BusinessDays.TARGET)).isEqualTo("2026-04-03T10:00:00+02:00");
    }
}
