package io.portolan.leg;

import io.portolan.playbook.MeansName;
import java.util.List;

/** One way of acting on legs; Spring injects every implementation, and the core knows none of them. */
public interface Means {

    /** The name by which playbooks ask for this means. */
    MeansName name();

    /**
     * Acts on a leg, once, and says what came of it. It states its intent before anything irreversible, keeps captures and
     * evidence as they appear, and looks before it repeats anything. An exception counts as an outside fault.
     */
    Outcome perform(LegRun run);

    /** Keeps as evidence what this means would do for a leg, without doing it, for a person who decides whether it is done. */
    default void show(LegRun run) {
    }

    /** What it does for a leg that proves access, one after the other, in the words by which its run tells of each; empty where that is not known before. */
    default List<String> steps(LegOrder order) {
        return List.of();
    }

    /** How many legs this means can act on at the same time in this process, for instance how many browsers there are. */
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /** Whether it can act on this machine at all; where it cannot, its legs become people's. */
    default boolean isHere() {
        return true;
    }
}
