package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.certificate.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line of time on which certificates are drawn from the day on which each begins to the day on which it ends.
 *
 * @param now where on the line this moment is, and {@code ticks} where years and, on a short line, quarters begin
 * @param grid the strokes at the ticks, as one path: they are drawn in every row
 */
record ValidityScale(Instant from, Instant until, String now, List<Tick> ticks, String grid) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);
    private static final double LEFT = 4;
    private static final double WIDTH = 232;
    /** What is further away says nothing about what has to be done now. */
    private static final Duration PAST = Duration.ofDays(366);
    private static final Duration FUTURE = Duration.ofDays(2 * 366);
    private static final Duration LEAST = Duration.ofDays(92);
    private static final int MOST_TICKS = 5;

    /** A place on the line with what stands there. */
    record Tick(String x, String label) { }

    /** A certificate on the line, with the same in words; it may begin before the line or end after it. */
    record Bar(String x, String width, String tone, String said) { }

    /** A line that shows how these follow each other, around now. */
    static ValidityScale of(List<Certificate> several, Instant now) {
        var first = several.stream().map(Certificate::notBefore).min(Instant::compareTo).orElse(now);
        var last = several.stream().map(Certificate::notAfter).max(Instant::compareTo).orElse(now);
        var from = within(first, now.minus(PAST), now.minus(LEAST));
        var until = within(last, now.plus(LEAST), now.plus(FUTURE));
        var bare = new ValidityScale(from, until, null, List.of(), null);
        var marks = bare.marks();
        return new ValidityScale(from, until, SpreadChart.number(bare.x(now)), marks, marks.stream().map(tick -> "M" + tick.x() + ",0V16").collect(Collectors.joining(" ")));
    }

    private static Instant within(Instant time, Instant least, Instant most) {
        return time.isBefore(least) ? least : time.isAfter(most) ? most : time;
    }

    /** Where on the line a moment is; what is before or after it stands at its end. */
    double x(Instant time) {
        double whole = Duration.between(from, until).toSeconds();
        return LEFT + WIDTH * Math.max(0, Math.min(1, Duration.between(from, time).toSeconds() / whole));
    }

    private List<Tick> marks() {
        int months = Duration.between(from, until).toDays() > 550 ? 12 : 3;
        var marks = new ArrayList<Tick>();
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC).withDayOfYear(1);
        while (marks.size() < MOST_TICKS && at(day).isBefore(until)) {
            if (at(day).isAfter(from)) {
                marks.add(new Tick(SpreadChart.number(x(at(day))), months == 12 ? String.valueOf(day.getYear()) : MONTH.format(day)));
            }
            day = day.plusMonths(months);
        }
        return marks;
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** A certificate on this line. */
    Bar bar(Certificate certificate, Instant now) {
        double begins = x(certificate.notBefore());
        // one that is over since long is still to be seen
        return new Bar(SpreadChart.number(begins), SpreadChart.number(Math.max(2, x(certificate.notAfter()) - begins)), CertificateLine.standing(certificate, now).tone(),
                say("certificate.valid-from-until", TimeView.of(certificate.notBefore(), now).day(), TimeView.of(certificate.notAfter(), now).day()));
    }
}
