package io.portolan.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a campaign may begin onboardings: evenly over the hour, never more than that in any hour, and never more than so many at a time.
 *
 * @param busy how many keep Portolan and our people busy now
 * @param inTheLastHour how many have begun in the last hour
 * @param last when one has begun last, or null for never
 */
record Pace(int startsPerHour, int atOnce, int busy, int inTheLastHour, Instant last) {

    /** When it may begin the next one at the earliest, as far as the time decides; null for at once. */
    Instant next() {
        return last == null ? null : last.plus(Duration.ofHours(1).dividedBy(startsPerHour));
    }

    /** Whether it may begin one now. */
    boolean allows(Instant now) {
        return busy < atOnce && inTheLastHour < startsPerHour && (last == null || !next().isAfter(now));
    }

    /** The same after one has begun. */
    Pace after(Instant start) {
        return new Pace(startsPerHour, atOnce, busy + 1, inTheLastHour + 1, start);
    }
}
