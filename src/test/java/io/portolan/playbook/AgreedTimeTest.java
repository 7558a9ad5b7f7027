package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreedTimeTest {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    @ParameterizedTest
    @CsvSource({"2026-11-30T10:00, 2026-11-30T08:00:00Z", "2026-11-30 10:00, 2026-11-30T08:00:00Z", "2026-11-30  10:00:30, 2026-11-30T08:00:30Z",
            "2026-07-30 10:00, 2026-07-30T07:00:00Z", "2026-11-30T10:00+01:00, 2026-11-30T09:00:00Z", "2026-11-30T10:00:00Z, 2026-11-30T10:00:00Z",
            "2026-11-30T10:00+01:00[Europe/Paris], 2026-11-30T09:00:00Z", "2026-03-29T03:30, 2026-03-29T01:30:00Z"})
    void readsATimeInItsOwnZoneOrElseInTheBanks(String written, Instant moment) {
        assertThat(AgreedTime.read(written, ATHENS)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-30", "30.11.2026 10:00", "2026-02-30T10:00", "2026-11-30T25:00"})
    void readsNothingElse(String written) {
        assertThat(AgreedTime.read(written, ATHENS)).isEmpty();
    }
}
