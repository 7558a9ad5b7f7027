package io.portolan.portal;

import io.portolan.leg.Outcome;

/** Ends a run with its outcome, from deep within its steps. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;
    private final boolean foundNothing;

    Stop(Outcome outcome) {
        this(outcome, false);
    }

    private Stop(Outcome outcome, boolean foundNothing) {
        super(outcome.getClass().getSimpleName(), null, false, false);
        this.outcome = outcome;
        this.foundNothing = foundNothing;
    }

    static Stop person(Outcome.Reason reason, String question, String detail) {
        return new Stop(new Outcome.NeedsPerson(reason, question, detail));
    }

    /** The same, since what a step needs is not on a page that is otherwise as pages are. */
    static Stop foundNothing(String question, String detail) {
        return new Stop(new Outcome.NeedsPerson(Outcome.Reason.PAGE_CHANGED, question, detail), true);
    }

    boolean hasFoundNothing() {
        return foundNothing;
    }

    Outcome outcome() {
        return outcome;
    }
}
