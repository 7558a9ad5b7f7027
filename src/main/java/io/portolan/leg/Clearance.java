package io.portolan.leg;

import java.util.Optional;

/** Whether a leg may begin to act, where more than its playbook decides that. */
public interface Clearance {

    /** What came of a leg that may not begin yet, or not without a person; empty where it may. Asked before each act of a leg that has not begun anything. */
    Optional<Outcome> holds(LegRun run);
}
