package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Span;
import io.portolan.playbook.Wait;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitRhythmTest {

    private static final Instant SINCE = Instant.parse("2026-11-02T09:00:00Z");

    private static Span hours(int count) {
        return new Span(count, Span.Unit.HOURS);
    }

    private static WaitRhythm rhythm(Span upTo, Span look, Span remind, Span deadline, Instant reminded) {
        return new WaitRhythm(new Wait(upTo, look, remind, deadline, null, null, null, null, null, null, null), SINCE, reminded);
    }

    @Test
    void looksEveryQuarterOfAnHourWhereThePlaybookIsSilent() {
        var silent = new WaitRhythm(null, SINCE, null);
        assertThat(silent.next(SINCE)).isEqualTo(SINCE.plus(Duration.ofMinutes(15)));
        assertThat(silent.due(SINCE.plus(Duration.ofDays(900)))).isEmpty();
    }

    @Test
    void looksAgainAtWhateverComesFirst() {
        var rhythm = rhythm(hours(10), hours(4), hours(7), hours(9), null);
        assertThat(rhythm.next(SINCE)).isEqualTo(SINCE.plus(Duration.ofHours(4)));
        assertThat(rhythm.next(SINCE.plus(Duration.ofHours(4)))).isEqualTo(SINCE.plus(Duration.ofHours(7)));
        assertThat(rhythm.next(SINCE.plus(Duration.ofHours(7)))).isEqualTo(SINCE.plus(Duration.ofHours(9)));
        assertThat(rhythm.next(SINCE.plus(Duration.ofHours(9)))).isEqualTo(SINCE.plus(Duration.ofHours(10)));
        assertThat(rhythm.next(SINCE.plus(Duration.ofHours(10)))).isEqualTo(SINCE.plus(Duration.ofHours(14)));
    }

    @Test
    void looksNoLaterThanWhatIsDueHoweverLateTheLookIsPromised() {
        var promised = SINCE.plus(Duration.ofDays(9));
        assertThat(rhythm(null, hours(4), hours(7), hours(9), null).next(SINCE, promised)).isEqualTo(SINCE.plus(Duration.ofHours(7)));
        assertThat(rhythm(null, hours(4), null, null, null).next(SINCE, promised)).isEqualTo(promised);
    }

    @Test
    void asksAPersonToRemindOnTimeAndAgainAfterThat() {
        var rhythm = rhythm(null, null, hours(7), null, null);
        assertThat(rhythm.due(SINCE.plus(Duration.ofHours(7)).minusSeconds(1))).isEmpty();
        assertThat(rhythm.due(SINCE.plus(Duration.ofHours(7)))).map(Outcome.NeedsPerson::reason).contains(Outcome.Reason.REMINDER_DUE);
        var reminded = rhythm(null, null, hours(7), null, SINCE.plus(Duration.ofHours(8)));
        assertThat(reminded.due(SINCE.plus(Duration.ofHours(14)))).isEmpty();
        assertThat(reminded.due(SINCE.plus(Duration.ofHours(15)))).isPresent();
    }

    @Test
    void callsAPersonWhenTheUsualTimeIsOverAndGivesAsLongAgainToOneWhoWaitsOn() {
        assertThat(rhythm(hours(5), null, null, null, null).due(SINCE.plus(Duration.ofHours(5))))
                .map(Outcome.NeedsPerson::reason).contains(Outcome.Reason.OVERDUE);
        assertThat(rhythm(hours(5), null, null, null, SINCE.plus(Duration.ofHours(5))).due(SINCE.plus(Duration.ofHours(9)))).isEmpty();
    }

    @Test
    void movesNoDeadlineForAReminder() {
        assertThat(rhythm(null, null, hours(1), hours(5), SINCE.plus(Duration.ofHours(4))).due(SINCE.plus(Duration.ofHours(5))))
                .map(Outcome.NeedsPerson::reason).contains(Outcome.Reason.OVERDUE);
    }

    @Test
    void passesOverTheWeekendInBusinessDays() {
        var friday = Instant.parse("2026-11-06T09:00:00Z");
        var rhythm = new WaitRhythm(new Wait(null, new Span(1, Span.Unit.BUSINESS_DAYS), null, null, null, null, null, null, null, null, null), friday, null);
        assertThat(rhythm.next(friday)).isEqualTo(Instant.parse("2026-11-09T09:00:00Z"));
    }

    @Test
    void passesOverTheClosingDaysOfItsCalendar() {
        var maundyThursday = Instant.parse("2026-04-02T08:00:00Z");
        var oneDay = new Span(1, Span.Unit.BUSINESS_DAYS);

        assertThat(new WaitRhythm(new Wait(null, oneDay, null, null, null, null, null, null, "TARGET", null, null), maundyThursday, null).next(maundyThursday))
                .isEqualTo("2026-04-07T08:00:00Z");
        assertThat(new WaitRhythm(new Wait(null, oneDay, null, null, null, null, null, null, null, null, null), maundyThursday, null).next(maundyThursday))
                .isEqualTo("2026-04-03T08:00:00Z");
    }
}
