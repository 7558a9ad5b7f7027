package io.portolan.leg;

/** Moves an onboarding by what came of a leg. */
public interface Settlement {

    /** Locks the onboarding, before anything else of its tables is touched. */
    void lock(String onboarding);

    /**
     * Changes the locked onboarding's state and lets the engine go on, in the caller's transaction; called again until it
     * returns, since the result is already kept. It says by {@link LegQueue#settled} in which state that leaves the leg, before
     * the engine moves.
     */
    void settle(LegResult result);

    /** Hears of a result that nobody waits for any more, in the transaction that keeps its facts. */
    void unwanted(LegOrder order, Outcome outcome);
}
