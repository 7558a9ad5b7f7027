package io.portolan.leg;

import java.util.List;

/** What banks have said; each answer is kept before anybody is woken, and read by the next look of the leg that waits for it. */
public interface BankAnswers {

    /** Keeps an answer, in the caller's transaction; its id and time are given here. */
    BankAnswer keep(BankAnswer answer);

    /** The answers to this onboarding that no look has read, oldest first. */
    List<BankAnswer> unread(String onboarding);

    /** Says that a leg's look has read this answer; without a leg, that nobody will any more. */
    void read(long id, String leg);

    /** All that the bank has said to this onboarding, oldest first. */
    List<BankAnswer> of(String onboarding);
}
