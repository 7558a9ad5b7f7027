package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Approval;
import io.portolan.access.Approval.State;
import io.portolan.access.Asked;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** A request for a second person on a page; {@code link} is the page of what it is about, or null. */
record ApprovalItem(String id, BadgeView state, String title, String consequence, String tpp, List<FactLine> facts, String link, String reason, String requestedBy,
        TimeView requestedAt, TimeView expiresAt, String decidedBy, TimeView decidedAt, String decision, boolean isByItself, TimeView endedAt, String note, boolean isOver) {

    /** What it rests on; a moment is told by the reader's clock. */
    record FactLine(String label, String value, TimeView at) {

        static FactLine of(Asked.Fact fact, Instant now) {
            return new FactLine(fact.label(), fact.value(), moment(fact.value(), now));
        }

        private static TimeView moment(String value, Instant now) {
            try {
                return value == null || !value.endsWith("Z") ? null : TimeView.of(Instant.parse(value), now);
            } catch (DateTimeException text) {
                return null;
            }
        }
    }

    static ApprovalItem of(Approval approval, Instant now) {
        var asked = approval.asked();
        var state = approval.state() == State.WAITING && !approval.expiresAt().isAfter(now) ? State.EXPIRED : approval.state();
        return new ApprovalItem(approval.id(), badge(state), asked.title(), asked.consequence(), asked.tpp(), asked.facts().stream().map(fact -> FactLine.of(fact, now)).toList(), asked.link(), approval.reason(),
                Wording.actor(approval.requestedBy()), TimeView.of(approval.requestedAt(), now), TimeView.of(approval.expiresAt(), now), Wording.actor(approval.decidedBy()),
                TimeView.of(approval.decidedAt(), now), approval.decision(), approval.byItself(), TimeView.of(approval.endedAt(), now), approval.note(),
                state != State.WAITING && state != State.APPROVED);
    }

    private static BadgeView badge(State state) {
        var word = Wording.word(state);
        return switch (state) {
            case WAITING -> new BadgeView(word, say("approval.is-waiting"), "person");
            case APPROVED -> new BadgeView(word, say("approval.is-approved"), "active");
            case DONE -> new BadgeView(word, say("approval.is-done"), "done");
            case DECLINED -> new BadgeView(word, say("approval.is-declined"), "rejected");
            case TAKEN_BACK -> new BadgeView(word, say("approval.is-taken-back"), "quiet");
            case EXPIRED -> new BadgeView(word, say("approval.is-expired"), "quiet");
            case VOID -> new BadgeView(word, say("approval.is-void"), "quiet");
        };
    }
}
