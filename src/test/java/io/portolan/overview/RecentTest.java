package io.portolan.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    private final AtomicInteger counted = new AtomicInteger();
    private final List<Runnable> beside = new ArrayList<>();
    private final Recent<Integer> recent = new Recent<>(Duration.ofSeconds(5), beside::add, clock());

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void countsAnewOnlyOnceWhatIsKeptIsTooOld() {
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        later(5);
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        assertThat(beside).isEmpty();
        later(6);
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void showsWhatIsThereWhileItIsCountedAnewBesideOnce() {
        recent.of("a", counted::incrementAndGet);
        later(6);

        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        assertThat(beside).hasSize(1);
        beside.get(0).run();

        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(2);
        later(6);
        recent.of("a", counted::incrementAndGet);
        assertThat(beside).as("the next time it is counted again").hasSize(2);
    }

    @Test
    void keepsLongerWhatTookLongToCount() {
        recent.of("a", () -> {
            later(2);
            return 1;
        });
        later(47);

        recent.of("a", counted::incrementAndGet);
        assertThat(beside).isEmpty();
        later(2);
        recent.of("a", counted::incrementAndGet);
        assertThat(beside).hasSize(1);
    }

    private void later(int seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }

    @Test
    void keepsEachApart() {
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
        assertThat(recent.of("b", counted::incrementAndGet)).isEqualTo(2);
        assertThat(recent.of("a", counted::incrementAndGet)).isEqualTo(1);
    }
}
