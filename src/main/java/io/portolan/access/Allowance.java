package io.portolan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of many may do something within a time. What was used is given back evenly; of more than are kept, the one unseen for longest begins anew. */
final class Allowance {

    static final int MOST_KEPT = 10_000;

    private final int most;
    private final Duration within;
    private final Clock clock;
    private final Map<String, Instant> usedUntil = new LinkedHashMap<>(16, 0.75f, true);

    Allowance(int most, Duration within, Clock clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
    }

    /** Whether it may be done now; how often more; how long until all of it is given back, or, where it may not, until it may. */
    record Turn(boolean isGranted, int left, long seconds) { }

    synchronized Turn take(String who) {
        var now = clock.instant();
        var each = within.dividedBy(most);
        var before = usedUntil.getOrDefault(who, now);
        var until = (before.isBefore(now) ? now : before).plus(each);
        var used = Duration.between(now, until);
        if (used.compareTo(within) > 0) {
            return new Turn(false, 0, upwards(used.minus(within)));
        }
        usedUntil.put(who, until);
        if (usedUntil.size() > MOST_KEPT) {
            usedUntil.remove(usedUntil.keySet().iterator().next());
        }
        return new Turn(true, (int) within.minus(used).dividedBy(each), upwards(used));
    }

    /** Such as {@code 60000} and {@code 60}: what an answer says of it. */
    String policy(String name) {
        return "\"" + name + "\";q=" + most + ";w=" + upwards(within);
    }

    private static long upwards(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }
}
