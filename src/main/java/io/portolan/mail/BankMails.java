package io.portolan.mail;

import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.leg.LegRun;
import io.portolan.leg.RunningOnboardings;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.playbook.MailWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mails that a run of a leg has to read. */
@Component
class BankMails {

    /** Clocks of mail servers differ; no answer comes before its round began but for that. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final JdbcMails mails;
    private final MailContents contents;
    private final Correlation.Threads threads;
    private final MailAccounts accounts;
    private final RunningOnboardings onboardings;
    private final Journal journal;

    BankMails(JdbcMails mails, MailContents contents, Correlation.Threads threads, MailAccounts accounts, RunningOnboardings onboardings,
            Journal journal) {
        this.mails = mails;
        this.contents = contents;
        this.threads = threads;
        this.accounts = accounts;
        this.onboardings = onboardings;
        this.journal = journal;
    }

    /** A mail with what stands in it and what the leg's signs say. */
    record Read(ArrivedMail row, Mail mail, MailSigns.Reading reading) { }

    /** What is unread, newest first; of what a person was asked, that which no person has answered since. */
    List<Read> unread(LegRun run) {
        var order = run.order();
        var signs = new MailSigns(order.leg(), template -> run.fill(template).text());
        var since = run.round().since().minus(CLOCKS_DIFFER_BY);
        claimExpected(run, signs, since);
        var found = new ArrayList<Read>();
        for (var row : mails.readable(order.onboarding(), order.leg().id(), run.round().number(), since)) {
            if (row.state() != State.ASKED || !isAnswered(run, row.askedAt())) {
                contents.read(row.id(), row.receivedAt()).ifPresent(mail -> found.add(0, new Read(row, mail, signs.read(mail))));
            }
        }
        return found;
    }

    /** What came before its leg was reached, and could have been several onboardings', is this one's once no other expects it. */
    private void claimExpected(LegRun run, MailSigns signs, Instant since) {
        var order = run.order();
        if (((MailWork) order.leg().work()).expect() == null) {
            return;
        }
        var mailboxes = accounts.of(order.tpp()).stream().map(MailAccount::name).toList();
        for (var row : mails.open(order.onboarding(), order.leg().id(), run.round().number(), mailboxes, since)) {
            var mail = row.state() == State.HOMELESS && MailSigns.isFrom(row.from(), ((MailWork) order.leg().work()).expect().from())
                    ? contents.read(row.id(), row.receivedAt()).filter(signs::isExpected).filter(each -> !Correlation.namesAnother(order.onboarding(), each, threads)) : Optional.<Mail>empty();
            if (mail.isPresent() && onboardings.of(accounts.find(row.mailbox()).orElseThrow().settings().tpps()).stream()
                    .noneMatch(other -> !other.onboarding().equals(order.onboarding()) && Correlation.expects(other, mail.get()))) {
                mails.claim(row.id(), order.onboarding(), Genuineness.of(mail.get(),
                        accounts.find(row.mailbox()).orElseThrow().settings().authservId(), order.playbook()));
            }
        }
    }

    private boolean isAnswered(LegRun run, Instant askedAt) {
        return journal.of(run.order().onboarding()).stream().filter(entry -> isPersonsWord(entry, run)).map(Entry::at).anyMatch(askedAt::isBefore);
    }

    private static boolean isPersonsWord(Entry entry, LegRun run) {
        return entry.act().name().equals("person-answered") && run.order().leg().id().equals(entry.act().leg());
    }

    /** Marks a mail as read by this leg, or as asked about, with its subject as it may be seen. */
    boolean take(LegRun run, Read read, State state) {
        var order = run.order();
        return mails.take(read.row().id(), order.onboarding(), order.leg().id(), run.round().number(), state,
                MailCopies.subject(read.mail(), run.masks()));
    }
}
