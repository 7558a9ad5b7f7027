package io.portolan.portal;

import io.portolan.account.Totp;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Gives the codes of second factors: none that is about to end, and none a second time, since portals take each only once. */
final class OneTimeCodes {

    /** A code that is to be typed and sent still has so long to live. */
    static final Duration LAST_SECONDS = Duration.ofSeconds(5);
    /** Two of the longest periods that are usual. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Clock clock;
    private final Map<String, Long> used = new ConcurrentHashMap<>();

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    /** The code to enter for this account now; where it has to, it waits for the next one. The caller closes it. */
    Secret next(String account, Totp totp) {
        long counter = Math.max(totp.counter(clock.instant().plus(LAST_SECONDS)), used.getOrDefault(account, Long.MIN_VALUE) + 1);
        var start = totp.start(counter);
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (clock.instant().isBefore(start) && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var left = Duration.between(clock.instant(), start);
            LockSupport.parkNanos((left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE).toNanos());
        }
        used.put(account, counter);
        return totp.code(counter);
    }
}
