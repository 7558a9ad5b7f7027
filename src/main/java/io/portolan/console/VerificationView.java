package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.registration.Verification;
import io.portolan.registration.Verification.Step;
import java.time.Instant;
import java.util.List;

/**
 * A check of access as the page of its registration shows it, while it goes on and after its end.
 *
 * @param at which of its steps it is at, from 1; 0 before the first
 * @param told how far it is, for those who hear the page
 */
record VerificationView(boolean isRunning, BadgeView state, String sentence, String by, TimeView begunAt, TimeView endedAt, int at, int of, String told, List<StepLine> steps) {

    /** A step of it; one that was begun has its time, and one that is over what came of it. */
    record StepLine(String what, BadgeView state, String came, TimeView begunAt, List<EvidenceLink> evidence) { }

    /** What was sent, or what came back. */
    record EvidenceLink(long id, String label) { }

    static VerificationView of(Verification verification, Instant now) {
        var state = switch (verification.state()) {
            case RUNNING -> new BadgeView("running", say("verification.running"), "active");
            case PROVEN -> new BadgeView("proven", say("verification.proven"), "done");
            case FAILED -> new BadgeView("failed", say("verification.failed"), "rejected");
            case NO_ANSWER -> new BadgeView("no-answer", say("verification.no-answer"), "waiting");
            case STARTED -> new BadgeView("started", say("verification.started"), "active");
            case CUT_OFF -> new BadgeView("cut-off", say("verification.cut-off"), "waiting");
        };
        var steps = verification.steps();
        var doing = steps.stream().filter(Step::isUnderWay).findFirst();
        var told = !verification.isRunning() ? state.label() + ". " + (verification.said() == null ? "" : verification.said())
                : doing.map(step -> say("verification.step", verification.at(), steps.size()) + ": " + step.what()).orElse(state.label());
        return new VerificationView(verification.isRunning(), state, verification.said(), Wording.actor(verification.begunBy()), TimeView.of(verification.begunAt(), now),
                TimeView.of(verification.endedAt(), now), verification.at(), steps.size(), told,
                steps.stream().map(step -> line(step, verification.isRunning(), now)).toList());
    }

    private static StepLine line(Step step, boolean isRunning, Instant now) {
        var state = step.begunAt() == null ? isRunning ? new BadgeView("to-come", say("verification.to-come"), "quiet") : new BadgeView("not-made", say("verification.not-made"), "quiet")
                : step.endedAt() == null ? new BadgeView("under-way", say("verification.under-way"), "active") : new BadgeView("made", say("verification.made"), "done");
        return new StepLine(step.what(), state, step.came(), TimeView.of(step.begunAt(), now), links(step.evidence()));
    }

    /** Each call keeps what was sent before what came back. */
    private static List<EvidenceLink> links(List<Long> evidence) {
        return java.util.stream.IntStream.range(0, evidence.size())
                .mapToObj(at -> new EvidenceLink(evidence.get(at), at % 2 == 0 ? say("journal.what-was-sent") : say("journal.what-came-back"))).toList();
    }
}
