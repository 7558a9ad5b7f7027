package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.leg.Waited;
import io.portolan.leg.SampleOrders;
import io.portolan.playbook.Leg;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class DueDatesTest {

    /** A Thursday, ten in the morning in Brussels. */
    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");
    private static final DueDates DATES = new DueDates(new WorklistSettings(2, 1, 5, ZoneId.of("Europe/Brussels"), DataSize.ofMegabytes(10), java.time.Duration.ofDays(14)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void countsBusinessDaysWhereThePlaybookIsSilent() {
        assertThat(DATES.ofLeg(leg(""), row("PAGE_CHANGED", null))).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(DATES.ofLeg(leg(""), row(null, null))).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(DATES.ofCleanUp()).isEqualTo("2026-11-26T09:00:00Z");
    }

    @Test
    void hurriesWhereNobodyKnowsWhatCameOfAnAct() {
        assertThat(DATES.ofLeg(leg(""), row("ANSWER_LOST", null))).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(DATES.ofLeg(leg(""), row("SECRET_LOST", null))).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void takesWhatThePlaybookSays() {
        assertThat(DATES.ofLeg(leg("due: 4 hours"), row("ANSWER_LOST", null))).isEqualTo("2026-11-19T13:00:00Z");
    }

    @Test
    void isNeverAfterADeadlineOfTheBank() {
        var leg = leg("wait: {deadline: 72 hours}");
        assertThat(DATES.ofLeg(leg, row("OVERDUE", NOW.minusSeconds(60 * 3600)))).isEqualTo(NOW.plusSeconds(12 * 3600));
        assertThat(DATES.ofLeg(leg, row("OVERDUE", NOW.minusSeconds(80 * 3600)))).isEqualTo("2026-11-23T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"PAGE_CHANGED, technical", "ANSWER_LOST, technical", "TERMS_CHANGED, legal", "CAPTCHA, operations", "BY_DESIGN, operations", ", operations"})
    void givesATaskToTheGroupThatItsReasonIsFor(String reason, String group) {
        assertThat(TaskGroups.byReason(reason)).isEqualTo(group);
    }

    private static Leg leg(String more) {
        var playbook = SampleOrders.playbook("xx-sample", SampleOrders.yaml("xx-sample", "hosts: ['sample.example']", """
                - id: sign-up
                  stage: sign-up
                  by: operator
                  title: Sign up
                  %s
                """.formatted(more)));
        return SampleOrders.of(playbook, "sign-up").leg();
    }

    private static LegRecord row(String reason, Instant waitingSince) {
        return new LegRecord("o", "sign-up", 1, "OPERATOR", null, LegState.WITH_PERSON, NOW, 1, NOW, false, false, false, 1, 0, 0, "h", null, null, null,
                null, reason, "Please do it.", null, true, List.of(), null, waitingSince, null, null, Waited.NOTHING, null, false);
    }
}
