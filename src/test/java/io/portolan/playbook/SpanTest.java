package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    private static final ZonedDateTime FRIDAY = ZonedDateTime.parse("2026-11-20T10:00:00+01:00");

    @ParameterizedTest
    @CsvSource({
        "30 seconds, 2026-11-20T10:00:30+01:00",
        "1 minute, 2026-11-20T10:01:00+01:00",
        "72 hours, 2026-11-23T10:00:00+01:00",
        "3 days, 2026-11-23T10:00:00+01:00",
        "2 weeks, 2026-12-04T10:00:00+01:00",
        "1 business day, 2026-11-23T10:00:00+01:00",
        "up-to 10 business days, 2026-12-04T10:00:00+01:00",
    })
    void endsWhereItsUnitSays(String written, ZonedDateTime end) {
        assertThat(Span.read(written)).get().extracting(span -> span.after(FRIDAY, BusinessDays.WEEKDAYS)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "10", "5 moons", "-1 days", "1.5 hours", "10days", "9999999 days"})
    void isNotReadFromAnythingElse(String written) {
        assertThat(Span.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"up to 10 business days, 10 business days", "1 hour, 1 hour", "1 days, 1 day"})
    void isWrittenInOneForm(String written, String form) {
        assertThat(Span.read(written)).get().hasToString(form);
    }

    @Test
    void doesNotMoveWithNothingToWait() {
        assertThat(new Span(0, Span.Unit.BUSINESS_DAYS).after(FRIDAY, BusinessDays.TARGET)).isEqualTo(FRIDAY);
    }
}
