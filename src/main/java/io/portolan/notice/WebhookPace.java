package io.portolan.notice;

import java.time.Duration;
import java.util.List;

/** How long after a failure a delivery is tried again: longer each time, and never all at the same moment. */
final class WebhookPace {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12));
    private static final double SPREAD = 0.2;

    private WebhookPace() {
    }

    /** After so many tries, at least one; the chance lies between 0 and 1. */
    static Duration after(int tries, double chance) {
        var usual = WAITS.get(Math.min(tries, WAITS.size()) - 1);
        return Duration.ofMillis(Math.round(usual.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}
