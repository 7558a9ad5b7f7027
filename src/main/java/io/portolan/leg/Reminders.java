package io.portolan.leg;

import java.time.Instant;
import java.util.Optional;

/** Reminds banks of what they have not answered; implemented by what can write to them. */
public interface Reminders {

    /**
     * Writes to the bank once, and says to whom, for people; empty where the playbook names nobody to write to, or no letter
     * can be sent for this TPP: then a person reminds the bank. It is never called twice for the same due date. An exception
     * means that nobody knows whether the letter left.
     */
    Optional<String> remind(LegOrder order, Reminder reminder);

    /**
     * What there is to say.
     *
     * @param number which reminder of this wait it is, from 1
     * @param waitingSince since when the bank has not answered
     * @param reference the bank's own reference, or null
     */
    record Reminder(int number, Instant waitingSince, String reference) { }
}
