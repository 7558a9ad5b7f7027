package io.portolan.portal;

import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Gives the codes of second factors: none that is about to end, and none a second time, since portals take each only once. */
final class OneTimeCodes {

    /** A code that is to be typed and sent still has so long to live. */
    static final Duration LAST_SECONDS = Duration.ofSeconds(5);
    /** Two of the longest periods that are usual. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final PortalAccounts accounts;
    private final Clock clock;

    OneTimeCodes(PortalAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The code to enter for this account now; where it has to, it waits for the next one. The caller closes it. */
    Secret next(PortalAccount account, Totp totp) {
        long counter = accounts.takeStep(account, totp.counter(clock.instant().plus(LAST_SECONDS)));
        var start = totp.start(counter);
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (clock.instant().isBefore(start) && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var left = Duration.between(clock.instant(), start);
            LockSupport.parkNanos((left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE).toNanos());
        }
        return totp.code(counter);
    }
}
