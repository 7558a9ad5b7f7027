package io.portolan.playbook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A date and time as a bank's page or a person writes it: with an offset or a zone, or else in the bank's time zone. */
public final class AgreedTime {

    private AgreedTime() { }

    /** The moment; empty where the text is none, such as 2026-11-30T10:00, 2026-11-30 10:00 or 2026-11-30T10:00+01:00. */
    public static Optional<Instant> read(String written, ZoneId zone) {
        var text = written.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T");
        List<Function<String, Instant>> forms = List.of(
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> ZonedDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form).atZone(zone).toInstant());
        return forms.stream().map(form -> attempt(form, text)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException notThisOne) {
            return Optional.empty();
        }
    }
}
