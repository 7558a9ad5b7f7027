package io.portolan.leg;

import io.portolan.playbook.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An outcome as its row keeps it. */
record KeptResult(String result, String reason, String text, String detail, String waitingFor, Instant lookAgainAt,
        List<Long> evidence, Duration worked) {

    /** An outcome to wait with something for a person to see to meanwhile, which may be null. */
    static KeptResult of(Outcome outcome, Instant lookAgainAt, List<Long> evidence, Duration worked, Notice notice) {
        var kept = of(outcome, lookAgainAt, evidence, worked);
        return notice == null ? kept : new KeptResult(kept.result(), notice.reason().name(), kept.text(), notice.question(),
                kept.waitingFor(), kept.lookAgainAt(), evidence, worked);
    }

    static KeptResult of(Outcome outcome, Instant lookAgainAt, List<Long> evidence, Duration worked) {
        if (outcome instanceof Outcome.Done done) {
            return new KeptResult("DONE", null, done.note(), null, null, null, evidence, worked);
        }
        if (outcome instanceof Outcome.NotYet notYet) {
            return new KeptResult("NOT_YET", null, notYet.why(), null, notYet.waitingFor().name(), lookAgainAt, evidence, worked);
        }
        if (outcome instanceof Outcome.NeedsPerson person) {
            return new KeptResult("PERSON", person.reason().name(), person.question(), person.detail(), WaitingFor.US.name(),
                    null, evidence, worked);
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return new KeptResult("REJECTED", null, rejected.reason(), null, WaitingFor.US.name(), null, evidence, worked);
        }
        if (outcome instanceof Outcome.BackTo back) {
            return new KeptResult("BACK_TO", null, back.why(), back.leg(), null, null, evidence, worked);
        }
        return new KeptResult("FAULT", null, ((Outcome.Fault) outcome).what(), null, null, null, evidence, worked);
    }

    /** The outcome that a row keeps. */
    static Outcome read(LegRecord row) {
        return switch (row.result()) {
            case "DONE" -> new Outcome.Done(row.text());
            case "NOT_YET" -> new Outcome.NotYet(WaitingFor.valueOf(row.waitingFor()), row.text(), row.lookAgainAt());
            case "PERSON" -> new Outcome.NeedsPerson(Outcome.Reason.valueOf(row.reason()), row.text(), row.detail());
            case "BACK_TO" -> new Outcome.BackTo(row.detail(), row.text());
            case "REJECTED" -> new Outcome.Rejected(row.text());
            default -> throw new IllegalStateException("no outcome is kept as " + row.result());
        };
    }

    /** What a person is to see to while the leg waits, as a row keeps it; or null. */
    static Notice notice(LegRecord row) {
        return "NOT_YET".equals(row.result()) && row.reason() != null ? new Notice(Outcome.Reason.valueOf(row.reason()), row.detail()) : null;
    }
}
