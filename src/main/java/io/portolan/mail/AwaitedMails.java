package io.portolan.mail;

import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import java.time.Instant;
import java.util.Optional;

/** Mails that another means waits for in the middle of its work, such as one with a code that a portal asks for. */
public interface AwaitedMails {

    /**
     * Looks for the mail now, without waiting, and takes the value from the newest that has it; the mail then serves nobody else.
     *
     * @throws MailboxUnreachable if the TPP has no mailbox or its server does not answer
     */
    Optional<Found> look(LegRun run, Wanted wanted);

    /**
     * What is waited for.
     *
     * @param from the sender's address, or its domain with a leading @
     * @param subject what the subject contains, or null
     * @param take {@code link:<pattern>} or {@code code:<pattern>}
     * @param since no older mail counts
     */
    record Wanted(String from, String subject, Filled take, Instant since) { }

    /**
     * What was found.
     *
     * @param proven whether our mail server says that the mail is the bank's; otherwise only a person may act on it
     */
    record Found(String value, String subject, Instant receivedAt, boolean proven) {

        /** Shows no value, which may be secret. */
        @Override
        public String toString() {
            return "mail of " + receivedAt;
        }
    }
}
