package io.portolan.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What was counted a moment ago and is not counted anew for everybody who looks. It is fresh for a while, longer where counting took long. Then whoever looks first counts anew, or has it
 * counted beside them where that takes long, and others are shown meanwhile what was counted before; after twice as long, or at first, all wait for the one count.
 */
final class Recent<T> {

    /** No more than this part of the time is spent with counting the same. */
    private static final int SHARE = 50;
    /** For so long somebody may wait who looks. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final ConcurrentMap<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private final Set<String> counting = ConcurrentHashMap.newKeySet();
    private final Duration age;
    private final Executor beside;
    private final Clock clock;

    /**
     * @param age for how long it is fresh at least
     * @param beside what counts beside whoever looks
     */
    Recent(Duration age, Executor beside, Clock clock) {
        this.age = age;
        this.beside = beside;
        this.clock = clock;
    }

    private record Kept<T>(Instant from, Duration took, Duration fresh, T value) {

        boolean isYoungerThan(int times, Instant now) {
            return !now.isAfter(from.plus(fresh.multipliedBy(times)));
        }
    }

    /** What is kept under this key, or else what is counted now; the count must do without what belongs to the thread. */
    T of(String key, Supplier<T> count) {
        var now = clock.instant();
        var last = kept.get(key);
        if (last == null || !last.isYoungerThan(2, now)) {
            return counted(key, count);
        }
        if (last.isYoungerThan(1, now) || !counting.add(key)) {
            return last.value();
        }
        if (last.took().compareTo(MOMENT) <= 0) {
            return countedAlone(key, count);
        }
        beside.execute(() -> countedAlone(key, count));
        return last.value();
    }

    private T countedAlone(String key, Supplier<T> count) {
        try {
            return counted(key, count);
        } finally {
            counting.remove(key);
        }
    }

    private T counted(String key, Supplier<T> count) {
        return kept.compute(key, (same, before) -> {
            var from = clock.instant();
            if (before != null && before.isYoungerThan(1, from)) {
                return before;
            }
            var value = count.get();
            var took = Duration.between(from, clock.instant());
            var rest = took.multipliedBy(SHARE);
            return new Kept<>(from, took, rest.compareTo(age) > 0 ? rest : age, value);
        }).value();
    }
}
