package io.portolan.api;

import io.portolan.refusal.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Reads points in time as clients write them. */
final class Moments {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {
    }

    /** An instant with its offset, or a date that stands for its first moment in UTC; null for none. */
    static Instant read(String field, String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return sensible(field, parsed(field, written.trim()));
    }

    private static Instant parsed(String field, String written) {
        try {
            return written.contains("T") ? OffsetDateTime.parse(written).toInstant() : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw wrong(field, "a time such as 2026-11-22T09:00:00Z, or a date such as 2026-11-22");
        }
    }

    /** A year that was mistyped, such as 0206 or 20266, is no time of ours. */
    private static Instant sensible(String field, Instant read) {
        if (read.isBefore(EARLIEST) || !read.isBefore(LATEST)) {
            throw wrong(field, "a time between the years 1990 and 2199");
        }
        return read;
    }

    private static Refused wrong(String field, String right) {
        return Refused.invalid("invalid-values", field + " must be " + right + ".", Map.of(field, right));
    }
}
