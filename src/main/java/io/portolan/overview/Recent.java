package io.portolan.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * What was counted a moment ago and is not counted anew for everybody who looks. While one counts anew, others are shown what was counted before, if it is not older than twice as long;
 * otherwise whoever asks at the same moment waits for the one count.
 */
final class Recent<T> {

    private final ConcurrentMap<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private final Set<String> counting = ConcurrentHashMap.newKeySet();
    private final Duration age;
    private final Clock clock;

    /** @param age how old it may be */
    Recent(Duration age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    private record Kept<T>(Instant at, T value) { }

    /** What is kept under this key, or else what is counted now. */
    T of(String key, Supplier<T> count) {
        var last = kept.get(key);
        if (last != null && !clock.instant().isAfter(last.at().plus(age.multipliedBy(2))) && !counting.add(key)) {
            return last.value();
        }
        try {
            return counted(key, count);
        } finally {
            counting.remove(key);
        }
    }

    private T counted(String key, Supplier<T> count) {
        return kept.compute(key, (same, before) -> {
            var now = clock.instant();
            return before != null && !now.isAfter(before.at().plus(age)) ? before : new Kept<>(now, count.get());
        }).value();
    }
}
