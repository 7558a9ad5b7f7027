package io.portolan.leg;

/** Moves an onboarding by what came of a leg; called again until it returns, since the result is already kept. */
public interface Settlement {

    /** Locks the onboarding, changes its state and lets the engine go on, in the caller's transaction. */
    void settle(LegResult result);
}
