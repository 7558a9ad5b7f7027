package io.portolan.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Decides on what waits at a bank: by himself after a while, or when told to. */
public final class Clerk {

    private final Supplier<List<? extends Pending>> waiting;
    private final Clock clock;
    private volatile Duration patience;

    Clerk(Supplier<List<? extends Pending>> waiting, Clock clock, Duration patience) {
        this.waiting = waiting;
        this.clock = clock;
        this.patience = patience;
    }

    /** How long to take from now on; null means for ever. */
    void take(Duration time) {
        patience = time;
    }

    /** Approves what has waited long enough. */
    public synchronized void decide() {
        var time = patience;
        if (time == null) {
            return;
        }
        var latest = clock.instant().minus(time);
        waiting.get().stream().filter(open -> !open.isHeld() && open.since() != null && !open.since().isAfter(latest))
                .forEach(Pending::approve);
    }

    List<? extends Pending> open() {
        return waiting.get();
    }
}
