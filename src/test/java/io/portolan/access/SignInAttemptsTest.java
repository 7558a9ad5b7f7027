package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private Instant now = Instant.parse("2026-11-22T10:15:30Z");
    private final InstantSource ticking = () -> now;
    private final SignInAttempts attempts = new SignInAttempts(new AccessSettings(null, Path.of("admin.password"), AccessSettings.Need.OPTIONAL, 5, Duration.ofMinutes(10), null, true, null),
            ticking.withZone(ZoneOffset.UTC));

    @Test
    void stopsAnAddressAfterSoManyWrongOnesAndForgetsThemOneByOne() {
        begin("192.0.2.1", 5);

        assertThat(attempts.begin("192.0.2.1")).contains(Duration.ofMinutes(2));
        assertThat(attempts.begin("192.0.2.2")).isEmpty();
        now = now.plusSeconds(119);
        assertThat(attempts.begin("192.0.2.1")).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(attempts.begin("192.0.2.1")).isEmpty();
        assertThat(attempts.begin("192.0.2.1")).isPresent();
        now = now.plus(Duration.ofMinutes(10));
        begin("192.0.2.1", 5);
    }

    @Test
    void countsNoneThatWasRight() {
        for (int i = 0; i < 100; i++) {
            begin("192.0.2.1", 1);
            attempts.right("192.0.2.1");
        }

        assertThat(attempts.addresses()).isZero();
    }

    @Test
    void takesTheFirstHalfOfAnAddressOfVersion6ForOne() {
        begin("2001:db8:1:2::1", 3);
        begin("2001:db8:1:2:ffff::7%eth0", 2);

        assertThat(attempts.begin("2001:db8:1:2::9")).isPresent();
        assertThat(attempts.begin("2001:db8:1:3::9")).isEmpty();
    }

    @Test
    void keepsNoMoreAddressesThanItMay() {
        begin("192.0.2.1", 5);
        for (int i = 0; i < SignInAttempts.MOST_ADDRESSES + 50; i++) {
            begin("10.0." + i / 250 + "." + i % 250, 1);
        }

        assertThat(attempts.addresses()).isEqualTo(SignInAttempts.MOST_ADDRESSES);
    }

    private void begin(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(address)).isEmpty();
        }
    }
}
