package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Playbooks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins the onboardings whose beginning was put off, once it is time; any node may, since each is locked first. */
@Component
class StartScheduled {

    private static final Logger LOG = LoggerFactory.getLogger(StartScheduled.class);
    private static final Duration LATER = Duration.ofHours(1);

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final Playbooks playbooks;
    private final Preflight preflight;
    private final LegQueue legs;
    private final Engine engine;
    private final PeopleNeeded people;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StartScheduled(JdbcOnboardings onboardings, OnboardingOrders orders, Playbooks playbooks, Preflight preflight, LegQueue legs,
            Engine engine, PeopleNeeded people, Journal journal, PlatformTransactionManager transactions, Clock clock) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.playbooks = playbooks;
        this.preflight = preflight;
        this.legs = legs;
        this.engine = engine;
        this.people = people;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void startDue() {
        onboardings.due().forEach(id -> {
            try {
                transactions.executeWithoutResult(status -> start(id));
            } catch (RuntimeException trouble) {
                LOG.warn("Onboarding {} could not be begun and is tried again: {}", id, trouble.toString());
            }
        });
    }

    /** What stands in its way now is told to people, once as long as it is the same, and it is tried again later. */
    private void start(String id) {
        var onboarding = onboardings.lock(id);
        if (onboarding.status() != Onboarding.Status.SCHEDULED) {
            return;
        }
        var playbook = playbooks.version(onboarding.bank(), onboarding.playbookVersion()).orElseThrow();
        var skipped = legs.of(id).stream().filter(row -> row.state() == LegState.SKIPPED).map(LegRecord::leg).collect(Collectors.toSet());
        var findings = preflight.of(Wish.planned(onboarding, playbook, orders.route(onboarding), skipped)).errors().stream()
                .map(PreflightReport.Finding::sentence).sorted().collect(Collectors.joining(" "));
        if (!findings.isEmpty()) {
            if (!findings.equals(onboarding.note())) {
                people.tell(onboarding, "Cannot begin yet", "It is time, but something stands in the way: " + findings + " It is tried again every hour.");
            }
            onboardings.putOff(id, clock.instant().plus(LATER), findings);
            return;
        }
        onboardings.status(id, Onboarding.Status.RUNNING, null, null);
        journal.write(Act.ofPortolan(id, "onboarding-started", null, null, "It is time."));
        engine.start(onboarding, playbook, skipped);
    }
}
