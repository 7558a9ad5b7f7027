package io.portolan.api;

import io.portolan.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Reads points in time as clients write them. */
final class Moments {

    private Moments() {
    }

    /** An instant with its offset, or a date that stands for its first moment in UTC; null for none. */
    static Instant read(String field, String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return written.contains("T") ? OffsetDateTime.parse(written.trim()).toInstant()
                    : LocalDate.parse(written.trim()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            var right = "a time such as 2026-11-22T09:00:00Z, or a date such as 2026-11-22";
            throw Refused.invalid("invalid-values", field + " must be " + right + ".", Map.of(field, right));
        }
    }
}
