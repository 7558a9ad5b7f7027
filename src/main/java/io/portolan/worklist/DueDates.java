package io.portolan.worklist;

import io.portolan.leg.LegRecord;
import io.portolan.playbook.BusinessDays;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** By when a task has to be done: what the playbook says, else what its reason asks, and never after a deadline of the bank. */
@Component
class DueDates {

    private static final Set<String> LOST = Set.of("ANSWER_LOST", "SECRET_LOST");
    private static final String USUAL_CALENDAR = "TARGET";

    private final WorklistSettings settings;
    private final Clock clock;

    DueDates(WorklistSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For a task of a leg that its last run, or a rejection, has handed over. */
    Instant ofLeg(Leg leg, LegRecord row) {
        var now = clock.instant();
        var span = leg.handover().due() != null ? leg.handover().due()
                : businessDays(row.reason() != null && LOST.contains(row.reason()) ? settings.dueWhenLost() : settings.due());
        var calendar = leg.waiting() == null || leg.waiting().calendar() == null ? USUAL_CALENDAR : leg.waiting().calendar();
        var due = after(span, now, calendar);
        if (leg.waiting() == null || leg.waiting().deadline() == null || row.waitingSince() == null) {
            return due;
        }
        var deadline = after(leg.waiting().deadline(), row.waitingSince(), calendar);
        return deadline.isAfter(now) && deadline.isBefore(due) ? deadline : due;
    }

    /** For a task that no leg waits for. */
    Instant ofCleanUp() {
        return after(businessDays(settings.dueForCleanUp()), clock.instant(), USUAL_CALENDAR);
    }

    private static Span businessDays(int days) {
        return new Span(days, Span.Unit.BUSINESS_DAYS);
    }

    private Instant after(Span span, Instant start, String calendar) {
        return span.after(start.atZone(settings.zone()), BusinessDays.of(calendar)).toInstant();
    }
}
