package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.ReceivedMails;
import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mails that may be a bank's answer, though nothing proves it, and that an onboarding reads only once a person gives them to it. */
@Component
class UnprovenMails {

    /** Of older ones the page of mails tells. */
    private static final int NEWEST = 200;

    private final ReceivedMails mails;

    UnprovenMails(ReceivedMails mails) {
        this.mails = mails;
    }

    /** A mail to be opened. */
    record Line(String id, String subject, String from) { }

    /** Those of an onboarding about which a person was asked, newest first. */
    List<Line> of(String onboarding) {
        return mails.page(State.ASKED, null, null, NEWEST).items().stream().filter(mail -> onboarding.equals(mail.onboarding()) && !mail.proven() && mail.nature() != Nature.BOUNCE)
                .map(mail -> new Line(mail.id(), mail.subject().isBlank() ? say("task.no-subject") : mail.subject(), mail.from())).toList();
    }
}
