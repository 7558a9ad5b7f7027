package io.portolan.mail;

import io.portolan.database.Leases;
import io.portolan.leg.RunningOnboardings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into our mailboxes, one node at a time, takes in what is new, and wakes the onboardings that it is for. */
@Component
class MailArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(MailArrivals.class);
    /** How far a first look goes back. */
    private static final Duration A_DAY = Duration.ofDays(1);
    /** What came before our first look, and belongs to nobody, is not our business. */
    private static final Duration JUST_BEFORE = Duration.ofMinutes(10);

    private final MailAccounts accounts;
    private final MailSettings settings;
    private final SafeIntake intake;
    private final JdbcMails mails;
    private final JdbcMailboxMarks marks;
    private final OutlivedMails outlived;
    private final RunningOnboardings onboardings;
    private final Leases leases;
    private final Clock clock;
    private final Set<String> inTrouble = ConcurrentHashMap.newKeySet();
    private Instant nextLook = Instant.MIN;

    MailArrivals(MailAccounts accounts, MailSettings settings, SafeIntake intake, JdbcMails mails, JdbcMailboxMarks marks,
            OutlivedMails outlived, RunningOnboardings onboardings, Leases leases, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.intake = intake;
        this.mails = mails;
        this.marks = marks;
        this.outlived = outlived;
        this.onboardings = onboardings;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void lookWhenDue() {
        if (accounts.all().isEmpty() || clock.instant().isBefore(nextLook)) {
            return;
        }
        nextLook = clock.instant().plus(settings.lookEvery());
        for (var account : accounts.all()) {
            try {
                look(account);
                inTrouble.remove(account.name());
            } catch (RuntimeException trouble) {
                if (inTrouble.add(account.name())) {
                    LOG.warn("Mail: {}; it is tried again every {} s", trouble instanceof MailboxUnreachable ? trouble.getMessage()
                            : "the mailbox " + account.name() + " could not be looked into: " + trouble.getClass().getName(), settings.lookEvery().toSeconds());
                }
            }
        }
        wake();
        outlived.forget();
    }

    /**
     * Looks now into the mailboxes of a TPP, unless another node does.
     *
     * @throws MailboxUnreachable if a mail server does not answer or does not let us in
     */
    void look(String tpp) {
        accounts.of(tpp).forEach(this::look);
    }

    private void look(MailAccount account) {
        synchronized (account.imap()) {
            var mark = marks.of(account.name());
            var isFirst = mark.isEmpty();
            var since = marks.lookedAt(account.name()).orElse(clock.instant()).minus(A_DAY);
            boolean more = true;
            while (more && leases.hold("mail/" + account.name(), Duration.ofMinutes(1))) {
                var look = account.imap().look(mark, since);
                if (!look.mails().isEmpty()) {
                    var running = onboardings.of(account.settings().tpps());
                    look.mails().forEach(raw -> intake.take(account, raw, running,
                            !isFirst || raw.receivedAt().isAfter(clock.instant().minus(JUST_BEFORE))));
                }
                if (mark.filter(look.mark()::equals).isEmpty()) {
                    marks.keep(account.name(), look.mark());
                }
                mark = Optional.of(look.mark());
                more = look.more();
            }
        }
    }

    /** A mail that came while its leg was worked on is read by the next look, which is due as soon as the leg waits. */
    void wake() {
        var unread = mails.toWake().stream().collect(Collectors.groupingBy(ArrivedMail::onboarding, LinkedHashMap::new,
                Collectors.reducing(false, mail -> mail.decisive() || mail.vouched(), Boolean::logicalOr)));
        unread.forEach((onboarding, decides) -> {
            if (onboardings.find(onboarding).isEmpty() || onboardings.wake(onboarding, decides)) {
                mails.woken(onboarding);
            }
        });
    }
}
