package io.portolan.leg;

import io.portolan.playbook.BusinessDays;
import io.portolan.playbook.Span;
import io.portolan.playbook.Wait;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** When a waiting leg is looked at again, and what is due by then: the earliest of next look, reminder, deadline and end of the usual wait. */
final class WaitRhythm {

    /** How often to look where the playbook does not say: often enough for a day's work, seldom enough for a portal. */
    static final Span USUAL = new Span(15, Span.Unit.MINUTES);

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Wait wait;
    private final Instant since;
    private final Instant reminded;

    /** A wait that may be null, begun then, with the last reminder (or null). */
    WaitRhythm(Wait wait, Instant since, Instant reminded) {
        this.wait = wait == null ? Wait.SILENT : wait;
        this.since = since;
        this.reminded = reminded;
    }

    /** When to look again. */
    Instant next(Instant now) {
        return next(now, null);
    }

    /** When to look again where the next look is given (or null), such as the day that the bank has promised: no later than what is due. */
    Instant next(Instant now, Instant given) {
        var look = given != null ? given : after(wait.lookEvery() == null ? USUAL : wait.lookEvery(), now);
        return Stream.of(reminderDue(), deadline(), overdueFrom()).flatMap(Optional::stream)
                .filter(at -> at.isAfter(now) && at.isBefore(look)).min(Instant::compareTo).orElse(look);
    }

    /** What is due for a person now, by which outcome. */
    Optional<Outcome.NeedsPerson> due(Instant now) {
        if (deadline().filter(at -> !at.isAfter(now)).isPresent()) {
            return Optional.of(new Outcome.NeedsPerson(Outcome.Reason.OVERDUE,
                    "The deadline of " + wait.deadline() + " has passed. How shall this go on?", null));
        }
        if (overdueFrom().filter(at -> !at.isAfter(now)).isPresent()) {
            return Optional.of(new Outcome.NeedsPerson(Outcome.Reason.OVERDUE,
                    "The bank usually takes up to " + wait.forUpTo() + ", and that is over. Has it said anything?", null));
        }
        if (reminderDue().filter(at -> !at.isAfter(now)).isPresent()) {
            return Optional.of(new Outcome.NeedsPerson(Outcome.Reason.REMINDER_DUE,
                    "Please remind the bank, and answer \"handed in\" when that is done.", null));
        }
        return Optional.empty();
    }

    private Optional<Instant> reminderDue() {
        return Optional.ofNullable(wait.remindEvery()).map(span -> after(span, reminded == null ? since : reminded));
    }

    private Optional<Instant> deadline() {
        return Optional.ofNullable(wait.deadline()).map(span -> after(span, since));
    }

    /** A person who was asked and said that it goes on waiting gets as long again. */
    private Optional<Instant> overdueFrom() {
        return Optional.ofNullable(wait.forUpTo()).map(span -> after(span, reminded == null ? since : reminded));
    }

    private Instant after(Span span, Instant start) {
        return span.after(start.atZone(ZONE), BusinessDays.of(wait.calendar())).toInstant();
    }
}
