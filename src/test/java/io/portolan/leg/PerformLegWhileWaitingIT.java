package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Span;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import io.portolan.playbook.Wait;
import io.portolan.playbook.WaitingFor;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reminders, questions, promises and deadlines of a leg that waits for its bank. */
class PerformLegWhileWaitingIT extends LegAtWork {

    private static Wait wait(Span upTo, Span remind, Span deadline, String backTo, Span escalate, Template until) {
        return new Wait(upTo, null, remind, deadline, backTo, escalate, null, until, null, null, null);
    }

    private static Span days(int count) {
        return new Span(count, Span.Unit.DAYS);
    }

    private void waits(Wait wait) {
        leg = new Leg("leg", Stage.APPROVAL, "The leg", null, null, Set.of(), leg.signs(), Map.of(), wait, null, null, null, new DeriveWork());
        work = run -> new Outcome.NotYet(WaitingFor.BANK, "pending", null);
    }

    private void hasWaitedForDays(int days) {
        database.jdbc.sql("update legs set waiting_since = now() - make_interval(days => :days)").param("days", days).update();
    }

    private LegResult look() {
        var result = perform().orElseThrow();
        database.legs.settle(key, LegState.WAITING);
        database.offered(onboarding, "leg");
        return result;
    }

    @Test
    void asksAPersonOnceBesideAWaitThatHasLastedTooLong() {
        waits(wait(days(2), null, null, null, null, null));
        hasWaitedForDays(3);
        var result = look();
        assertThat(result.outcome()).isInstanceOf(Outcome.NotYet.class);
        assertThat(result.notice().reason()).isEqualTo(Outcome.Reason.OVERDUE);
        assertThat(look().notice()).isNull();
    }

    @Test
    void tellsOfItAgainWhereItWasKeptAndTheOneWhoWasToTellItDied() {
        waits(wait(null, null, null, null, days(2), null));
        hasWaitedForDays(3);
        perform();
        assertThat(KeptResult.notice(database.row(key)).reason()).isEqualTo(Outcome.Reason.ESCALATION);
        database.expire();
        database.legs.releaseExpired();
        settleResult.again(key);
        assertThat(settlement.told).singleElement().satisfies(told -> assertThat(told.notice().question()).contains("2 days"));
    }

    @Test
    void remindsTheBankByLetterOnTimeAndOnlyOnce() {
        waits(wait(null, days(2), null, null, null, null));
        hasWaitedForDays(3);
        assertThat(look().notice()).isNull();
        assertThat(reminders.asked).singleElement().satisfies(reminder -> assertThat(reminder.number()).isEqualTo(1));
        assertThat(journal.acts()).contains("bank-reminded");
        look();
        assertThat(reminders.asked).hasSize(1);
        database.jdbc.sql("update legs set reminded_at = now() - interval '2 days 1 minute'").update();
        look();
        assertThat(reminders.asked).extracting(Reminders.Reminder::number).containsExactly(1, 2);
    }

    @Test
    void letsAPersonRemindWhereThereIsNobodyToWriteTo() {
        reminders.answer = reminder -> Optional.empty();
        waits(wait(null, days(2), null, null, null, null));
        hasWaitedForDays(3);
        assertThat(look().notice().reason()).isEqualTo(Outcome.Reason.REMINDER_DUE);
        assertThat(database.row(key).waited().reminders()).isZero();
        assertThat(look().notice()).isNull();
        assertThat(reminders.asked).hasSize(1);
    }

    @Test
    void writesNoSecondLetterWhereItDiedWhileOneWasBeingSent() {
        waits(wait(null, days(2), null, null, null, null));
        hasWaitedForDays(3);
        reminders.answer = reminder -> {
            throw new OutOfMemoryError("as if killed here");
        };
        assertThatThrownBy(this::perform).isInstanceOf(OutOfMemoryError.class);
        database.expire();
        database.legs.releaseExpired();
        var result = look();
        assertThat(reminders.asked).hasSize(1);
        assertThat(result.notice().question()).contains("nobody knows whether it left");
        assertThat(look().notice()).isNull();
        assertThat(reminders.asked).hasSize(1);
    }

    @Test
    void sendsNoReminderOnceItsLeaseIsLost() {
        waits(wait(null, days(2), null, null, null, null));
        hasWaitedForDays(3);
        work = run -> {
            database.expire();
            return new Outcome.NotYet(WaitingFor.BANK, "pending", null);
        };
        assertThat(perform()).isEmpty();
        assertThat(reminders.asked).isEmpty();
    }

