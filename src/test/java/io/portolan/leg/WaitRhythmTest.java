package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.CutOff;
import io.portolan.playbook.Span;
import io.portolan.playbook.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class WaitRhythmTest {

    private static final Instant SINCE = Instant.parse("2026-11-02T09:00:00Z");

    private static Span hours(int count) {
        return new Span(count, Span.Unit.HOURS);
    }

    private static Instant after(int hours) {
        return SINCE.plus(Duration.ofHours(hours));
    }

    private static WaitRhythm rhythm(Span upTo, Span look, Span remind, Span deadline, Instant reminded) {
        return rhythm(new Wait(upTo, look, remind, deadline, null, null, null, null, null, null, null), reminded, Waited.NOTHING);
    }

    private static WaitRhythm rhythm(Wait wait, Instant reminded, Waited waited) {
        return new WaitRhythm(wait, SINCE, reminded, waited);
    }

    private static Wait escalating(Span escalate, Span upTo, Span remind) {
        return new Wait(upTo, hours(4), remind, null, null, escalate, null, null, null, null, null);
    }

    private static Waited promised(Instant by) {
        return new Waited(null, null, null, 0, by, "REF-7", null, null);
    }

    @Test
    void looksEveryQuarterOfAnHourWhereThePlaybookIsSilent() {
        var silent = new WaitRhythm(null, SINCE, null, Waited.NOTHING);
        assertThat(silent.next(SINCE, null, true)).isEqualTo(SINCE.plus(Duration.ofMinutes(15)));
        assertThat(silent.notice(SINCE.plus(Duration.ofDays(900)))).isEmpty();
        assertThat(silent.reminder(SINCE.plus(Duration.ofDays(900)))).isEmpty();
        assertThat(silent.isTooLate(SINCE.plus(Duration.ofDays(900)))).isFalse();
    }

    @Test
    void looksAgainAtWhateverComesFirst() {
        var rhythm = rhythm(new Wait(hours(10), hours(4), hours(7), hours(9), null, hours(11), null, null, null, null, null), null, Waited.NOTHING);
        assertThat(rhythm.next(SINCE, null, true)).isEqualTo(after(4));
        assertThat(rhythm.next(after(4), null, true)).isEqualTo(after(7));
        assertThat(rhythm.next(after(7), null, true)).isEqualTo(after(9));
        assertThat(rhythm.next(after(9), null, true)).isEqualTo(after(10));
        assertThat(rhythm.next(after(10), null, true)).isEqualTo(after(11));
        assertThat(rhythm.next(after(11), null, true)).isEqualTo(after(15));
    }

    @Test
    void looksNoLaterThanWhatIsDueHoweverLateTheLookIsPromised() {
        var given = SINCE.plus(Duration.ofDays(9));
        assertThat(rhythm(null, hours(4), hours(7), hours(9), null).next(SINCE, given, false)).isEqualTo(after(7));
        assertThat(rhythm(null, hours(4), null, null, null).next(SINCE, given, false)).isEqualTo(given);
    }

    @Test
    void remindsOnTimeAndAgainAsLongAfterThat() {
        var rhythm = rhythm(null, null, hours(7), null, null);
        assertThat(rhythm.reminder(after(7).minusSeconds(1))).isEmpty();
        assertThat(rhythm.reminder(after(7))).contains(after(7));
        var reminded = rhythm(null, null, hours(7), null, after(8));
        assertThat(reminded.reminder(after(14))).isEmpty();
        assertThat(reminded.reminder(after(15))).contains(after(15));
    }

    @Test
    void asksWhenTheUsualTimeIsOverAndGivesAsLongAgainOnceItHasAsked() {
        assertThat(rhythm(hours(5), null, null, null, null).notice(after(5))).map(Notice::reason).contains(Outcome.Reason.OVERDUE);
        var asked = new Waited(after(5), null, null, 0, null, null, null, null);
        var wait = new Wait(hours(5), null, null, null, null, null, null, null, null, null, null);
        assertThat(rhythm(wait, null, asked).notice(after(9))).isEmpty();
        assertThat(rhythm(wait, null, asked).notice(after(10))).isPresent();
    }

    @Test
    void escalatesOnce() {
        var wait = escalating(hours(6), null, null);
        assertThat(rhythm(wait, null, Waited.NOTHING).notice(after(6).minusSeconds(1))).isEmpty();
        assertThat(rhythm(wait, null, Waited.NOTHING).notice(after(6))).map(Notice::reason).contains(Outcome.Reason.ESCALATION);
        assertThat(rhythm(wait, null, new Waited(null, after(6), null, 0, null, null, null, null)).notice(after(60))).isEmpty();
    }

    @Test
    void movesNoDeadlineForAReminder() {
        var rhythm = rhythm(null, null, hours(1), hours(5), after(4));
        assertThat(rhythm.isTooLate(after(5).minusSeconds(1))).isFalse();
        assertThat(rhythm.isTooLate(after(5))).isTrue();
    }

    @Test
    void neitherRemindsNorDoubtsABankThatHasPromisedUntilItBreaksThat() {
        var wait = escalating(hours(6), hours(5), hours(3));
        var rhythm = rhythm(wait, null, promised(after(48)));
        assertThat(rhythm.reminder(after(47))).isEmpty();
        assertThat(rhythm.notice(after(47))).isEmpty();
        assertThat(rhythm.notice(after(48))).hasValueSatisfying(notice -> {
            assertThat(notice.reason()).isEqualTo(Outcome.Reason.PROMISE_BROKEN);
            assertThat(notice.question()).contains("4 November 2026, 10:00 (Europe/Brussels)").contains("REF-7");
        });
    }

    @Test
    void looksAtThePromisedTimeAndNoEarlierWhereTheBankHasToSpeakFirst() {
        var wait = escalating(null, null, null);
        assertThat(rhythm(wait, null, promised(after(48))).next(SINCE, null, false)).isEqualTo(after(48));
        assertThat(rhythm(wait, null, promised(after(48))).next(SINCE, null, true)).isEqualTo(after(4));
        assertThat(rhythm(wait, null, promised(after(2))).next(SINCE, null, true)).isEqualTo(after(2));
    }

    @Test
    void looksFirstWhenTheCutOffLetsTheBankAct() {
        var cutOff = new CutOff(LocalTime.of(9, 59), null, LocalTime.of(14, 0), null, null);
        var wait = new Wait(null, hours(4), null, null, null, null, cutOff, null, "TARGET", null, null);
        assertThat(rhythm(wait, null, Waited.NOTHING).next(SINCE, null, true)).as("a Monday at ten in Brussels").isEqualTo("2026-11-03T13:00:00Z");
        assertThat(rhythm(wait, null, Waited.NOTHING).next(after(30), null, true)).isEqualTo(after(34));
    }

    @Test
    void passesOverTheWeekendInBusinessDays() {
        var friday = Instant.parse("2026-11-06T09:00:00Z");
        assertThat(everyDay(friday, null)).isEqualTo(Instant.parse("2026-11-09T09:00:00Z"));
    }

    @Test
    void passesOverTheClosingDaysOfItsCalendar() {
        var maundyThursday = Instant.parse("2026-04-02T08:00:00Z");
        assertThat(everyDay(maundyThursday, "TARGET")).isEqualTo("2026-04-07T08:00:00Z");
        assertThat(everyDay(maundyThursday, "GB")).isEqualTo("2026-04-06T08:00:00Z");
        assertThat(everyDay(maundyThursday, null)).isEqualTo("2026-04-03T08:00:00Z");
    }

    @Test
    void keepsTheTimeOfDayWhereTheClocksChange() {
        assertThat(everyDay(Instant.parse("2026-10-23T08:00:00Z"), "TARGET")).isEqualTo("2026-10-26T09:00:00Z");
        assertThat(everyDay(Instant.parse("2026-03-27T09:00:00Z"), "TARGET")).isEqualTo("2026-03-30T08:00:00Z");
    }

    private static Instant everyDay(Instant now, String calendar) {
        var oneDay = new Span(1, Span.Unit.BUSINESS_DAYS);
        return new WaitRhythm(new Wait(null, oneDay, null, null, null, null, null, null, calendar, null, null), now, null, Waited.NOTHING)
                .next(now, null, true);
    }
}
