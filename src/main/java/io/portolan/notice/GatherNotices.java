package io.portolan.notice;

import io.portolan.database.Leases;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what has happened into mails for those who want it, on one node: at once, or once a day. Each event gets into one mail of somebody, and no more than one. */
@Component
class GatherNotices {

    private static final Logger LOG = LoggerFactory.getLogger(GatherNotices.class);
    private static final String JOB = "notice-mails";
    private static final int AT_ONCE = 200;

    private final JdbcPreferences preferences;
    private final JdbcNoticeMails mails;
    private final Events events;
    private final WhoHears users;
    private final NoticeSettings settings;
    private final Leases leases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    GatherNotices(JdbcPreferences preferences, JdbcNoticeMails mails, Events events, WhoHears users, NoticeSettings settings, Leases leases, PlatformTransactionManager transactions,
            Clock clock) {
        this.preferences = preferences;
        this.mails = mails;
        this.events = events;
        this.users = users;
        this.settings = settings;
        this.leases = leases;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 7, timeUnit = TimeUnit.SECONDS)
    void gatherAll() {
        if (leases.hold(JOB, Duration.ofMinutes(5))) {
            for (var standing : preferences.wanting()) {
                try {
                    gather(standing);
                } catch (RuntimeException e) {
                    LOG.warn("the notices of {} could not be gathered; it is tried again", standing.wished().user(), e);
                }
            }
        }
    }

    private void gather(JdbcPreferences.Standing standing) {
        var wished = standing.wished();
        var user = users.of(wished.user());
        if (user.isEmpty()) {
            // whoever is let in again hears of what happens from then on
            preferences.moved(wished.user(), standing.position(), events.head());
            return;
        }
        var wanted = new HashSet<>(wished.atOnce());
        wanted.addAll(wished.daily());
        look(standing, EventFilter.of(user.get(), wanted, null).mailedTo(user.get().name()));
        transactions.executeWithoutResult(status -> write(wished, false));
        var now = clock.instant().atZone(wished.zone());
        if (now.getHour() >= wished.hour()) {
            transactions.executeWithoutResult(status -> {
                if (preferences.digested(wished.user(), now.toLocalDate())) {
                    write(wished, true);
                }
            });
        }
    }

    private void look(JdbcPreferences.Standing standing, EventFilter filter) {
        var wished = standing.wished();
        var head = events.head();
        var from = standing.position();
        while (from < head) {
            var found = found(from, filter);
            var at = from;
            transactions.executeWithoutResult(status -> {
                if (preferences.moved(wished.user(), at, found.upTo())) {
                    found.events().forEach(event -> mails.put(wished.user(), event, wished.daily().contains(event.type()), NoticeText.line(event)));
                }
            });
            from = found.upTo();
        }
    }

    private Events.Found found(long from, EventFilter filter) {
        try {
            return events.after(from, filter, AT_ONCE);
        } catch (Refused gone) {
            return events.after(events.oldest(), filter, AT_ONCE);
        }
    }

    private void write(NoticePreferences wished, boolean daily) {
        var lines = mails.take(wished.user(), daily);
        if (!lines.isEmpty()) {
            mails.insert(wished.user(), wished.address(), NoticeText.subject(lines, daily), NoticeText.body(lines, wished.zone(), settings.address()));
        }
    }
}