    @Test
    void keepsTheReferenceAndThePromiseOfAnAcknowledgementAndNeitherRemindsNorAsksBefore() {
        waits(wait(days(2), days(2), null, null, null, null));
        hasWaitedForDays(3);
        var promised = CLOCK.instant().plus(Duration.ofDays(4)).truncatedTo(ChronoUnit.SECONDS);
        answers.keep(new BankAnswer(0, onboarding, BankAnswer.Kind.ACKNOWLEDGED, Set.of(), "We are at it.", "T-42", promised, null, null, "mail"));
        var result = look();
        assertThat(result.notice()).isNull();
        assertThat(result.lookAgainAt()).isEqualTo(promised);
        assertThat(database.row(key).waited()).matches(waited -> waited.reference().equals("T-42") && waited.promisedBy().equals(promised));
        assertThat(look().notice()).isNull();
        assertThat(reminders.asked).isEmpty();

        database.jdbc.sql("update legs set promised_by = now() - interval '1 minute'").update();
        assertThat(look().notice()).satisfies(notice -> {
            assertThat(notice.reason()).isEqualTo(Outcome.Reason.PROMISE_BROKEN);
            assertThat(notice.question()).contains("T-42");
        });
    }

    @Test
    void hearsWhatAPersonHasSaidWhileItWaited() {
        waits(wait(null, null, null, null, null, null));
        look();
        queue.say(onboarding, "leg", Waited.Word.DONE, "told on the telephone");
        assertThat(look().outcome()).isEqualTo(new Outcome.Done("A person has said so: told on the telephone"));
        assertThat(queue.hasWord(onboarding, "leg")).isFalse();
    }

    @Test
    void leavesWhatTheBankHasSaidUnreadWhereTheWordOfAPersonDecides() {
        waits(wait(null, null, null, null, null, null));
        look();
        queue.say(onboarding, "leg", Waited.Word.DONE, null);
        said(BankAnswer.Kind.REJECTED, "No licence.");
        assertThat(look().outcome()).isInstanceOf(Outcome.Done.class);
        assertThat(answers.unread(onboarding)).extracting(BankAnswer::note).containsExactly("No licence.");
    }

    @Test
    void doesNotActBeforeTheAgreedTimeAndDoesNotCountThatAsWaiting() {
        var acted = new AtomicInteger();
        waits(wait(null, null, days(1), null, null, new Template("2999-11-30T10:00+01:00")));
        work = run -> {
            acted.incrementAndGet();
            return new Outcome.Done("switched");
        };
        var result = look();
        assertThat(result.outcome()).isInstanceOfSatisfying(Outcome.NotYet.class, notYet -> assertThat(notYet.why()).contains("30 November 2999, 10:00 Europe/Brussels"));
        assertThat(result.lookAgainAt()).isEqualTo("2999-11-30T09:00:00Z");
        assertThat(database.row(key).waitingSince()).isNull();
        assertThat(acted).hasValue(0);
        waits(wait(null, null, null, null, null, new Template("2026-01-01T10:00")));
        work = run -> {
            acted.incrementAndGet();
            return new Outcome.Done("switched");
        };
        assertThat(look().outcome()).isEqualTo(new Outcome.Done("switched"));
        assertThat(acted).hasValue(1);
    }

    @Test
    void asksAPersonWhenTheDeadlineHasPassed() {
        waits(wait(null, null, days(2), null, null, null));
        hasWaitedForDays(3);
        assertThat(look().outcome()).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Outcome.Reason.DEADLINE_PASSED));
    }

    @Test
    void looksAgainAtTheDeadlineHoweverLateTheBankHasPromised() {
        var soon = new Span(2, Span.Unit.DAYS);
        leg = new Leg("leg", Stage.APPROVAL, "The leg", null, null, Set.of(), leg.signs(), Map.of(),
                new Wait(null, null, null, soon, null, null, null, null, null, null, null), null, null, null, new DeriveWork());
        work = run -> new Outcome.NotYet(WaitingFor.BANK, "pending", CLOCK.instant().plus(Duration.ofDays(30)));
        assertThat(perform().orElseThrow().lookAgainAt()).isBefore(CLOCK.instant().plus(Duration.ofDays(3)));
    }
}
