package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.registration.CredentialChanged;
import io.portolan.registration.RegistrationChanged;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wakes those who wait for an onboarding elsewhere once it is over, tells those who lean on a registration what becomes of it, and lets
 * them follow what changes of that which they have taken: after the commit that changes it,
 * and by a slow poll that misses nothing. Each is moved in a transaction of its own.
 */
@Component
class WatchLeanings {

    private static final Logger LOG = LoggerFactory.getLogger(WatchLeanings.class);

    private final JdbcLeanings leanings;
    private final JdbcOnboardings onboardings;
    private final FollowElsewhere followElsewhere;
    private final Engine engine;
    private final PeopleNeeded people;
    private final Journal journal;
    private final TaskScheduler scheduler;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WatchLeanings(JdbcLeanings leanings, JdbcOnboardings onboardings, FollowElsewhere followElsewhere, Engine engine, PeopleNeeded people,
            Journal journal, TaskScheduler scheduler, PlatformTransactionManager transactions, Clock clock) {
        this.leanings = leanings;
        this.onboardings = onboardings;
        this.followElsewhere = followElsewhere;
        this.engine = engine;
        this.people = people;
        this.journal = journal;
        this.scheduler = scheduler;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Looks on another thread, since this one still holds its connection. */
    @TransactionalEventListener
    public void changed(RegistrationChanged change) {
        scheduler.schedule(this::look, clock.instant());
    }

    /** The same for what was taken over from it. */
    @TransactionalEventListener
    public void changed(CredentialChanged change) {
        scheduler.schedule(this::look, clock.instant());
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        leanings.toWake().forEach(onboarding -> survive(() -> wake(onboarding)));
        leanings.toFollow().forEach(leaning -> survive(() -> followElsewhere.follow(leaning)));
        leanings.toTell().forEach(leaning -> survive(() -> tell(leaning)));
    }

    private void survive(Runnable work) {
        try {
            transactions.executeWithoutResult(status -> work.run());
        } catch (RuntimeException trouble) {
            LOG.warn("Somebody who leans on another registration was not told and will be: {}", trouble.toString());
        }
    }

    private void wake(String id) {
        var onboarding = onboardings.lock(id);
        if (!onboarding.status().isFinal() && engine.wake(id)) {
            onboardings.status(id, Onboarding.Status.RUNNING, null, null);
        }
    }

    private void tell(Leaning leaning) {
        var onboarding = onboardings.lock(leaning.onboarding());
        if (!leanings.told(leaning)) {
            return;
        }
        var sentence = leaning.isShaky() ? leaning.note() : "The registration at " + leaning.unit() + ", " + leaning.environment()
                + ", on which this one leans, is active again.";
        if (onboarding.status() == Onboarding.Status.DONE) {
            journal.write(Act.ofPortolan(onboarding.registration(), "leaned-on-changed", null, null, sentence));
        } else if (!onboarding.status().isFinal()) {
            journal.write(Act.ofPortolan(onboarding.id(), "leaned-on-changed", null, null, sentence));
            if (leaning.isShaky()) {
                people.tell(onboarding, "What this leans on has changed", sentence + " Please decide whether this onboarding can go on.");
            }
        }
    }
}
