package io.portolan.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as a page shows it: how long ago, and exactly. */
record TimeView(String iso, String relative, String absolute, String clock) {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The view of a time, or null for none. */
    static TimeView of(Instant time, Instant now) {
        return time == null ? null : new TimeView(time.toString(), relative(time, now), EXACT.format(time), CLOCK.format(time));
    }

    /** Its day, such as {@code Sun 22 Nov 2026}, in UTC. */
    public String day() {
        return absolute.substring(0, absolute.indexOf(','));
    }

    /** A time in words with its zone, such as {@code Tue 24 Nov 2026, 14:00 CET}; null for none. */
    static String words(Instant time, ZoneId zone) {
        return time == null ? null : WORDS.format(time.atZone(zone));
    }

    private static String relative(Instant time, Instant now) {
        var span = Duration.between(time, now);
        if (span.abs().toSeconds() < 5) {
            return "now";
        }
        return span.isNegative() ? "in " + roughly(span.negated()) : roughly(span) + " ago";
    }

    private static String roughly(Duration span) {
        if (span.toSeconds() < 60) {
            return span.toSeconds() + " s";
        }
        if (span.toMinutes() < 60) {
            return span.toMinutes() + " min";
        }
        if (span.toHours() < 48) {
            return span.toHours() + " h";
        }
        return span.toDays() + " days";
    }

    /** A length of time in two units at most, such as {@code 1 min 12 s}. */
    static String length(Duration span) {
        if (span == null || span.isZero()) {
            return "";
        }
        if (span.toMillis() < 10_000) {
            return String.format(Locale.ENGLISH, "%.1f s", span.toMillis() / 1000.0);
        }
        if (span.toMinutes() < 1) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toHours() < 48 ? span.toHours() + " h " + span.toMinutesPart() + " min" : span.toDays() + " days";
    }
}
