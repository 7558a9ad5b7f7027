package io.portolan.mail;

/** Which mails were taken for which leg; a mail serves one leg only. */
interface UsedMails {

    /** Takes a mail for a leg; false where it has served another. The same leg may take it again. */
    boolean take(Mail mail, String mailbox, String tpp, String onboarding, String leg);
}
