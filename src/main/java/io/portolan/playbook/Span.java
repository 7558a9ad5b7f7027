package io.portolan.playbook;

import java.time.DayOfWeek;
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

    /** The moment this span after the given one; business days pass over Saturdays and Sundays. */
    public ZonedDateTime after(ZonedDateTime start) {
        return switch (unit) {
            case SECONDS -> start.plusSeconds(count);
            case MINUTES -> start.plusMinutes(count);
            case HOURS -> start.plusHours(count);
            case DAYS -> start.plusDays(count);
            case WEEKS -> start.plusWeeks(count);
            case BUSINESS_DAYS -> afterBusinessDays(start);
        };
    }

    private ZonedDateTime afterBusinessDays(ZonedDateTime start) {
        var day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
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
