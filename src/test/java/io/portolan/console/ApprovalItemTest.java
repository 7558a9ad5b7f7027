package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Asked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a decision rests on, as the page of a request tells it. */
class ApprovalItemTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static ApprovalItem.FactLine line(String value) {
        return ApprovalItem.FactLine.of(new Asked.Fact("Issued", value), NOW);
    }

    @Test
    void tellsAMomentByTheClockOfWhoeverReads() {
        assertThat(line("2026-11-23T09:00:00.123456Z").at()).isEqualTo(TimeView.of(Instant.parse("2026-11-23T09:00:00.123456Z"), NOW));
        assertThat(line("2026-11-23T09:00:00Z").at().relative()).isEqualTo("3 h ago");
    }

    @Test
    void leavesEverythingElseAsItWasWritten() {
        for (var value : new String[] {"xx-harbour", "AIS and PIS", "2026-11-23", "Z", "version Z", "", null}) {
            assertThat(line(value).at()).as(value).isNull();
            assertThat(line(value).value()).isEqualTo(value);
        }
    }
}
