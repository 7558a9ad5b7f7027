package io.portolan.leg;

import io.portolan.database.Neighbours;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Serves the queue of legs on this node: takes what is due, acts on it, and settles what came of it. */
@Component
class LegWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LegWorkers.class);

    private final String holder = "node-" + UUID.randomUUID();
    private final JdbcLegs legs;
    private final PerformLeg performLeg;
    private final SettleResult settleResult;
    private final MeansByName means;
    private final LegSettings settings;
    private final Doorbell doorbell;
    private final Neighbours neighbours;
    private final Semaphore free;
    private ExecutorService workers;
    private ScheduledExecutorService keeper;
    private Thread dispatcher;
    private volatile boolean running;

    LegWorkers(JdbcLegs legs, PerformLeg performLeg, SettleResult settleResult, MeansByName means, LegSettings settings,
            Doorbell doorbell, Neighbours neighbours) {
        this.legs = legs;
        this.performLeg = performLeg;
        this.settleResult = settleResult;
        this.means = means;
        this.settings = settings;
        this.doorbell = doorbell;
        this.neighbours = neighbours;
        this.free = new Semaphore(settings.workers());
    }

    @Override
    public void start() {
        if (!neighbours.arePossible()) {
            legs.releaseAll();
        }
        running = true;
        workers = Executors.newFixedThreadPool(settings.workers(), task -> new Thread(task, "leg-worker"));
        keeper = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "leg-leases"));
        keeper.scheduleWithFixedDelay(() -> survive(() -> legs.renew(holder, settings.lease())),
                settings.renew().toMillis(), settings.renew().toMillis(), TimeUnit.MILLISECONDS);
        dispatcher = new Thread(this::serve, "leg-queue");
        dispatcher.start();
    }

    private void serve() {
        while (running) {
            survive(this::sweep);
            survive(this::takeWhatIsDue);
            try {
                doorbell.await(settings.poll());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void sweep() {
        legs.releaseExpired();
        legs.unsettled().forEach(row -> settleResult.again(LegKey.of(row)));
    }

    private void takeWhatIsDue() {
        while (running) {
            var places = free.drainPermits();
            var claimed = places == 0 ? List.<LegRecord>of() : claim(places);
            free.release(places - claimed.size());
            claimed.forEach(row -> workers.execute(() -> work(row)));
            if (claimed.isEmpty()) {
                return;
            }
        }
    }

    private List<LegRecord> claim(int places) {
        try {
            return legs.claim(holder, means.withRoom(), Math.min(places, 4), settings.lease());
        } catch (org.springframework.dao.DuplicateKeyException sameAccount) {
            return legs.claim(holder, means.withRoom(), 1, settings.lease());
        }
    }

    private void work(LegRecord first) {
        try {
            var row = Optional.of(first);
            while (row.isPresent() && running) {
                row = workOn(row.get());
            }
            row.ifPresent(left -> legs.letGo(LegKey.of(left), holder, Duration.ZERO));
        } catch (RuntimeException trouble) {
            LOG.warn("A leg of onboarding {} could not be given back; its lease will end: {}", first.onboarding(), trouble.toString());
        } finally {
            free.release();
            doorbell.ring();
        }
    }

    private Optional<LegRecord> workOn(LegRecord row) {
        try {
            return performLeg.perform(row).flatMap(result -> settleResult.now(result, holder));
        } catch (RuntimeException trouble) {
            LOG.error("Onboarding {}, leg {}: could not be worked on; it is taken up again", row.onboarding(), row.leg(), trouble);
            legs.letGo(LegKey.of(row), holder, settings.lease());
            return Optional.empty();
        }
    }

    private void survive(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            if (running) {
                LOG.warn("The queue of legs was disturbed and goes on: {}", trouble.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        keeper.shutdownNow();
        dispatcher.interrupt();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.info("Some legs were still worked on; they are taken up again at the next start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
