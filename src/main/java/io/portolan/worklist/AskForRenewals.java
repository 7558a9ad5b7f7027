package io.portolan.worklist;

import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccountRenewed;
import io.portolan.account.PortalAccounts;
import io.portolan.leg.LegQueue;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks people, once and in time, to renew the accounts at portals whose passwords end; what was renewed is asked for no longer. */
@Component
public class AskForRenewals {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final PortalAccounts accounts;
    private final JdbcAccountTasks asked;
    private final OpenTasks openTasks;
    private final LegQueue legs;
    private final Onboardings onboardings;
    private final WorklistSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AskForRenewals(PortalAccounts accounts, JdbcAccountTasks asked, OpenTasks openTasks, LegQueue legs, Onboardings onboardings,
            WorklistSettings settings, TransactionTemplate transactions, Clock clock) {
        this.accounts = accounts;
        this.asked = asked;
        this.openTasks = openTasks;
        this.legs = legs;
        this.onboardings = onboardings;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks for what is due by now, and withdraws what was renewed. */
    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    public void look() {
        withdraw();
        var soon = clock.instant().plus(settings.accountExpiry());
        accounts.endingBefore(soon).stream().filter(account -> !asked.isAsked(account))
                .forEach(account -> legs.lastWith(account.key())
                        .flatMap(onboardings::find).ifPresent(onboarding -> ask(account, onboarding)));
    }

    /** What was renewed need not wait for the next look; in a transaction of its own, since that of the renewal is over. */
    @TransactionalEventListener
    public void renewed(PortalAccountRenewed account) {
        var own = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions.getTransactionManager(), own).executeWithoutResult(status -> withdraw());
    }

    private void withdraw() {
        asked.open().stream().filter(open -> !isStillDue(open)).forEach(open -> openTasks.noLongerNeeded(open.task()));
    }

    private boolean isStillDue(JdbcAccountTasks.Asked open) {
        return accounts.find(open.tpp(), open.portal(), open.environment()).filter(account -> open.expires().equals(account.expires())).isPresent();
    }

    private void ask(PortalAccount account, Onboarding onboarding) {
        var at = account.portal() + ", " + account.environment();
        var ends = account.expires().isAfter(clock.instant()) ? "expires on " : "has expired on ";
        transactions.executeWithoutResult(status -> {
            var task = openTasks.ask(onboarding, "Renew the account at the portal " + account.portal(), "The account " + account.login() + " of "
                    + account.tpp() + " at the portal " + at + ", or its password, " + ends + said(account.expires()) + ".",
                    "Please change the password at the portal and hand the new one in with its new expiry, on the page Accounts at portals or by POST /api/v1/portal-accounts/" + account.tpp()
                            + "/" + account.portal() + "/" + account.environment() + "/renewal. This task is withdrawn by itself then.", account.expires());
            if (!asked.asked(account, task)) {
                status.setRollbackOnly();
            }
        });
    }

    private String said(Instant moment) {
        return DAY.format(ZonedDateTime.ofInstant(moment, settings.zone()));
    }
}
