package io.portolan.leg;

import io.portolan.playbook.MeansName;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A leg of an onboarding as the table holds it. */
public record LegRecord(String onboarding, String leg, int ordinal, String means, String portalAccount, LegState state,
        Instant since, int round, Instant roundSince, boolean looksFirst, boolean skipped, boolean stands, int runs, int faults, long workedMillis, String handle, String holder, String intent,
        Instant happenedAt, String result, String reason, String text, String detail, boolean settled,
        List<Long> evidence, String waitingFor, Instant waitingSince, Instant remindedAt, Instant lookAgainAt,
        Waited waited, String sentBackBy, boolean answerHeld) {

    private static final Set<LegState> CUT_OFF_IN = Set.of(LegState.PENDING, LegState.READY, LegState.RUNNING);
    /** A letter is known by its round, and is looked for among those of its own round. */
    private static final Set<String> CUT_OFF_BY = Set.of(MeansName.PORTAL.name(), MeansName.API.name());

    /** Whether something was begun of which nobody knows if, and how, it has taken effect at the bank; an answer that is held will tell. */
    boolean isEndUnknown() {
        return progress() != LegRun.Progress.NOTHING && !answerHeld
                && (Outcome.Reason.ANSWER_LOST.name().equals(reason) || Outcome.Reason.UNEXPECTED_ANSWER.name().equals(reason));
    }

    /**
     * Whether a run was cut off at what cannot be taken back, and nobody has been asked about it: what the next run has to look for
     * before it acts, in whichever round.
     */
    public boolean isCutOff() {
        return progress() == LegRun.Progress.INTENDED && waitingSince == null && CUT_OFF_IN.contains(state) && CUT_OFF_BY.contains(means);
    }

    /** How far an earlier run got with what cannot be taken back. */
    LegRun.Progress progress() {
        if (happenedAt != null) {
            return LegRun.Progress.HAPPENED;
        }
        return intent != null ? LegRun.Progress.INTENDED : LegRun.Progress.NOTHING;
    }
}
