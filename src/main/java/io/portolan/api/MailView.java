package io.portolan.api;

import io.portolan.leg.ReceivedMails.Received;
import java.time.Instant;

/** A mail as clients see it; the text only of a single one, and without what is secret. */
record MailView(String id, String mailbox, String from, String subject, Instant receivedAt, String state, String nature, boolean proven,
        String proof, String onboarding, String note, String settledBy, String text) {

    static MailView of(Received mail) {
        return new MailView(mail.id(), mail.mailbox(), mail.from(), mail.subject(), mail.receivedAt(), Words.of(mail.state()), Words.of(mail.nature()),
                mail.proven(), mail.proof(), mail.onboarding(), mail.note(), mail.settledBy(), mail.text());
    }
}
