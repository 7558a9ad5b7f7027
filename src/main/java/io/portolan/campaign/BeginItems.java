package io.portolan.campaign;

import io.portolan.database.Leases;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins what campaigns have planned, at their pace, on one node. */
@Component
public class BeginItems {

    private static final Logger LOG = LoggerFactory.getLogger(BeginItems.class);
    private static final int LOOKS_AT_ONCE = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final JdbcCampaigns campaigns;
    private final JdbcCampaignItems items;
    private final StartItem start;
    private final Journal journal;
    private final Leases leases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BeginItems(JdbcCampaigns campaigns, JdbcCampaignItems items, StartItem start, Journal journal, Leases leases, PlatformTransactionManager transactions, Clock clock) {
        this.campaigns = campaigns;
        this.items = items;
        this.start = start;
        this.journal = journal;
        this.leases = leases;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Begins what is due in every campaign that runs. */
    @Scheduled(fixedDelay = 1, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    public void beginAll() {
        var running = campaigns.running();
        if (!running.isEmpty() && leases.hold("campaigns", Duration.ofMinutes(5))) {
            try {
                running.forEach(this::begin);
            } finally {
                leases.release("campaigns");
            }
        }
    }

    /** What is only skipped or refused costs no start, so that the next bank has its turn at once. */
    private void begin(Campaign campaign) {
        var pace = items.pace(campaign);
        for (var looks = 0; looks < LOOKS_AT_ONCE && pace.allows(clock.instant()); looks++) {
            var next = items.next(campaign.id());
            if (next.isEmpty()) {
                break;
            }
            if (hasBegun(campaign, next.get())) {
                pace = pace.after(clock.instant());
            }
        }
        if (!items.arePlanned(campaign.id())) {
            end(campaign);
        }
    }

    private boolean hasBegun(Campaign campaign, CampaignItem item) {
        try {
            return start.with(campaign, item.target());
        } catch (RuntimeException trouble) {
            var again = clock.instant().plus(wait(item.tries()));
            // what it says may hold what is nobody's business
            LOG.warn("{} in campaign {} has not begun and is tried again at {}: {}", item.target().written(), campaign.id(), again, trouble.getClass().getName());
            items.failed(campaign.id(), item.target(), "Something went wrong in Portolan (" + trouble.getClass().getSimpleName() + "); it is tried again.", again);
            return false;
        }
    }

    static Duration wait(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void end(Campaign campaign) {
        transactions.executeWithoutResult(status -> {
            if (campaigns.lock(campaign.id()).state() == Campaign.State.RUNNING && !items.arePlanned(campaign.id())) {
                campaigns.state(campaign.id(), Campaign.State.ALL_BEGUN);
                journal.write(Act.ofPortolan(campaign.chain(), "campaign-begun", null, null, "Nothing is left to begin."));
            }
        });
    }
}
