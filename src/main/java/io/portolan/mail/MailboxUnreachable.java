package io.portolan.mail;

/** The mailbox could not be read; the message names the mailbox and nothing of its content. */
public class MailboxUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailboxUnreachable(String mailbox, String why) {
        super("the mailbox " + mailbox + " cannot be read: " + why);
    }
}
