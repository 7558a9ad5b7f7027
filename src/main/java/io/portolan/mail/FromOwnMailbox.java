package io.portolan.mail;

import io.portolan.mail.SmtpServer.Handed;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mails to our own people leave from one of the mailboxes that banks write to as well. */
@Component
class FromOwnMailbox implements HouseMail {

    private final MailAccounts accounts;
    private final Clock clock;

    FromOwnMailbox(MailAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Sent send(String mailbox, String id, String to, String subject, String text) {
        var account = accounts.all().stream().filter(each -> each.smtp() != null && (mailbox == null || mailbox.isBlank() || each.name().equals(mailbox))).findFirst();
        if (account.isEmpty()) {
            return new Sent(false, false, "No mailbox with a server for outgoing mail is set up. See portolan.mail.mailboxes.");
        }
        var from = account.get().settings().address();
        var draft = new Draft("<ptl." + id + "@" + BankAddresses.domain(from) + ">", new MailAccounts.Sender(account.get(), from), to, subject, text, List.of(), List.of());
        var handed = account.get().smtp().hand(draft.message(clock.instant()));
        if (handed instanceof Handed.NotSent notSent) {
            return new Sent(false, notSent.forGood(), notSent.why());
        }
        return handed instanceof Handed.Unknown unknown ? new Sent(false, false, unknown.why()) : new Sent(true, false, null);
    }
}
