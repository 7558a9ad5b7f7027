package io.portolan.playbook;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A length of time as a playbook writes it: a number and seconds, minutes, hours, days, business days or weeks. */
public record Span(int count, Unit unit) {

    /** The units a span may be written in. */
    public enum Unit { SECONDS, MINUTES, HOURS, DAYS, BUSINESS_DAYS, WEEKS }

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:up[- ]to )?(\\d{1,6}) (second|minute|hour|day|business day|week)s?");

    /** Reads a span such as {@code 5 business days}; empty where it is not one. */
    public static Optional<Span> read(String written) {
        var match = WRITTEN.matcher(written.trim().toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(new Span(Integer.parseInt(match.group(1)),
                        Unit.valueOf(match.group(2).replace(' ', '_').toUpperCase(Locale.ROOT) + "S")))
                : Optional.empty();
    }

    /** The moment this span after the given one; business days pass over those that are none. */
    public ZonedDateTime after(ZonedDateTime start, BusinessDays calendar) {
        return switch (unit) {
            case SECONDS -> start.plusSeconds(count);
            case MINUTES -> start.plusMinutes(count);
            case HOURS -> start.plusHours(count);
            case DAYS -> start.plusDays(count);
            case WEEKS -> start.plusWeeks(count);
            case BUSINESS_DAYS -> afterBusinessDays(start, calendar);
        };
    }

    private ZonedDateTime afterBusinessDays(ZonedDateTime start, BusinessDays calendar) {
        var day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (calendar.include(day.toLocalDate())) {
                left--;
            }
        }
        return day;
    }

    @Override
    public String toString() {
        var word = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return count + " " + (count == 1 ? word.substring(0, word.length() - 1) : word);
    }
}
