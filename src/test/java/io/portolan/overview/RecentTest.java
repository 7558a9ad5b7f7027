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
    void showsWhatIsThereWhileItIsCountedAnewBesideOnceWhereThatTakesLong() {
        recent.of("a", this::slowly);
        later(97);
        assertThat(recent.of("a", this::slowly)).isEqualTo(1);
        assertThat(beside).as("what took two seconds is kept for longer").isEmpty();
        later(2);

        assertThat(recent.of("a", this::slowly)).isEqualTo(1);
        assertThat(recent.of("a", this::slowly)).isEqualTo(1);
        assertThat(beside).hasSize(1);
        beside.get(0).run();

        assertThat(recent.of("a", this::slowly)).isEqualTo(2);
        later(101);
        recent.of("a", this::slowly);
        assertThat(beside).as("the next time it is counted again").hasSize(2);
    }

    @Test
    void letsWhoeverLooksAfterALongTimeWaitForWhatIsSo() {
        recent.of("a", this::slowly);
        later(300);

        assertThat(recent.of("a", this::slowly)).isEqualTo(2);
        assertThat(beside).isEmpty();
    }

    private int slowly() {
        later(2);
        return counted.incrementAndGet();
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
