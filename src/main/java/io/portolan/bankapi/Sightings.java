package io.portolan.bankapi;

import io.portolan.leg.LegRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What looks at a bank have seen of requests whose answer was lost. It is held in memory alone: where it is lost, or another node
 * looks, the looks begin anew, which costs time and never a second request.
 */
@Component
class Sightings {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int UNCLEAR_AT_MOST = 2;

    private record Key(String onboarding, String leg, int round) {

        static Key of(LegRun run) {
            return new Key(run.order().onboarding(), run.order().leg().id(), run.round().number());
        }
    }

    private record Seen(Instant absentSince, int unclear, Instant last) { }

    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Clock clock;

    Sightings(BankApiSettings settings, Clock clock) {
        this.pause = settings.lookAgain();
        this.clock = clock;
    }

    /** Whether the bank has shown nothing of the request twice in a row, a pause apart: it may only have been slow at the first look. */
    boolean isAbsentTwice(LegRun run) {
        var now = clock.instant();
        var before = before(run, now);
        if (before.absentSince() != null && !now.isBefore(before.absentSince().plus(pause))) {
            forget(run);
            return true;
        }
        seen.put(Key.of(run), new Seen(before.absentSince() == null ? now : before.absentSince(), before.unclear(), now));
        return false;
    }

    /** Whether answers that say neither yes nor no have come so often by now that a person has to find out. */
    boolean isUnclearForGood(LegRun run) {
        var now = clock.instant();
        var unclear = before(run, now).unclear() + 1;
        if (unclear > UNCLEAR_AT_MOST) {
            forget(run);
            return true;
        }
        seen.put(Key.of(run), new Seen(null, unclear, now));
        return false;
    }

    void forget(LegRun run) {
        seen.remove(Key.of(run));
    }

    /** How long to wait before the next look. */
    Duration pause() {
        return pause;
    }

    private Seen before(LegRun run, Instant now) {
        seen.values().removeIf(old -> old.last().plus(FORGOTTEN_AFTER).isBefore(now));
        return seen.getOrDefault(Key.of(run), new Seen(null, 0, now));
    }
}
