package io.portolan.onboarding;

import io.portolan.playbook.Playbooks;
import java.time.Instant;
import java.util.Set;

/** What moves an onboarding from leg to leg; every call is part of the caller's transaction, in which the onboarding is locked. */
public interface Engine {

    /** Starts the process of an onboarding; the legs that are not asked of it are passed over. */
    void start(Onboarding onboarding, Playbooks.Versioned playbook, Set<String> skippedLegs);

    /** Goes on from a leg that was acted on. */
    void complete(String handle, Move move, Instant lookAgainAt);

    /** Goes on from a task that a person has answered; {@code lookAgainAt} only where it was handed in. */
    void answered(String taskHandle, String answer, Instant lookAgainAt);

    /** Wakes a leg that waits; says whether one did. */
    boolean wake(String onboarding);

    /** Wakes this leg, if it waits, and none beside it; says whether it did. */
    boolean wake(String onboarding, String leg);

    /** This leg and all that come after it, on whichever way; none where the process has ended. */
    Set<String> legsFrom(String onboarding, String leg);

    /** Leaves those of these legs that the process stands at, and begins again at an earlier one, which is among them. */
    void goBack(String onboarding, Set<String> left, String toLeg);

    /** Goes on by another version of the playbook from where it stands; the legs that are not asked of it are passed over. */
    void migrate(Onboarding onboarding, Playbooks.Versioned playbook, Set<String> skippedLegs);

    /** Ends the process. */
    void stop(String onboarding, String reason);

    /** How the process goes on from a leg. */
    enum Move {
        DONE, NEXT_ACT, NOT_YET, PERSON, REJECTED
    }
}
