package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.overview.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Something that has ended or ends soon, on a line from now on.
 *
 * @param share how far along the line it ends, from 0 to 100
 */
record EndLine(String what, String label, String of, String href, TimeView at, int share, String tone, boolean isOver) {

    private static final Duration SOON = Duration.ofDays(30);
    private static final int SHOWN = 12;
    private static final int SHOWN_OVER = 6;

    /** Those that have ended last, and those that end first. */
    static List<EndLine> of(Snapshot.Ends ends, UnaryOperator<String> bankNames, Instant now) {
        var lines = Stream.concat(ends.certificates().stream().map(one -> line(say("onboarding.certificate"), one.label(), one.tpp() + ", " + one.environment(), "/certificates/" + one.certificate(),
                one.at(), ends.until(), now)), Stream.concat(ends.ended().stream(), ends.credentials().stream()).map(one -> line(say("onboarding.credential"), one.credential(),
                bankNames.apply(one.bank()) + ", " + one.environment(), "/registrations/" + one.registration(), one.at(), ends.until(), now)))
                .sorted(Comparator.comparing(line -> Instant.parse(line.at().iso()))).toList();
        var over = lines.stream().filter(EndLine::isOver).toList();
        return Stream.concat(over.subList(Math.max(0, over.size() - SHOWN_OVER), over.size()).stream(), lines.stream().filter(line -> !line.isOver()).limit(SHOWN)).toList();
    }

    private static EndLine line(String what, String label, String of, String href, Instant at, Instant until, Instant now) {
        var tone = at.isBefore(now) ? "rejected" : at.isBefore(now.plus(SOON)) ? "person" : "active";
        return new EndLine(what, label, of, href, TimeView.of(at, now), share(at, until, now), tone, at.isBefore(now));
    }

    static int share(Instant at, Instant until, Instant now) {
        double whole = Duration.between(now, until).toMillis();
        return (int) Math.round(100 * Math.max(0, Math.min(1, Duration.between(now, at).toMillis() / whole)));
    }
}
