package io.portolan.leg;

import io.portolan.journal.InMemoryJournal;
import io.portolan.journal.TestJournals;
import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Stage;
import io.portolan.vault.InMemoryVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A leg with its queue and stores in a database, whose means does what a test tells it to; what comes of it is remembered. */
abstract class LegAtWork {

    static final Clock CLOCK = Clock.systemUTC();
    final LegDatabase database = new LegDatabase();
    final InMemoryVault vault = new InMemoryVault();
    final InMemoryJournal journal = new InMemoryJournal();
    final Captures captures = new JdbcCaptures(database.jdbc, vault);
    final BankAnswers answers = new JdbcBankAnswers(database.jdbc);
    final RecordingSettlement settlement = new RecordingSettlement();

    final LegSettings settings = new LegSettings(2, Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofSeconds(1), 3,
            Duration.ofSeconds(3));

    final Doorbell doorbell = new Doorbell();
    Function<LegRun, Outcome> work = run -> new Outcome.Done("seen");
    Leg leg = AnswerRuleTest.leg(Stage.APPROVAL, new DeriveWork(), Map.of());

    final Means means = new Means() {
        @Override
        public MeansName name() {
            return MeansName.API;
        }

        @Override
        public Outcome perform(LegRun run) {
            return work.apply(run);
        }
    };

    final List<String> secretsOfRegistration = new ArrayList<>();

    private final OurData ourData = new OurData() {
        @Override
        public Optional<Value> value(String place, LegOrder order) {
            return Optional.empty();
        }

        @Override
        public List<String> secrets(LegOrder order) {
            return secretsOfRegistration;
        }
    };

    final RunStores stores = new RunStores(database.legs, captures, new JdbcProofs(database.jdbc), ourData,
            vault, journal, TestJournals.evidence(database.source, CLOCK), new JdbcTransactionManager(database.source));

    final FakeReminders reminders = new FakeReminders();

    final PerformLeg performLeg = new PerformLeg(stores, (onboarding, id) -> order(onboarding), new MeansByName(List.of(means)),
            answers, new AnswerReading(answers), settlement, new NotBefore(new EffectiveFrom(captures, answers), run -> Optional.empty(), CLOCK),
            new WhileWaiting(stores, database.waits, reminders.provided()), database.waits, settings, CLOCK);

    final LegQueue queue = new LegQueue(database.legs, database.byWord, database.waits, settings, doorbell);

    final SettleResult settleResult = new SettleResult(database.legs, queue, stores, settlement,
            new Room(new MeansByName(List.of(means))));

    final String onboarding = database.onboarding(LegDatabase.api("leg"));
    final LegKey key = database.offered(onboarding, "leg");

    LegOrder order(String id) {
        return new LegOrder(id, "demo", null, "test", null, leg, null, "main", Set.of(), Instant.EPOCH);
    }

    Optional<LegResult> perform() {
        database.jdbc.sql("update legs set due = now() where due is not null and holder is null").update();
        return performLeg.perform(database.claimed("node"));
    }

    void said(BankAnswer.Kind kind, String note) {
        answers.keep(new BankAnswer(0, onboarding, kind, Set.of(), note, null, null, null, null, "user:test"));
    }

    final class RecordingSettlement implements Settlement {
        final List<LegResult> told = new ArrayList<>();
        final List<Outcome> unwanted = new ArrayList<>();
        boolean failing;

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
