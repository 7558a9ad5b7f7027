package io.portolan.mail;

/** Which mails were taken for which leg; a mail serves one round of one leg only. */
interface UsedMails {

    /** Takes a mail for a leg; false where it has served another, or an earlier round. The same round may take it again. */
    boolean take(Mail mail, String mailbox, String tpp, String onboarding, String leg, int round);
}
