package io.portolan.journal;

import io.portolan.database.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the journal does by itself, on one node: seal all heads each minute, erase old evidence each day. */
@Component
class JournalJobs {

    private static final Logger LOG = LoggerFactory.getLogger(JournalJobs.class);

    private final Leases leases;
    private final JdbcSeals seals;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final JournalSettings settings;
    private final Clock clock;

    JournalJobs(Leases leases, JdbcSeals seals, EvidenceStore evidence, Journal journal, JournalSettings settings, Clock clock) {
        this.leases = leases;
        this.seals = seals;
        this.evidence = evidence;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** The log keeps the hash outside of the database: whoever rewrites the chains there cannot rewrite it here. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void seal() {
        if (leases.hold("seal-journal", Duration.ofMinutes(3))) {
            seals.seal().ifPresent(seal -> LOG.info("sealed the journal: {}", seal));
        }
    }

    @Scheduled(fixedDelay = 24 * 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void eraseOldEvidence() {
        if (leases.hold("erase-evidence", Duration.ofHours(1))) {
            var now = clock.instant().atZone(ZoneOffset.UTC);
            var erased = evidence.eraseOlderThan(Duration.between(now.minus(settings.keepEvidence()), now));
            if (erased > 0) {
                journal.write(Act.ofPortolan(Act.HOUSE, "evidence-erased", null, null,
                        "erased %d bodies older than %s".formatted(erased, settings.keepEvidence())));
            }
        }
    }
}
