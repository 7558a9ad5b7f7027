package io.portolan.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.handout.Happening.Kind;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.playbook.Leg;
import io.portolan.playbook.SamplePlaybooks;
import io.portolan.playbook.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningTest {

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void tellsWhatWentBetweenUsAndTheBankInOrderWithLooksAsOne() {
        at("2026-11-02T09:00:00Z", "portolan", "intended", "sign-up", "Click Register");
        at("2026-11-02T09:00:05Z", "portolan", "happened", "sign-up", null);
        at("2026-11-02T09:00:06Z", "portolan", "captured", "sign-up", "client-id: 5");
        at("2026-11-02T09:01:00Z", "portolan", "leg-waits", "sign-up", "Pending");
        at("2026-11-03T09:01:00Z", "portolan", "leg-waits", "sign-up", "Pending");
        at("2026-11-04T09:01:00Z", "bank", "bank-answered", null, "The bank has acknowledged. Its reference is 7.");
        at("2026-11-05T09:01:00Z", "portolan", "bank-reminded", "sign-up", "A reminder was sent to desk@bank.example.");
        at("2026-11-06T09:01:00Z", "user:ada", "bank-answered", null, "The bank said: rejected.");
        at("2026-11-06T09:02:00Z", "portolan", "rejected-by-bank", "sign-up", "No.");

        var told = Happening.of(entries);

        assertThat(told).extracting(Happening::kind).containsExactly(Kind.REQUEST, Kind.LOOKED, Kind.ACKNOWLEDGEMENT, Kind.REMINDER, Kind.REJECTION, Kind.REJECTION);
        assertThat(told.get(0).detail()).isEqualTo("Click Register");
        assertThat(told.get(1).looks()).isEqualTo(2);
        assertThat(told.get(1).until()).isEqualTo(Instant.parse("2026-11-03T09:01:00Z"));
    }

    @Test
    void countsWorkingDaysOfAWaitBesideThoseThatItUsuallyTakes() {
        var route = SamplePlaybooks.example().environments().values().iterator().next().routes().get(0);
        var leg = route.legs().stream().filter(each -> each.waiting() != null && each.waiting().forUpTo() != null).map(Leg::id).findFirst().orElseThrow();
        var wait = route.leg(leg).orElseThrow().waiting();
        var since = Instant.parse("2026-09-01T09:00:00Z");
        at(since.toString(), "portolan", "leg-waits", leg, "Pending");
        at("2026-09-03T09:00:00Z", "bank", "bank-answered", null, "The bank has acknowledged.");
        at("2026-09-08T09:00:00Z", "portolan", "bank-reminded", leg, "A reminder was sent.");
        var end = Instant.parse("2026-11-23T09:00:00Z");

        var open = BankWait.of(entries, route, end);

        assertThat(open).singleElement().satisfies(each -> {
            assertThat(each.until()).isNull();
            assertThat(each.expectedBy()).isEqualTo(wait.after(wait.forUpTo(), since));
            assertThat(each.workingDays()).isEqualTo(wait.workingDays(since, end)).isBetween(50L, 60L);
            assertThat(each.over()).isEqualTo(wait.workingDays(each.expectedBy(), end)).isPositive();
            assertThat(each.reminders()).isEqualTo(1);
            assertThat(each.acknowledgedAt()).isEqualTo(Instant.parse("2026-09-03T09:00:00Z"));
        });

        at("2026-09-09T09:00:00Z", "portolan", "leg-done", leg, "Active");
        assertThat(BankWait.of(entries, route, end)).singleElement().satisfies(each -> assertThat(each.workingDays()).isEqualTo(6));
        assertThat(BankWait.of(entries, null, end)).singleElement().satisfies(each -> assertThat(each.usually()).isNull());
    }

    @Test
    void countsNoWeekendAndNotTheFirstDay() {
        assertThat(Wait.SILENT.workingDays(Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-23T08:00:00Z"))).isEqualTo(1);
        assertThat(Wait.SILENT.workingDays(Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-20T12:00:00Z"))).isZero();
        assertThat(Wait.SILENT.workingDays(Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-19T12:00:00Z"))).isZero();
    }

    private void at(String time, String actor, String name, String leg, String detail) {
        entries.add(new Entry(entries.size() + 1L, Instant.parse(time), new Act("o-1", actor, name, leg, null, detail, List.of()), ""));
    }
}
