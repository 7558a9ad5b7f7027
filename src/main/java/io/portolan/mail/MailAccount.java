package io.portolan.mail;

/**
 * A mailbox of ours.
 *
 * @param smtp where its letters are handed in, or null
 */
record MailAccount(String name, MailSettings.Account settings, ImapMailbox imap, SmtpServer smtp) {
}
