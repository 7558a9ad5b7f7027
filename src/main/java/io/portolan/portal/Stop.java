package io.portolan.portal;

import io.portolan.leg.Outcome;

/** Ends a run with its outcome, from deep within its steps. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    Stop(Outcome outcome) {
        super(outcome.getClass().getSimpleName(), null, false, false);
        this.outcome = outcome;
    }

    static Stop person(Outcome.Reason reason, String question, String detail) {
        return new Stop(new Outcome.NeedsPerson(reason, question, detail));
    }

    Outcome outcome() {
        return outcome;
    }
}
