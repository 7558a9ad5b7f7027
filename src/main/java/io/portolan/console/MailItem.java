package io.portolan.console;

import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.Received;
import io.portolan.leg.ReceivedMails.State;
import java.time.Instant;

/** A mail as its page shows it, with the bank of its onboarding, if it has one. */
record MailItem(String id, String from, String subject, String mailbox, TimeView receivedAt, BadgeView badge, String nature, boolean isProven,
        String proof, String onboarding, String bankName, String note, String settledBy, String text, boolean isOpen) {

    static MailItem of(Received mail, String bankName, Instant now) {
        var isOpen = mail.state() == State.HOMELESS || mail.state() == State.ASKED || mail.state() == State.GIVEN;
        return new MailItem(mail.id(), mail.from().isEmpty() ? "(no sender)" : mail.from(), mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                mail.mailbox(), TimeView.of(mail.receivedAt(), now), badge(mail.state()), nature(mail.nature()), mail.proven(), mail.proof(),
                mail.onboarding(), bankName, mail.note(), mail.settledBy() == null ? null : Wording.actor(mail.settledBy()), mail.text(), isOpen);
    }

    private static BadgeView badge(State state) {
        return switch (state) {
            case HOMELESS -> new BadgeView(Wording.word(state), "No home", "person");
            case GIVEN -> new BadgeView(Wording.word(state), "Not read yet", "waiting");
            case ASKED -> new BadgeView(Wording.word(state), "A person is asked", "person");
            case READ -> new BadgeView(Wording.word(state), "Read", "done");
            case NOTED -> new BadgeView(Wording.word(state), "Noted", "quiet");
            case FILED -> new BadgeView(Wording.word(state), "Filed", "quiet");
        };
    }

    private static String nature(Nature nature) {
        return switch (nature) {
            case LETTER -> "A letter";
            case MACHINE_MADE -> "Made by a system";
            case AUTOMATIC_REPLY -> "An automatic reply";
            case BOUNCE -> "A mail of ours was not delivered";
        };
    }
}
