package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.InMemoryJournal;
import io.portolan.journal.TestJournals;
import io.portolan.playbook.DeriveWork;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class LegWorkersIT {

    private static final int BROWSERS = 2;

    private final LegDatabase database = new LegDatabase();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final LegSettings settings = new LegSettings(8, Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofMillis(50), 3,
            Duration.ofSeconds(3));
    private final MeansByName means = new MeansByName(List.of(new Browsers(), new Calls()));
    private final Room room = new Room(means);
    private final Doorbell doorbell = new Doorbell();
    private final LegQueue queue = new LegQueue(database.legs, database.byWord, database.waits, settings, doorbell);
    private final LegWorkers workers = workers();

    private LegWorkers workers() {
        var vault = new InMemoryVault();
        var answers = new JdbcBankAnswers(database.jdbc);
        var stores = new RunStores(database.legs, new JdbcCaptures(database.jdbc, vault), new JdbcProofs(database.jdbc),
                (place, order) -> Optional.empty(), vault, new InMemoryJournal(),
                TestJournals.evidence(database.source, Clock.systemUTC()), new JdbcTransactionManager(database.source));
        var settlement = new GoingOn();
        var performLeg = new PerformLeg(stores, (id, leg) -> order(id), means, answers, new AnswerReading(answers), settlement,
                new NotBefore(new EffectiveFrom(stores.captures(), answers), run -> Optional.empty(), Clock.systemUTC()),
                new WhileWaiting(stores, database.waits, new FakeReminders().provided()), database.waits, settings, Clock.systemUTC());
        return new LegWorkers(database.legs, performLeg, new SettleResult(database.legs, queue, stores, settlement, room), room,
                settings, doorbell, () -> true);
    }

    private static LegOrder order(String id) {
        return new LegOrder(id, "demo", null, "test", null, AnswerRuleTest.leg(Stage.SIGN_UP, new DeriveWork(), Map.of()), null,
                "main", Set.of(), Instant.EPOCH);
    }

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        workers.stop();
    }

    @Test
    void takesNoMoreLegsThanThereAreBrowsersAndStillDoesTheRest() {
        var ids = new ArrayList<String>();
        for (int number = 0; number < 6; number++) {
            var id = database.onboarding(LegDatabase.portal("first", "account/" + number), LegDatabase.portal("then", "account/" + number));
            database.offered(id, "first");
            ids.add(id);
        }
        var call = database.offered(database.onboarding(LegDatabase.api("call")), "call");

        workers.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> atWork.get() == BROWSERS && database.row(call).state() == LegState.DONE);
        assertThat(held()).isEqualTo(BROWSERS);
        mayGoOn.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> ids.stream().flatMap(id -> database.legs.of(id).stream())
                .allMatch(row -> row.state() == LegState.DONE));
        assertThat(mostAtWork).hasValueLessThanOrEqualTo(BROWSERS);
        assertThat(ids.stream().flatMap(id -> database.legs.of(id).stream())).allMatch(row -> row.runs() == 1 && row.faults() == 0);
    }

    @Test
    void worksWithAPortalAccountOnlyOnceTheRunHasEndedWhoseOnboardingWasWithdrawn() {
        var withdrawn = database.onboarding(LegDatabase.portal("then", "shared"));
        var other = database.onboarding(LegDatabase.portal("then", "shared"));
        database.offered(withdrawn, "then");
        workers.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> atWork.get() == 1);

        database.legs.stop(withdrawn);
        var next = database.offered(other, "then");
        var call = database.offered(database.onboarding(LegDatabase.api("call")), "call");
        doorbell.ring();

        await().atMost(Duration.ofSeconds(20)).until(() -> database.row(call).state() == LegState.DONE);
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> database.row(next).state() == LegState.READY);
        mayGoOn.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> database.row(next).state() == LegState.DONE);
        assertThat(mostAtWork).hasValue(1);
    }

    private int held() {
        return database.jdbc.sql("select count(*) from legs where holder is not null").query(Integer.class).single();
    }

    private final class Browsers implements Means {

        @Override
        public MeansName name() {
            return MeansName.PORTAL;
        }

        @Override
        public int atOnce() {
            return BROWSERS;
        }

        @Override
        public Outcome perform(LegRun run) {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                assertThat(mayGoOn.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                atWork.decrementAndGet();
            }
            return new Outcome.Done("seen");
        }
    }

    private static final class Calls implements Means {

        @Override
        public MeansName name() {
            return MeansName.API;
        }

        @Override
        public Outcome perform(LegRun run) {
            return new Outcome.Done("called");
        }
    }

    /** Goes from the first leg to the one after it. */
    private final class GoingOn implements Settlement {

        @Override
        public void lock(String onboarding) { }

        @Override
        public void settle(LegResult result) {
            queue.settled(result.onboarding(), result.leg(), LegState.DONE);
            if (result.leg().equals("first")) {
                queue.offer(result.onboarding(), "then", "handle");
            }
        }

        @Override
        public void unwanted(LegOrder order, Outcome outcome) { }
    }
}
