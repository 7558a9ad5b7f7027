package io.portolan.leg;

import io.portolan.database.Neighbours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Serves the queue of legs on this node: takes what is due, acts on it, and settles what came of it. */
@Component
class LegWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LegWorkers.class);
    /** Few, so that other nodes find work too. */
    private static final int AT_ONCE = 4;

    private final String node = "node-" + UUID.randomUUID();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final JdbcLegs legs;
    private final PerformLeg performLeg;
    private final SettleResult settleResult;
    private final Room room;
    private final LegSettings settings;
    private final Doorbell doorbell;
    private final Neighbours neighbours;
    private final Semaphore free;
    private ExecutorService workers;
    private ScheduledExecutorService keeper;
    private Thread dispatcher;
    private volatile boolean running;

    LegWorkers(JdbcLegs legs, PerformLeg performLeg, SettleResult settleResult, Room room, LegSettings settings,
            Doorbell doorbell, Neighbours neighbours) {
        this.legs = legs;
        this.performLeg = performLeg;
        this.settleResult = settleResult;
        this.room = room;
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
        keeper.scheduleWithFixedDelay(() -> survive(() -> legs.renew(held, settings.lease())),
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
            var claimed = claim();
            claimed.forEach(row -> workers.execute(() -> work(row)));
            if (claimed.isEmpty()) {
                return;
            }
        }
    }

    /** Those of which there is room for few come first, so that the rest cannot keep their places empty. */
    private List<LegRecord> claim() {
        var places = free.drainPermits();
        var claimed = new ArrayList<LegRecord>();
        try {
            room.bounded().forEach(name -> claimed.addAll(claimBounded(name, places - claimed.size())));
            claimed.addAll(claim(room.unbounded(), places - claimed.size()));
            return claimed;
        } finally {
            free.release(places - claimed.size());
        }
    }

    private List<LegRecord> claimBounded(String name, int most) {
        var reserved = room.reserve(name, most);
        var claimed = List.<LegRecord>of();
        try {
            claimed = claim(List.of(name), reserved);
            return claimed;
        } finally {
            room.giveBack(name, reserved - claimed.size());
        }
    }

    private List<LegRecord> claim(List<String> means, int most) {
        try {
            return most > 0 ? legs.claim(node, means, Math.min(most, AT_ONCE), settings.lease()) : List.of();
        } catch (DuplicateKeyException anotherNodeHasTheAccount) {
            return List.of();
        }
    }

    private void work(LegRecord first) {
        try {
            var row = Optional.of(first);
            while (row.isPresent() && running) {
                row = workOn(row.get());
            }
            row.ifPresent(left -> {
                room.giveBack(left.means(), 1);
                legs.letGo(LegKey.of(left), left.holder(), Duration.ZERO);
            });
        } catch (RuntimeException trouble) {
            LOG.warn("A leg of onboarding {} could not be given back; its lease will end: {}", first.onboarding(), trouble.toString());
        } finally {
            free.release();
            doorbell.ring();
        }
    }

    /** Only what is worked on here is renewed, so that a leg that could not be given back comes free with its lease. */
    private Optional<LegRecord> workOn(LegRecord row) {
        held.add(row.holder());
        try {
            return perform(row).flatMap(result -> settleResult.now(result, row, node));
        } catch (RuntimeException trouble) {
            LOG.error("Onboarding {}, leg {}: could not be worked on; it is taken up again", row.onboarding(), row.leg(), trouble);
            legs.letGo(LegKey.of(row), row.holder(), settings.lease());
            return Optional.empty();
        } finally {
            held.remove(row.holder());
        }
    }

    private Optional<LegResult> perform(LegRecord row) {
        try {
            return performLeg.perform(row);
        } finally {
            if (row.portalAccount() != null) {
                survive(() -> legs.ended(row.holder()));
            }
            room.giveBack(row.means(), 1);
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
