package io.portolan.notice;

import io.portolan.database.Leases;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.mail.HouseMail;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the mails to our people, on one node. While the mail server is away they wait and are tried again, for a week. */
@Component
class SendNotices {

    private static final String JOB = "notice-send";
    private static final int AT_ONCE = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private final JdbcNoticeMails mails;
    private final HouseMail house;
    private final Journal journal;
    private final NoticeSettings settings;
    private final Leases leases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SendNotices(JdbcNoticeMails mails, HouseMail house, Journal journal, NoticeSettings settings, Leases leases, PlatformTransactionManager transactions, Clock clock) {
        this.mails = mails;
        this.house = house;
        this.journal = journal;
        this.settings = settings;
        this.leases = leases;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 9, timeUnit = TimeUnit.SECONDS)
    void sendAll() {
        if (leases.hold(JOB, Duration.ofMinutes(15))) {
            for (var due : mails.due(AT_ONCE)) {
                var mail = due.mail();
                var sent = house.send(settings.mailbox(), mail.id(), mail.address(), mail.subject(), due.body());
                transactions.executeWithoutResult(status -> note(mail, sent));
                if (!sent.taken() && !sent.forGood()) {
                    // the others would fare no better now
                    return;
                }
            }
        }
    }

    private void note(NoticeMail mail, HouseMail.Sent sent) {
        if (sent.taken()) {
            mails.sent(mail.id());
            journal.write(Act.ofPortolan(Act.HOUSE, "notice-mailed", null, null, "To " + mail.user() + ": " + mail.subject()));
            return;
        }
        var now = clock.instant();
        var isOver = sent.forGood() || mail.madeAt().plus(GIVEN_UP).isBefore(now);
        mails.failed(mail.id(), sent.why(), isOver ? null : now.plus(wait(mail.tries())));
        if (isOver) {
            journal.write(Act.ofPortolan(Act.HOUSE, "notice-not-mailed", null, null, "To " + mail.user() + ": " + mail.subject() + ". " + sent.why()));
        }
    }

    static Duration wait(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 19, timeUnit = TimeUnit.MINUTES)
    void forget() {
        if (leases.hold("notice-mails-erase", Duration.ofMinutes(30))) {
            mails.forgetBefore(clock.instant().atZone(ZoneOffset.UTC).minus(settings.keepEvents()).toInstant());
        }
    }
}
