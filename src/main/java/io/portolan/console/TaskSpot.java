package io.portolan.console;

import java.util.List;

/**
 * Where in the route of its onboarding a task stands.
 *
 * @param leg the leg that the task is about
 * @param legs every leg of the route with its state, in their order
 */
record TaskSpot(String onboarding, LegItem leg, List<LegItem> legs) {

    /** The leg that comes next, or null where this one is the last. */
    public LegItem next() {
        return leg.number() < legs.size() ? legs.get(leg.number()) : null;
    }

    /** Whether a leg is the one that the task is about. */
    public boolean isHere(LegItem one) {
        return one.number() == leg.number();
    }
}
