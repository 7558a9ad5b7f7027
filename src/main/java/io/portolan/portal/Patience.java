package io.portolan.portal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** How long something on a page is waited for; it is asked for again and again, quickly at first. */
record Patience(Duration limit) {

    private static final long FIRST_PAUSE = Duration.ofMillis(15).toNanos();
    private static final long LATER_PAUSE = Duration.ofMillis(50).toNanos();

    private static final int BETWEEN = 5;

    /** Lets a page go on for a moment. */
    static void aMoment() {
        LockSupport.parkNanos(LATER_PAUSE);
    }

    /** What the question gives, as soon as it gives anything; empty when patience is over. */
    <T> Optional<T> until(Supplier<Optional<T>> question) {
        return until(question, 0, () -> { });
    }

    /** As above; after so many misses, and every few from then on, it does something, which may throw to end the waiting. */
    <T> Optional<T> until(Supplier<Optional<T>> question, int misses, Runnable then) {
        long end = System.nanoTime() + limit.toNanos();
        for (int miss = 1; ; miss++) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer;
            }
            if (misses > 0 && miss >= misses && (miss - misses) % BETWEEN == 0) {
                then.run();
            }
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(miss < 8 ? FIRST_PAUSE : LATER_PAUSE);
        }
    }

    /** The same habit with another limit. */
    Patience atMost(Duration shorter) {
        return shorter.compareTo(limit) < 0 ? new Patience(shorter) : this;
    }
}
