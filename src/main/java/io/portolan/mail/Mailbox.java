package io.portolan.mail;

import java.time.Instant;
import java.util.List;

/** A mailbox of ours, which is only read: mails stay as they are, seen or unseen. */
public interface Mailbox {

    /** The address that banks write to. */
    String address();

    /**
     * The mails from this sender that came since, the oldest first.
     *
     * @param from an address, or a domain with a leading @
     * @throws MailboxUnreachable if the mail server does not answer or does not let us in
     */
    List<Mail> mailsFrom(String from, Instant since);
}
