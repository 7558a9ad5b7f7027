package io.portolan.mail;

import io.portolan.leg.LegRun;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks into the TPP's mailbox for what another means waits for. */
@Component
class MailboxLooks implements AwaitedMails {

    private final Mailboxes mailboxes;
    private final UsedMails used;

    MailboxLooks(Mailboxes mailboxes, UsedMails used) {
        this.mailboxes = mailboxes;
        this.used = used;
    }

    @Override
    public Optional<Found> look(LegRun run, Wanted wanted) {
        var order = run.order();
        var mailbox = mailboxes.of(order.tpp()).orElseThrow(() -> new MailboxUnreachable("of " + order.tpp(), "there is none"));
        var mails = mailbox.mailsFrom(wanted.from(), wanted.since());
        for (int i = mails.size() - 1; i >= 0; i--) {
            var mail = mails.get(i);
            var value = MailMeans.hasSubject(mail, wanted.subject())
                    ? MailCapture.taken(wanted.take(), mail, order.environment().hosts()) : Optional.<String>empty();
            if (value.isPresent() && used.take(mail, mailbox.address(), order.tpp(), order.onboarding(), order.leg().id(), run.round().number())) {
                return Optional.of(new Found(value.get(), mail.subject(), mail.receivedAt(), true));
            }
        }
        return Optional.empty();
    }
}
