package io.portolan.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    private final AtomicInteger counted = new AtomicInteger();
    private final Recent<Integer> recent = new Recent<>(Duration.ofSeconds(5), clock());

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void countsAnewOnlyOnceWhatIsKeptIsTooOld() {
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        now.updateAndGet(before -> before.plusSeconds(5));
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        now.updateAndGet(before -> before.plusSeconds(1));
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void keepsEachApart() {
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("b", counted::incrementAndGet)).isEqualTo(2);
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
    }
}
