package io.portolan.mail;

/** Sends mails to our own people; no bank gets any of them. */
@FunctionalInterface
public interface HouseMail {

    /**
     * What became of a mail.
     *
     * @param forGood whether it makes no sense to try it again
     * @param why why it has not left, or null
     */
    record Sent(boolean taken, boolean forGood, String why) { }

    /**
     * Hands a mail in, once; of the same id it is the same mail, also where it is sent again since nobody knows whether it has left.
     *
     * @param mailbox from which of our mailboxes, or null for the first that can send
     */
    Sent send(String mailbox, String id, String to, String subject, String text);
}
