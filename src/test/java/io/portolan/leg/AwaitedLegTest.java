package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwaitedLegTest {

    private static final Instant SINCE = Instant.parse("2026-11-02T09:00:00Z");
    private static final LegOrder ORDER = SampleOrders.of(SampleOrders.playbook("xx-sample", SampleOrders.yaml("xx-sample", """
            base-url: https://api.sample.example
            hosts: [api.sample.example]
            """, """
            - id: ask-for-link
              stage: sign-up
              by: operator
              title: Ask for a link
              instruct: Ask for it.
            - id: approval
              stage: approval
              by: operator
              title: Approval
              instruct: Ask for it.
              wait: {for: 10 days, look-every: 2 hours, remind-every: 3 days, deadline: 20 days, back-to: ask-for-link, escalate-after: 15 days, zone: Europe/Helsinki}
            """)), "approval");

    private static LegRecord row(String result, String waitingFor, Instant since, Waited waited) {
        return new LegRecord("o", "approval", 1, "OPERATOR", null, LegState.WAITING, SINCE, 1, SINCE, false, false, false, 1, 0, 0, "h", null, null, null,
                result, null, null, null, true, List.of(), waitingFor, since, null, since == null ? SINCE : since.plusSeconds(60), waited, null, false);
    }

    @Test
    void tellsWhatIsDueAndWhen() {
        var leg = AwaitedLeg.of(row("NOT_YET", "OTHER", SINCE, Waited.NOTHING), ORDER);
        assertThat(leg.whom()).isEqualTo(WaitingFor.OTHER);
        assertThat(leg.zone()).isEqualTo(ZoneId.of("Europe/Helsinki"));
        assertThat(leg).extracting("look", "reminder", "asking", "escalation", "deadline", "backTo").containsExactly(SINCE.plusSeconds(60),
                days(3), days(10), days(15), days(20), "Ask for a link");
    }

    @Test
    void waitsForTheBankOnceAPersonHasHandedItIn() {
        assertThat(AwaitedLeg.of(row("NEEDS_PERSON", "US", SINCE, Waited.NOTHING), ORDER).whom()).isEqualTo(WaitingFor.BANK);
    }

    @Test
    void isDueForNothingWhereItIsOnlyHeldBack() {
        var leg = AwaitedLeg.of(row("NOT_YET", "BANK", null, Waited.NOTHING), ORDER);
        assertThat(leg.look()).isEqualTo(SINCE);
        assertThat(leg).extracting("reminder", "asking", "escalation", "deadline").containsOnlyNulls();
    }

    private static Instant days(int count) {
        return SINCE.plus(Duration.ofDays(count));
    }
}
