package io.portolan.mail;

/**
 * A mailbox of ours.
 *
 * @param smtp where its letters are handed in, or null
 */
record MailAccount(String name, MailSettings.Account settings, ImapMailbox imap, SmtpServer smtp) {

    /** The TPP whose mail alone arrives there, or null where it is that of several. */
    String onlyTpp() {
        return settings.tpps().size() == 1 ? settings.tpps().get(0) : null;
    }
}
