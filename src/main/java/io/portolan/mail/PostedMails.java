package io.portolan.mail;

import io.portolan.leg.LegRun;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.playbook.Playbook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks into the TPP's mailboxes for what another means waits for. */
@Component
class PostedMails implements AwaitedMails {

    private final MailAccounts accounts;
    private final MailArrivals arrivals;
    private final JdbcMails mails;
    private final MailContents contents;

    PostedMails(MailAccounts accounts, MailArrivals arrivals, JdbcMails mails, MailContents contents) {
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.mails = mails;
        this.contents = contents;
    }

    @Override
    public Optional<Found> look(LegRun run, Wanted wanted) {
        var order = run.order();
        var mailboxes = accounts.of(order.tpp());
        if (mailboxes.isEmpty()) {
            throw new MailboxUnreachable("of " + order.tpp(), "there is none");
        }
        arrivals.look(order.tpp());
        for (var row : mails.open(order.onboarding(), mailboxes.stream().map(MailAccount::name).toList(), wanted.since())) {
            var found = MailSigns.isFrom(row.from(), wanted.from()) ? contents.read(row.id(), row.receivedAt())
                    .filter(mail -> wanted.subject() == null || Words.contain(mail.subject(), wanted.subject()))
                    .flatMap(mail -> MailCapture.taken(wanted.take(), mail, order.environment().hosts())
                            .map(value -> new Found(value, mail.subject(), mail.receivedAt(), isProven(row, mail, order.playbook()))))
                    : Optional.<Found>empty();
            if (found.isPresent() && mails.take(row.id(), order.onboarding(), order.leg().id(), run.round().number(), State.READ, row.subject())) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Of a mail that had no home nobody has asked yet whose it is. */
    private boolean isProven(ArrivedMail row, Mail mail, Playbook playbook) {
        return row.mayAct() || accounts.find(row.mailbox())
                .map(account -> Genuineness.of(mail, account.settings().authservId(), playbook).proven()).orElse(false);
    }
}
