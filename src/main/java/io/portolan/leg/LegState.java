package io.portolan.leg;

/** How a leg of an onboarding stands. */
public enum LegState {
    /** Not reached yet. */
    PENDING,
    /** In the queue. */
    READY,
    /** Somebody holds it and acts. */
    RUNNING,
    /** It waits, for the bank or for another. */
    WAITING,
    /** A person has it. */
    WITH_PERSON,
    /** The bank has rejected it and a person decides. */
    REJECTED,
    /** It is done. */
    DONE,
    /** It is not asked of this onboarding, or a person said that it is not needed. */
    SKIPPED,
    /** The onboarding ended before it. */
    STOPPED
}
