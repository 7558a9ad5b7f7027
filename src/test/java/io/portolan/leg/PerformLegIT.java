package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.journal.InMemoryJournal;
import io.portolan.journal.TestJournals;
import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Span;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import io.portolan.playbook.Wait;
import io.portolan.playbook.WaitingFor;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class PerformLegIT {

    private static final Clock CLOCK = Clock.systemUTC();

    private final LegDatabase database = new LegDatabase();
    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Captures captures = new JdbcCaptures(database.jdbc, vault);
    private final BankAnswers answers = new JdbcBankAnswers(database.jdbc);
    private final RecordingSettlement settlement = new RecordingSettlement();
    private final LegSettings settings = new LegSettings(2, Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofSeconds(1), 3,
            Duration.ofSeconds(3));
    private final Doorbell doorbell = new Doorbell();
    private Function<LegRun, Outcome> work = run -> new Outcome.Done("seen");
    private Leg leg = AnswerRuleTest.leg(Stage.APPROVAL, new DeriveWork(), Map.of());

    private final Means means = new Means() {
        @Override
        public MeansName name() {
            return MeansName.API;
        }

        @Override
        public Outcome perform(LegRun run) {
            return work.apply(run);
        }
    };

    private final RunStores stores = new RunStores(database.legs, captures, new JdbcProofs(database.jdbc), (place, order) -> Optional.empty(),
            vault, journal, TestJournals.evidence(database.source, CLOCK), new JdbcTransactionManager(database.source));
    private final FakeReminders reminders = new FakeReminders();
    private final PerformLeg performLeg = new PerformLeg(stores, (onboarding, id) -> order(onboarding), new MeansByName(List.of(means)),
            answers, new AnswerReading(answers), settlement, new NotBefore(new EffectiveFrom(captures, answers), CLOCK),
            new WhileWaiting(stores, database.waits, reminders.provided()), database.waits, settings, CLOCK);
    private final LegQueue queue = new LegQueue(database.legs, database.byWord, database.waits, settings, doorbell);
    private final SettleResult settleResult = new SettleResult(database.legs, queue, stores, settlement,
            new Room(new MeansByName(List.of(means))));

    private final String onboarding = database.onboarding(LegDatabase.api("leg"));
    private final LegKey key = database.offered(onboarding, "leg");

    private LegOrder order(String id) {
        return new LegOrder(id, "demo", null, "test", null, leg, null, "main", Set.of(), Instant.EPOCH);
    }

    private Optional<LegResult> perform() {
        database.jdbc.sql("update legs set due = now() where due is not null and holder is null").update();
        return performLeg.perform(database.claimed("node"));
    }

    private void said(BankAnswer.Kind kind, String note) {
        answers.keep(new BankAnswer(0, onboarding, kind, Set.of(), note, null, null, null, null, "user:test"));
    }

    @Test
    void keepsTheResultBeforeAnybodyIsTold() {
        var result = perform().orElseThrow();
        assertThat(result.outcome()).isEqualTo(new Outcome.Done("seen"));
        assertThat(database.row(key)).matches(row -> !row.settled() && row.result().equals("DONE") && row.holder() != null);
        assertThat(settlement.told).isEmpty();
        assertThat(journal.acts()).containsExactly("leg-done");
    }

    @Test
    void triesAFaultAgainWithGrowingPausesAndThenAsksAPerson() {
        work = run -> new Outcome.Fault("The portal does not answer.");
        assertThat(perform()).isEmpty();
        assertThat(perform()).isEmpty();
        var details = journal.of(onboarding).stream().map(entry -> entry.act().detail()).toList();
        assertThat(details).anyMatch(detail -> detail.endsWith("in 3 s.")).anyMatch(detail -> detail.endsWith("in 6 s."));
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.NeedsPerson(Outcome.Reason.OUTSIDE_FAULT,
                "This was tried 3 times in vain. How shall it go on?", "The portal does not answer."));
    }

    @Test
    void leavesABankAloneForAsLongAsItAsks() {
        work = run -> new Outcome.Fault("The bank has put us off.", Duration.ofMinutes(10));
        assertThat(perform()).isEmpty();
        assertThat(journal.of(onboarding)).extracting(entry -> entry.act().detail()).containsExactly("The bank has put us off. It is tried again in 600 s.");
    }

    @Test
    void keepsNothingThatAnExceptionSays() {
        work = run -> {
            throw new IllegalStateException("s3cret-of-the-page");
        };
        perform();
        perform();
        var outcome = (Outcome.NeedsPerson) perform().orElseThrow().outcome();
        assertThat(outcome.detail()).contains("IllegalStateException", "PerformLegIT.java").doesNotContain("s3cret");
        assertThat(journal.of(onboarding)).noneMatch(entry -> entry.act().toString().contains("s3cret"));
        assertThat(database.row(key).toString()).doesNotContain("s3cret");
    }

    @Test
    void survivesAStackThatOverflows() {
        work = run -> {
            throw new StackOverflowError();
        };
        assertThat(perform()).isEmpty();
        assertThat(database.row(key).faults()).isEqualTo(1);
    }

    @Test
    void asksAPersonForWhatIsMissing() {
        work = run -> new Outcome.Done(run.fill(new Template("{{ask.register-url}}")).text());
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA,
                "Something is missing that this leg needs: ask.register-url.", null));
    }

    @Test
    void masksWhatThisOnboardingKnowsAsSecret() {
        captures.keepSecret(onboarding, "demo", "leg", "client-secret", Secret.of("s3cret-value"), null);
        work = run -> new Outcome.Done("The page says s3cret-value.");
        perform();
        assertThat(journal.of(onboarding)).extracting(entry -> entry.act().detail()).contains("The page says •••.");
    }

    @Test
    void keepsAResultThoughASecretIsNoLongerInTheVault() {
        captures.keepSecret(onboarding, "demo", "leg", "client-secret", Secret.of("s3cret-value"), null);
        vault.names().forEach(vault::forget);
        assertThat(perform()).isPresent();
    }

    @Test
    void readsAnAnswerOnceAndNotOneThatIsForALaterLegOnly() {
        leg = AnswerRuleTest.leg(Stage.SIGN_UP, new DeriveWork(), Map.of());
        said(BankAnswer.Kind.ACKNOWLEDGED, "We have it.");
        said(BankAnswer.Kind.REJECTED, "No licence.");
        assertThat(new AnswerReading(answers).isUnreadFor(order(onboarding))).isTrue();
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.Rejected("No licence."));
        assertThat(answers.unread(onboarding)).extracting(BankAnswer::kind).containsExactly(BankAnswer.Kind.ACKNOWLEDGED);
    }

    @Test
    void leavesAnAnswerUnreadWhereTheLookAfterItFailed() {
        leg = AnswerRuleTest.leg(Stage.APPROVAL, new io.portolan.playbook.PortalWork(List.of(), List.of(), null, List.of(), List.of()), Map.of());
        said(BankAnswer.Kind.APPROVED, null);
        work = run -> run.answer().isPresent() ? new Outcome.Fault("The portal is away.") : new Outcome.Done("never");
        perform();
        assertThat(answers.unread(onboarding)).hasSize(1);
    }

    @Test
    void leavesAnAnswerUnreadWhereTheLeaseWasLostBeforeWhatItDecidedWasKept() {
        said(BankAnswer.Kind.REJECTED, "No licence.");
        var lost = database.claimed("slow");
        database.expire();
        database.legs.releaseExpired();
        assertThat(performLeg.perform(lost)).isEmpty();
        assertThat(answers.unread(onboarding)).hasSize(1);
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.Rejected("No licence."));
        assertThat(answers.unread(onboarding)).isEmpty();
    }

    @Test
    void putsASecretIntoTheVaultOutsideOfAnyTransaction() {
        vault.wheneverUsed(() -> assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse());
        work = run -> {
            run.keepSecret("client-secret", Secret.of("s3cret-value"), null);
            run.keep("client-id", "c-1", null);
            return new Outcome.Done("The page says s3cret-value.");
        };
        assertThat(perform().orElseThrow().outcome()).isInstanceOf(Outcome.Done.class);
        assertThat(vault.names()).hasSize(1);
    }

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
        var soon = new io.portolan.playbook.Span(2, io.portolan.playbook.Span.Unit.DAYS);
        leg = new Leg("leg", Stage.APPROVAL, "The leg", null, null, Set.of(), leg.signs(), Map.of(),
                new io.portolan.playbook.Wait(null, null, null, soon, null, null, null, null, null, null, null), null, null, null, new DeriveWork());
        work = run -> new Outcome.NotYet(WaitingFor.BANK, "pending", CLOCK.instant().plus(Duration.ofDays(30)));
        assertThat(perform().orElseThrow().lookAgainAt()).isBefore(CLOCK.instant().plus(Duration.ofDays(3)));
    }

    @Test
    void keepsTheFactsOfARunWhoseLegWasTakenAwayAndTellsThatNobodyWantsThem() {
        work = run -> {
            run.keep("reference", "4711", null);
            database.legs.stop(onboarding);
            return new Outcome.Done("seen");
        };
        assertThat(perform()).isEmpty();
        assertThat(captures.find(onboarding, "leg", "reference")).isPresent();
        assertThat(journal.acts()).containsExactly("captured", "leg-done");
        assertThat(settlement.unwanted).containsExactly(new Outcome.Done("seen"));
    }

    @Test
    void stopsBeforeAnythingIrreversibleWhereTheLegWasTakenAway() {
        work = run -> {
            database.legs.stop(onboarding);
            run.intend("press the button");
            throw new AssertionError("pressed");
        };
        assertThat(perform()).isEmpty();
        assertThat(journal.acts()).containsExactly("run-stopped");
        assertThat(settlement.unwanted).isEmpty();
    }

    @Test
    void tellsEachResultOnceWhoeverComesFirst() {
        var row = new LegRecord[1];
        work = run -> new Outcome.Done("seen");
        row[0] = database.claimed("node");
        var result = performLeg.perform(row[0]).orElseThrow();
        database.expire();
        database.legs.releaseExpired();
        settleResult.again(key);
        settleResult.again(key);
        assertThat(settleResult.now(result, row[0], "node")).isEmpty();
        assertThat(settlement.told).containsExactly(result);
        assertThat(database.row(key).state()).isEqualTo(LegState.DONE);
    }

    @Test
    void tellsLaterWhatCannotBeToldNow() {
        var row = database.claimed("node");
        var result = performLeg.perform(row).orElseThrow();
        settlement.failing = true;
        assertThat(settleResult.now(result, row, "node")).isEmpty();
        assertThat(database.legs.unsettled()).hasSize(1);
        settleResult.again(key);
        assertThat(database.legs.unsettled()).isEmpty();
        settlement.failing = false;
        settleResult.again(key);
        assertThat(settlement.told).containsExactly(result);
    }

    private final class RecordingSettlement implements Settlement {
        private final List<LegResult> told = new ArrayList<>();
        private final List<Outcome> unwanted = new ArrayList<>();
        private boolean failing;

        @Override
        public void lock(String onboarding) { }

        @Override
        public void settle(LegResult result) {
            if (failing) {
                throw new IllegalStateException("the engine is away");
            }
            queue.settled(result.onboarding(), result.leg(), LegState.DONE);
            told.add(result);
        }

        @Override
        public void unwanted(LegOrder order, Outcome outcome) {
            unwanted.add(outcome);
        }
    }
}