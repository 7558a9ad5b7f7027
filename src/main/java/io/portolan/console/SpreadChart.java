package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.TimesTaken.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long things took, drawn: a line from the least to the most, a box around the middle half, a stroke at the median; and the same in words.
 *
 * @param height how high the drawing is, and {@code axis} how high its lines are
 */
record SpreadChart(List<Row> rows, List<LogScale.Tick> ticks, int height, int axis) {

    static final double LEFT = 180;
    static final double RIGHT = 690;

    private static final int ROW = 30;
    private static final int FOOT = 24;

    /**
     * A row of it.
     *
     * @param href the list of what was counted
     * @param middle how high the middle of the row is, and the others where on the line something is
     */
    record Row(String label, String href, long number, Words words, int middle, String least, String lower, String median, String upper, String most, String box) { }

    /** The lengths in words. */
    record Words(String least, String lower, String median, String upper, String most) { }

    /** What is to be drawn in a row. */
    record Taken(String label, String href, Spread spread) { }

    static SpreadChart of(List<Taken> all) {
        var scale = LogScale.upTo(all.stream().map(taken -> taken.spread().most()).max(Duration::compareTo).orElse(Duration.ZERO), LEFT, RIGHT);
        var rows = new ArrayList<Row>();
        for (var taken : all) {
            rows.add(row(taken, rows.size() * ROW + ROW / 2, scale));
        }
        return new SpreadChart(rows, scale.ticks(), rows.size() * ROW + FOOT, rows.size() * ROW);
    }

    private static Row row(Taken taken, int middle, LogScale scale) {
        var spread = taken.spread();
        double lower = scale.x(spread.lower());
        // one that never took another time is still to be seen
        double box = Math.max(3, scale.x(spread.upper()) - lower);
        return new Row(taken.label(), taken.href(), spread.number(), new Words(said(spread.least()), said(spread.lower()), said(spread.median()), said(spread.upper()),
                said(spread.most())), middle, number(scale.x(spread.least())), number(lower), number(scale.x(spread.median())), number(lower + box), number(scale.x(spread.most())),
                number(box));
    }

    /** A length of time that nobody has to look at twice, such as {@code 3 h} or {@code 12 days}. */
    static String said(Duration length) {
        if (length.toMillis() < 950) {
            return say("dashboard.under-1-s");
        }
        if (length.toMinutes() < 1) {
            return say("time.s", Math.max(1, length.toSeconds()));
        }
        if (length.toHours() < 1) {
            return say("dashboard.min", length.toMinutes());
        }
        return length.toHours() < 48 ? say("time.h", length.toHours()) : say("dashboard.days", length.toDays());
    }

    static String number(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }
}
