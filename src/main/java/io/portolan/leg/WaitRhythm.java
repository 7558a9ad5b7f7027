package io.portolan.leg;

import io.portolan.playbook.Span;
import io.portolan.playbook.Wait;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a waiting leg is looked at again, and what is due by then: the earliest of next look, reminder, deadline, escalation, end of
 * the usual wait and the bank's promise. A bank that has promised is neither reminded nor doubted before that.
 */
final class WaitRhythm {

    /** How often to look where the playbook does not say: often enough for a day's work, seldom enough for a portal. */
    static final Span USUAL = new Span(15, Span.Unit.MINUTES);

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Wait wait;
    private final Instant since;
    private final Instant reminded;
    private final Waited waited;

    /** A wait that may be null, begun then, with the last reminder (or null) and what has come up. */
    WaitRhythm(Wait wait, Instant since, Instant reminded, Waited waited) {
        this.wait = wait == null ? Wait.SILENT : wait;
        this.since = since;
        this.reminded = reminded;
        this.waited = waited;
    }

    /**
     * When to look again where the look itself says when (or null): no later than what is due.
     *
     * @param canLook whether there is something to look at before the bank speaks
     */
    Instant next(Instant now, Instant given, boolean canLook) {
        var look = given != null ? given : nextLook(now, canLook);
        return Stream.of(reminderDue(), deadline(), askingDue(), escalationDue(), promise()).flatMap(Optional::stream)
                .filter(at -> at.isAfter(now) && at.isBefore(look)).min(Instant::compareTo).orElse(look);
    }

    /** There is nothing to see before the bank's cut-off lets it act, nor before it keeps its promise where it has to speak first. */
    private Instant nextLook(Instant now, boolean canLook) {
        if (!canLook && waited.promisedBy() != null && waited.promisedBy().isAfter(now)) {
            return waited.promisedBy();
        }
        var bankActs = wait.bankActsOn(since);
        return bankActs.isAfter(now) ? bankActs : wait.after(wait.lookEvery() == null ? USUAL : wait.lookEvery(), now);
    }

    /** Whether what we wait with is no longer good. */
    boolean isTooLate(Instant now) {
        return isDue(deadline(), now);
    }

    /** When the reminder was due that is to be sent now; empty where none is. */
    Optional<Instant> reminder(Instant now) {
        return reminderDue().filter(at -> !at.isAfter(now));
    }

    /** What a person is to see to now while the looking goes on; of several the weightiest. */
    Optional<Notice> notice(Instant now) {
        if (isDue(promise(), now)) {
            return Optional.of(new Notice(Outcome.Reason.PROMISE_BROKEN, "The bank promised an answer by " + said(waited.promisedBy())
                    + ", and none has come. Please ask it." + reference()));
        }
        if (isDue(escalationDue(), now)) {
            return Optional.of(new Notice(Outcome.Reason.ESCALATION, "The bank has not answered for " + wait.escalateAfter()
                    + ". Please talk to it." + reference()));
        }
        if (isDue(askingDue(), now)) {
            return Optional.of(new Notice(Outcome.Reason.OVERDUE, "The bank usually takes up to " + wait.forUpTo()
                    + ", and that is over. Has it said anything?" + reference()));
        }
        return Optional.empty();
    }

    private String said(Instant moment) {
        return DAY_AND_TIME.format(ZonedDateTime.ofInstant(moment, wait.zone())) + " (" + wait.zone() + ")";
    }

    private String reference() {
        return waited.reference() == null ? "" : " Its reference: " + waited.reference() + ".";
    }

    private static boolean isDue(Optional<Instant> at, Instant now) {
        return at.filter(due -> !due.isAfter(now)).isPresent();
    }

    Optional<Instant> reminderDue() {
        return due(wait.remindEvery(), reminded == null ? since : reminded);
    }

    Optional<Instant> deadline() {
        return Optional.ofNullable(wait.deadline()).map(span -> wait.after(span, since));
    }

    /** A person who was asked gets as long again. */
    Optional<Instant> askingDue() {
        return due(wait.forUpTo(), waited.askedAt() == null ? since : waited.askedAt());
    }

    Optional<Instant> escalationDue() {
        return waited.escalatedAt() != null ? Optional.empty() : due(wait.escalateAfter(), since);
    }

    private Optional<Instant> promise() {
        return Optional.ofNullable(waited.promisedBy());
    }

    private Optional<Instant> due(Span span, Instant start) {
        return Optional.ofNullable(span).map(length -> wait.after(length, start))
                .map(at -> waited.promisedBy() != null && waited.promisedBy().isAfter(at) ? waited.promisedBy() : at);
    }
}
