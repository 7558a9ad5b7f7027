package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.AwaitedLeg;
import io.portolan.playbook.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WaitViewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static AwaitedLeg waiting(String zone, Instant since, int reminders, Instant promise) {
        return new AwaitedLeg("approval", "Approval", WaitingFor.BANK, since, ZoneId.of(zone), NOW.plus(Duration.ofHours(2)),
                NOW.plus(Duration.ofDays(3)), reminders, NOW.plus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(15)), null,
                NOW.plus(Duration.ofDays(20)), "Ask for a link", promise);
    }

    @Test
    void saysEveryTimeByTheClocksOfTheBankAndByOurs() {
        var view = WaitView.of(waiting("Europe/Helsinki", NOW, 0, null), "Sample Bank", null, BRUSSELS, NOW);
        assertThat(view.theirZone()).isEqualTo("Europe/Helsinki");
        assertThat(view.ourZone()).isEqualTo("Europe/Brussels");
        assertThat(view.lines().get(0)).extracting("what", "theirs", "ours")
                .containsExactly("Looks again", "Mon 23 Nov 2026, 13:00 EET", "Mon 23 Nov 2026, 12:00 CET");
    }

    @Test
    void saysATimeOnceWhereBothClocksShowTheSame() {
        var view = WaitView.of(waiting("Europe/Prague", NOW, 0, null), "Sample Bank", null, BRUSSELS, NOW);
        assertThat(view.ourZone()).isNull();
        assertThat(view.lines()).allSatisfy(line -> assertThat(line.ours()).isNull());
    }

    @Test
    void listsWhatIsDoneByItselfInTheOrderOfTime() {
        var promise = NOW.plus(Duration.ofDays(4));
        var view = WaitView.of(waiting("Europe/Prague", NOW, 2, promise), "Sample Bank", null, BRUSSELS, NOW);
        assertThat(view.lines()).extracting(WaitView.Line::what).containsExactly("Looks again", "Reminds the bank", "More is promised by",
                "Asks us, since it usually is over by then", "Calls on us to talk to the bank", "Deadline: begins again at “Ask for a link”");
        assertThat(view.reminded()).isEqualTo("It was reminded by letter 2 times.");
    }

    @Test
    void saysOfALegThatIsHeldBackOnlyWhenItActs() {
        var held = new AwaitedLeg("switch", "Switch", WaitingFor.BANK, null, BRUSSELS, NOW.plusSeconds(60), null, 0, null, null, null, null, null, null);
        var view = WaitView.of(held, "Sample Bank", null, BRUSSELS, NOW);
        assertThat(view.since()).isNull();
        assertThat(view.lines()).extracting(WaitView.Line::what).containsExactly("Goes on by itself");
    }
}
