package io.portolan.leg;

import java.time.Instant;
import java.util.List;

/** A leg of an onboarding as the table holds it. */
public record LegRecord(String onboarding, String leg, int ordinal, String means, String portalAccount, LegState state,
        Instant since, int round, Instant roundSince, boolean looksFirst, boolean skipped, boolean stands, int runs, int faults, long workedMillis, String handle, String holder, String intent,
        Instant happenedAt, String result, String reason, String text, String detail, boolean settled,
        List<Long> evidence, String waitingFor, Instant waitingSince, Instant remindedAt, Instant lookAgainAt,
        Waited waited, String sentBackBy) {

    /** Whether something was begun of which nobody knows if, and how, it has taken effect at the bank. */
    boolean isEndUnknown() {
        return progress() != LegRun.Progress.NOTHING
                && (Outcome.Reason.ANSWER_LOST.name().equals(reason) || Outcome.Reason.UNEXPECTED_ANSWER.name().equals(reason));
    }

    /** How far an earlier run got with what cannot be taken back. */
    LegRun.Progress progress() {
        if (happenedAt != null) {
            return LegRun.Progress.HAPPENED;
        }
        return intent != null ? LegRun.Progress.INTENDED : LegRun.Progress.NOTHING;
    }
}
