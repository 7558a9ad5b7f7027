package io.portolan.leg;

import java.time.Instant;
import java.util.List;

/** A leg of an onboarding as the table holds it. */
public record LegRecord(String onboarding, String leg, int ordinal, String means, String portalAccount, LegState state,
        Instant since, int round, Instant roundSince, boolean looksFirst, boolean skipped, boolean stands, int runs, int faults, long workedMillis, String handle, String holder, String intent,
        Instant happenedAt, String result, String reason, String text, String detail, boolean settled,
        List<Long> evidence, String waitingFor, Instant waitingSince, Instant remindedAt, Instant lookAgainAt,
        Waited waited, String sentBackBy) {

    /** How far an earlier run got with what cannot be taken back. */
    LegRun.Progress progress() {
        if (happenedAt != null) {
            return LegRun.Progress.HAPPENED;
        }
        return intent != null ? LegRun.Progress.INTENDED : LegRun.Progress.NOTHING;
    }
}
