package io.portolan.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What calls at a bank have proven over time, drawn: a dot for each call, the higher the more it proves, and a cross where somebody has found that access does not work.
 *
 * @param first when the first of them was
 * @param last when the last was
 * @param proven how many calls have proven something, and {@code failed} how often it was found not to work
 */
record ChecksChart(List<Mark> marks, List<Line> lines, TimeView first, TimeView last, long proven, long failed) {

    static final int LEFT = 110;
    static final int RIGHT = 690;
    private static final int ROW = 22;
    private static final int TOP = 14;

    /** A check; {@code level} is what it has proven, or null where it has found that access does not work. */
    record Check(Instant at, Level level, boolean isControlled, String said) { }

    /** What a call may prove, from the least. */
    enum Level { CONNECTION, CLIENT_KNOWN, TOKEN, DATA }

    /** A check in the drawing. */
    record Mark(String x, int y, boolean isProof, boolean isControlled, String said) { }

    /** A line of the drawing, with what stands on it. */
    record Line(int y, String label) { }

    /** The drawing of checks from the first of them to now; null where there are none. */
    static ChecksChart of(List<Check> checks, Instant now) {
        if (checks.isEmpty()) {
            return null;
        }
        var ordered = checks.stream().sorted(Comparator.comparing(Check::at)).toList();
        var first = ordered.get(0).at();
        var span = Math.max(1, Duration.between(first, now).toMillis());
        return new ChecksChart(ordered.stream().map(check -> new Mark(SpreadChart.number(LEFT + (double) (RIGHT - LEFT) * Duration.between(first, check.at()).toMillis() / span),
                        y(check.level()), check.level() != null, check.isControlled(), check.said())).toList(), levels(), TimeView.of(first, now),
                TimeView.of(ordered.get(ordered.size() - 1).at(), now), ordered.stream().filter(check -> check.level() != null).count(),
                ordered.stream().filter(check -> check.level() == null).count());
    }

    private static List<Line> levels() {
        return Arrays.stream(Level.values()).sorted(Comparator.reverseOrder()).map(level -> new Line(y(level), Wording.sentence(level))).toList();
    }

    /** What does not work stands below all that does. */
    private static int y(Level level) {
        return TOP + ROW * (level == null ? Level.values().length : Level.values().length - 1 - level.ordinal());
    }
}
