package io.portolan.leg;

import io.portolan.playbook.MeansName;
import io.portolan.playbook.Sign;

/**
 * A means in a rehearsal: it does a leg as {@link Means} does, up to the place where something would leave us, and there it is answered as
 * the leg's own signs say that a bank answers. Nothing is sent.
 */
public interface Rehearsed {

    /** The name of the means that it stands in for. */
    MeansName name();

    /** Acts on a leg while the outside answers so. */
    Outcome perform(LegRun run, Cue cue);

    /**
     * How the outside answers.
     *
     * @param sign the sign that it shows, or null where the leg has none of this kind
     */
    record Cue(Kind kind, Sign sign) {

        /** What the bank says by it. */
        public enum Kind { DONE, REJECTED, WAIT, ASK }
    }
}
