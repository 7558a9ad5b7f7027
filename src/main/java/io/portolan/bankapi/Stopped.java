package io.portolan.bankapi;

import io.portolan.leg.Outcome;

/** Thrown where a call must not be made as it is; the leg becomes a person's. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome.NeedsPerson outcome;

    Stopped(Outcome.Reason reason, String question, String detail) {
        super(question);
        this.outcome = new Outcome.NeedsPerson(reason, question, detail);
    }

    Outcome.NeedsPerson outcome() {
        return outcome;
    }
}
