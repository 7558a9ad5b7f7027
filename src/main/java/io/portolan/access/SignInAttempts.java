package io.portolan.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts the wrong sign-ins of each address, so that nobody guesses at many names from one; each is forgotten after a while. An attempt counts from
 * its begin, so that many at once are no way around, and no more once it was right. Of more addresses than are kept, the one unseen for longest is forgotten.
 */
@Component
class SignInAttempts {

    static final int MOST_ADDRESSES = 10_000;

    private final Duration each;
    private final Duration most;
    private final Clock clock;
    private final Map<String, Instant> forgottenAt = new LinkedHashMap<>(16, 0.75f, true);

    SignInAttempts(AccessSettings settings, Clock clock) {
        this.most = settings.wrongSignInsWithin();
        this.each = most.dividedBy(settings.wrongSignIns());
        this.clock = clock;
    }

    /** Counts an attempt and answers nothing; or counts none, and says how long this address has to wait. */
    synchronized Optional<Duration> begin(String address) {
        var now = clock.instant();
        var key = key(address);
        var before = forgottenAt.getOrDefault(key, now);
        var until = (before.isBefore(now) ? now : before).plus(each);
        var over = Duration.between(now, until).minus(most);
        if (over.compareTo(Duration.ZERO) > 0) {
            return Optional.of(over);
        }
        forgottenAt.put(key, until);
        if (forgottenAt.size() > MOST_ADDRESSES) {
            forgottenAt.remove(forgottenAt.keySet().iterator().next());
        }
        return Optional.empty();
    }

    /** Counts the attempt no more, since it was right. */
    synchronized void right(String address) {
        forgottenAt.computeIfPresent(key(address), (key, until) -> until.minus(each).isAfter(clock.instant()) ? until.minus(each) : null);
    }

    synchronized int addresses() {
        return forgottenAt.size();
    }

    /** Whoever has one address of IPv6 has all that share its first half. */
    static String key(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var parsed = InetAddress.getByName(address.replaceAll("%.*", ""));
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
