package io.portolan.console;

import static io.portolan.console.Messages.say;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time as a page shows it: how long ago, and exactly, by the reader's clock.
 *
 * @param absolute the exact time with its zone, and in UTC where that is another
 * @param day its day, such as {@code Sun 22 Nov 2026}
 * @param zone the zone of it, such as {@code CET}
 * @param isAhead whether it is yet to come
 */
record TimeView(String iso, String relative, String absolute, String clock, String day, String zone, boolean isAhead) {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The view of a time for whoever reads the page, or null for none. */
    static TimeView of(Instant time, Instant now) {
        return of(time, now, Reader.zoneNow());
    }

    /** A time by a clock; what is midnight in UTC was given as a day, and no zone makes another day of it. */
    static TimeView of(Instant time, Instant now, ZoneId zone) {
        if (time == null) {
            return null;
        }
        var utc = time.atZone(UTC);
        var there = utc.toLocalTime().equals(LocalTime.MIDNIGHT) || zone.getRules().getOffset(time).equals(ZoneOffset.UTC) ? utc : time.atZone(zone);
        return new TimeView(time.toString(), relative(time, now), EXACT.format(there) + (there == utc ? "" : inUtc(there, utc)), CLOCK.format(there),
                DAY.format(there), ZONE.format(there), time.isAfter(now));
    }

    private static String inUtc(ZonedDateTime there, ZonedDateTime utc) {
        return there.toLocalDate().equals(utc.toLocalDate()) ? " (" + HOURS.format(utc) + ")" : " (" + EXACT.format(utc) + ")";
    }

    /** A time in words for whoever reads the page; null for none. */
    static String words(Instant time) {
        return words(time, Reader.zoneNow());
    }

    /** A time in words with its zone, such as {@code Tue 24 Nov 2026, 14:00 CET}; null for none. */
    static String words(Instant time, ZoneId zone) {
        return time == null ? null : WORDS.format(time.atZone(zone.equals(ZoneOffset.UTC) ? UTC : zone));
    }

    private static String relative(Instant time, Instant now) {
        var span = Duration.between(time, now);
        if (span.abs().toSeconds() < 5) {
            return say("time.now");
        }
        return span.isNegative() ? say("time.in", roughly(span.negated())) : say("time.ago", roughly(span));
    }

    private static String roughly(Duration span) {
        if (span.toSeconds() < 60) {
            return say("time.s", span.toSeconds());
        }
        if (span.toMinutes() < 60) {
            return say("time.min", span.toMinutes());
        }
        if (span.toHours() < 48) {
            return say("time.h", span.toHours());
        }
        return say("time.days", span.toDays());
    }

    /** A length of time in two units at most, such as {@code 1 min 12 s}. */
    static String length(Duration span) {
        if (span == null || span.isZero()) {
            return "";
        }
        if (span.toMillis() < 10_000) {
            return say("time.s", String.format(Locale.ENGLISH, "%.1f", span.toMillis() / 1000.0));
        }
        if (span.toMinutes() < 1) {
            return say("time.s", span.toSeconds());
        }
        if (span.toHours() < 1) {
            return say("time.min-s", span.toMinutes(), span.toSecondsPart());
        }
        return span.toHours() < 48 ? say("time.h-min", span.toHours(), span.toMinutesPart()) : say("time.days", span.toDays());
    }
}
