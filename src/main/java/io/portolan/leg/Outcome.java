package io.portolan.leg;

import io.portolan.playbook.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What came of acting on a leg. */
public sealed interface Outcome {

    /** The same in words that went through this, which may get and give null. */
    Outcome masked(UnaryOperator<String> mask);

    /** The leg is done; the note says by what it was seen. */
    record Done(String note) implements Outcome {

        private static final String STANDS = "This leg was done before, and stands: nothing that it used has changed.";
        private static final String NOT_ASKED = "This leg is not asked of this onboarding.";

        /** What came of a leg that is passed over. */
        public static Done notAsked() {
            return new Done(NOT_ASKED);
        }

        /** What came of a leg that was done before and is passed by. */
        public static Done stands() {
            return new Done(STANDS);
        }

        /** What came of a leg of signing up that is not needed. */
        public static Done accountFound() {
            return new Done("Not needed: the account at the portal was there before, and it lets us in.");
        }

        /** Whether nothing was done, since the leg is not asked or was done before. */
        public boolean isPassedBy() {
            return NOT_ASKED.equals(note) || STANDS.equals(note);
        }

        @Override
        public Done masked(UnaryOperator<String> mask) {
            return isPassedBy() ? this : new Done(mask.apply(note));
        }
    }

    /**
     * It has to wait.
     *
     * @param why what shows it, for people
     * @param lookAgainAt when to look again; null for the rhythm of the playbook
     */
    record NotYet(WaitingFor waitingFor, String why, Instant lookAgainAt) implements Outcome {

        @Override
        public NotYet masked(UnaryOperator<String> mask) {
            return new NotYet(waitingFor, mask.apply(why), lookAgainAt);
        }
    }

    /**
     * A person is needed.
     *
     * @param question what is asked, as a sentence
     * @param detail what was looked for and what was found, for people; never a secret
     */
    record NeedsPerson(Reason reason, String question, String detail) implements Outcome {

        @Override
        public NeedsPerson masked(UnaryOperator<String> mask) {
            return new NeedsPerson(reason, mask.apply(question), mask.apply(detail));
        }
    }

    /** The bank has rejected. */
    record Rejected(String reason) implements Outcome {

        @Override
        public Rejected masked(UnaryOperator<String> mask) {
            return new Rejected(mask.apply(reason));
        }
    }

    /** What it waited with is no longer good: the onboarding begins again at an earlier leg. */
    record BackTo(String leg, String why) implements Outcome {

        @Override
        public BackTo masked(UnaryOperator<String> mask) {
            return new BackTo(leg, mask.apply(why));
        }
    }

    /**
     * Something outside failed and nothing irreversible happened: it is tried again a few times, then a person is asked.
     *
     * @param pause how long it has to be left alone, as the bank asks; null where our own rhythm will do
     */
    record Fault(String what, Duration pause) implements Outcome {

        /** A fault after which our own rhythm will do. */
        public Fault(String what) {
            this(what, null);
        }

        @Override
        public Fault masked(UnaryOperator<String> mask) {
            return new Fault(mask.apply(what), pause);
        }
    }

    /** Why a person is needed. */
    enum Reason {
        BY_DESIGN, PAGE_CHANGED, CAPTCHA, ANSWER_LOST, SECRET_LOST, ASKED_BY_PLAYBOOK, OUTSIDE_FAULT, UNEXPECTED_ANSWER,
        MISSING_DATA, NO_BROWSER, OVERDUE, REMINDER_DUE, ESCALATION, PROMISE_BROKEN, DEADLINE_PASSED, BANK_ASKS, ACCESS_NOT_PROVEN,
        OTHER_STOPPED, MAIL_TO_READ, NOT_AGREED
    }
}
