package io.portolan.mail;

import io.portolan.leg.LegRun;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.playbook.Playbook;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Looks into the TPP's mailboxes for what another means waits for. */
@Component
class PostedMails implements AwaitedMails {

    private final MailAccounts accounts;
    private final MailArrivals arrivals;
    private final JdbcMails mails;
    private final MailContents contents;
    private final Correlation.Threads threads;
    /** What each run has taken: the same run is not given it twice, one that begins anew after a fault or a kill is. */
    private final Map<LegRun, Set<String>> taken = Collections.synchronizedMap(new WeakHashMap<>());

    PostedMails(MailAccounts accounts, MailArrivals arrivals, JdbcMails mails, MailContents contents, Correlation.Threads threads) {
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.mails = mails;
        this.contents = contents;
        this.threads = threads;
    }

    @Override
    public Optional<Found> look(LegRun run, Wanted wanted) {
        var order = run.order();
        var mailboxes = accounts.of(order.tpp());
        if (mailboxes.isEmpty()) {
            throw new MailboxUnreachable("of " + order.tpp(), "there is none");
        }
        arrivals.look(order.tpp());
        var ofThisRun = taken.computeIfAbsent(run, each -> ConcurrentHashMap.newKeySet());
        for (var row : mails.open(order.onboarding(), order.leg().id(), run.round().number(), mailboxes.stream().map(MailAccount::name).toList(),
                wanted.since())) {
            var found = ofThisRun.contains(row.id()) || !MailSigns.isFrom(row.from(), wanted.from()) ? Optional.<Found>empty() : found(row, run, wanted);
            if (found.isPresent() && mails.take(row.id(), order.onboarding(), order.leg().id(), run.round().number(), State.READ, row.subject())) {
                ofThisRun.add(row.id());
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> found(ArrivedMail row, LegRun run, Wanted wanted) {
        var order = run.order();
        return contents.read(row.id(), row.receivedAt())
                .filter(mail -> wanted.subject() == null || Words.contain(mail.subject(), wanted.subject()))
                .filter(mail -> row.state() != State.HOMELESS || !Correlation.namesAnother(order.onboarding(), mail, threads))
                .flatMap(mail -> MailCapture.taken(wanted.take(), mail, order.environment().hosts())
                        .map(value -> new Found(value, mail.subject(), mail.receivedAt(), isProven(row, mail, order.playbook()))));
    }

    /** Of a mail that had no home nobody has asked yet whose it is. */
    private boolean isProven(ArrivedMail row, Mail mail, Playbook playbook) {
        return row.mayAct() || accounts.find(row.mailbox())
                .map(account -> Genuineness.of(mail, account.settings().authservId(), playbook).proven()).orElse(false);
    }
}
