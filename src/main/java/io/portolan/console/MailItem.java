package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.Received;
import io.portolan.leg.ReceivedMails.State;
import java.time.Instant;

/** A mail as its page shows it, with the bank of its onboarding, if it has one. */
record MailItem(String id, String from, String subject, String mailbox, TimeView receivedAt, BadgeView badge, String nature, boolean isProven,
        String proof, String onboarding, String bankName, String note, String settledBy, String text, boolean isOpen) {

    static MailItem of(Received mail, String bankName, Instant now) {
        var isOpen = mail.state() == State.HOMELESS || mail.state() == State.ASKED || mail.state() == State.GIVEN;
        return new MailItem(mail.id(), mail.from().isEmpty() ? say("mail.no-sender") : mail.from(), mail.subject().isBlank() ? say("mail.no-subject") : mail.subject(),
                mail.mailbox(), TimeView.of(mail.receivedAt(), now), badge(mail.state()), nature(mail.nature()), mail.proven(), mail.proof(),
                mail.onboarding(), bankName, mail.note(), mail.settledBy() == null ? null : Wording.actor(mail.settledBy()), mail.text(), isOpen);
    }

    private static BadgeView badge(State state) {
        return switch (state) {
            case HOMELESS -> new BadgeView(Wording.word(state), say("mail.no-home"), "person");
            case GIVEN -> new BadgeView(Wording.word(state), say("mail.not-read-yet"), "waiting");
            case ASKED -> new BadgeView(Wording.word(state), say("mail.a-person-is-asked"), "person");
            case READ -> new BadgeView(Wording.word(state), say("mail.read"), "done");
            case NOTED -> new BadgeView(Wording.word(state), say("mail.noted"), "quiet");
            case FILED -> new BadgeView(Wording.word(state), say("mail.filed"), "quiet");
        };
    }

    private static String nature(Nature nature) {
        return switch (nature) {
            case LETTER -> say("mail.a-letter");
            case MACHINE_MADE -> say("mail.made-by-a-system");
            case AUTOMATIC_REPLY -> say("mail.an-automatic-reply");
            case BOUNCE -> say("mail.a-mail-of-ours-was");
        };
    }
}
