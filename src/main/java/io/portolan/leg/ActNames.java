package io.portolan.leg;

/** How the journal names what came of a leg. */
final class ActNames {

    private ActNames() { }

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return "leg-done";
        }
        if (outcome instanceof Outcome.NotYet) {
            return "leg-waits";
        }
        if (outcome instanceof Outcome.NeedsPerson) {
            return "person-needed";
        }
        if (outcome instanceof Outcome.BackTo) {
            return "began-again";
        }
        return outcome instanceof Outcome.Rejected ? "rejected-by-bank" : "tried-in-vain";
    }

    static String sentence(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.note();
        }
        if (outcome instanceof Outcome.NotYet notYet) {
            return notYet.why();
        }
        if (outcome instanceof Outcome.NeedsPerson person) {
            return person.detail() == null ? person.question() : person.question() + " " + person.detail();
        }
        if (outcome instanceof Outcome.BackTo back) {
            return back.why();
        }
        return outcome instanceof Outcome.Rejected rejected ? rejected.reason() : ((Outcome.Fault) outcome).what();
    }
}
