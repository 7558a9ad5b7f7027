package io.portolan.console;

import static io.portolan.console.Messages.say;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time on a line on which a minute and a month can both be read: each step is a multiple of the one before. */
record LogScale(double left, double right, Duration least, Duration most) {

    private static final List<Step> STEPS = List.of(new Step(say("time.one-second"), Duration.ofSeconds(1)), new Step(say("time.one-minute"), Duration.ofMinutes(1)), new Step(say("time.one-hour"), Duration.ofHours(1)),
            new Step(say("time.one-day"), Duration.ofDays(1)), new Step(say("time.one-week"), Duration.ofDays(7)), new Step(say("time.one-month"), Duration.ofDays(30)), new Step(say("time.one-year"), Duration.ofDays(365)));

    /** A length that is marked. */
    record Step(String label, Duration length) { }

    /** A mark on the line. */
    record Tick(String label, String x) { }

    /** The scale between two places that has room for lengths up to this one, in whole steps from a second on. */
    static LogScale upTo(Duration longest, double left, double right) {
        var most = STEPS.stream().map(Step::length).filter(length -> length.compareTo(longest) >= 0 && length.compareTo(Duration.ofHours(1)) >= 0).findFirst()
                .orElse(longest);
        return new LogScale(left, right, Duration.ofSeconds(1), most);
    }

    /** Where a length is; what is shorter than the shortest is at the left end. */
    double x(Duration length) {
        double share = Math.log(Math.max(length.toMillis(), least.toMillis()) / (double) least.toMillis()) / Math.log(most.toMillis() / (double) least.toMillis());
        return left + Math.min(1, share) * (right - left);
    }

    List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        STEPS.stream().filter(step -> step.length().compareTo(most) <= 0).forEach(step -> ticks.add(new Tick(step.label(), SpreadChart.number(x(step.length())))));
        return ticks;
    }
}
