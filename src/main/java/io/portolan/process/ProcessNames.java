package io.portolan.process;

/** The names that the models and this package share; a test holds them together. */
final class ProcessNames {

    /** The process that takes one leg to its end. */
    static final String PERFORM_LEG = "perform-leg";
    /** The topic of the one external task, in which a leg waits for its result. */
    static final String LEG_TOPIC = "leg";
    /** The message that wakes a waiting leg. */
    static final String BANK_ANSWERED = "bank-answered";
    /** The id of the leg that a perform-leg instance is about. */
    static final String LEG = "leg";
    /** What came of acting on the leg. */
    static final String OUTCOME = "outcome";
    /** What a person has answered. */
    static final String ANSWER = "answer";
    /** When to look again, as a date. */
    static final String LOOK_AGAIN_AT = "lookAgainAt";
    /** The user task that asks what to do about a rejection. */
    static final String DECIDE_REJECTION = "decideRejection";

    private ProcessNames() { }
}
