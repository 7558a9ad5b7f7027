package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.database.Leases;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcEventsIT {

    private static final EventFilter ALL = EventFilter.everything();

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final JdbcEvents events = new JdbcEvents(jdbc, Clock.systemUTC());
    private final NoticeSettings settings = new NoticeSettings(Period.ofDays(30), Duration.ofMillis(10), List.of(30, 14, 7, 1), 10, 10, Duration.ofMinutes(1), Duration.ofSeconds(1), 10, 50,
            List.of(), null, null);
    private final EventFeed feed = new EventFeed(events, settings);

    @Test
    void neverPutsAnEventBeforeOneThatWasSeenThoughItsTransactionBeganEarlier() {
        transactions.executeWithoutResult(early -> {
            tell("early");
            other(() -> transactions.executeWithoutResult(late -> tell("late")));
            assertThat(other(events::place)).isEqualTo(1);
            assertThat(other(() -> subjects(0))).containsExactly("late");
        });
        assertThat(events.place()).isEqualTo(2);
        assertThat(subjects(0)).containsExactly("late", "early");
        assertThat(subjects(1)).containsExactly("early");
    }

    @Test
    void givesEachReaderEachCommittedEventOnceAndInOneOrderWhileManyNodesPlace() throws Exception {
        var told = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                writers.add(() -> {
                    for (int i = 0; i < 150; i++) {
                        var subject = number + "/" + i;
                        transactions.executeWithoutResult(status -> {
                            tell(subject);
                            if (ThreadLocalRandom.current().nextInt(4) == 0) {
                                status.setRollbackOnly();
                            } else {
                                told.incrementAndGet();
                            }
                        });
                    }
                    return null;
                });
            }
            var done = new AtomicInteger();
            var first = pool.submit(() -> read(done));
            var second = pool.submit(() -> read(done));
            for (var writer : pool.invokeAll(writers)) {
                writer.get();
            }
            done.set(1);
            assertThat(first.get()).hasSize(told.get()).doesNotHaveDuplicates().isEqualTo(second.get());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Places and reads as a node does, until the writers are done and nothing is left. */
    private List<String> read(AtomicInteger done) {
        var seen = new ArrayList<String>();
        long last = 0;
        while (true) {
            var isLast = done.get() == 1;
            var head = events.place();
            for (var event : events.between(last, head, ALL, 10_000)) {
                assertThat(event.position()).isGreaterThan(last);
                last = event.position();
                seen.add(event.subject());
            }
            if (isLast) {
                return seen;
            }
        }
    }

    @Test
    void tellsOnceInATransactionAndTheLastStateCounts() {
        transactions.executeWithoutResult(status -> {
            tell("task", "open");
            tell("task", "done");
        });
        events.place();
        assertThat(events.between(0, 10, ALL, 10)).extracting(Event::state).containsExactly("done");
    }

    @Test
    void goesOnFromTheTableWhereTheReaderHasMissedMoreThanIsAtHand() {
        feed.look();
        for (int i = 0; i < 5; i++) {
            tell("subject-" + i);
        }
        var other = new EventFeed(events, settings);
        feed.look();
        other.look();
        tell("last");
        feed.look();
        other.look();

        assertThat(feed.after(0, ALL, 3).events()).extracting(Event::subject).containsExactly("subject-0", "subject-1", "subject-2");
        assertThat(feed.after(0, ALL, 3).upTo()).isEqualTo(3);
        assertThat(other.after(0, ALL, 10)).isEqualTo(feed.after(0, ALL, 10));
        assertThat(other.after(5, ALL, 10).events()).extracting(Event::subject).containsExactly("last");
        assertThat(feed.after(6, ALL, 10).events()).isEmpty();
        assertThat(feed.after(0, new EventFilter(Set.of(EventType.FAILED), null), 10)).isEqualTo(new Events.Found(List.of(), 6));
        assertThat(feed.after(0, new EventFilter(Set.of(EventType.TASK_OPENED), Set.of("other-tpp")), 10).events()).isEmpty();
    }

    @Test
    void erasesWhatIsOldAndSaysSoToWhoeverAsksForIt() {
        tell("old");
        events.place();
        jdbc.sql("update events set at = now() - interval '40 days'").update();
        tell("new");
        var beside = new EventFeed(events, settings);
        beside.look();

        assertThat(events.eraseBefore(Instant.now().minus(Duration.ofDays(30)))).isEqualTo(1);
        assertThatThrownBy(() -> beside.after(0, ALL, 10)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("events-gone"));
        assertThat(beside.after(beside.oldest(), ALL, 10).events()).extracting(Event::subject).containsExactly("new");
    }

    @Test
    void tellsOfWhatEndsOnceForEachOfTheDaysAndOfOnlyTheNearestAtFirst() {
        token("soon", "6 days");
        token("later", "20 days");
        token("far", "90 days");
        var byTime = new TellByTime(new JdbcTimes(jdbc), events, settings, always(), new JdbcTransactionManager(database), Clock.systemUTC());

        byTime.tellOfExpiries();
        byTime.tellOfExpiries();
        assertThat(told()).containsExactlyInAnyOrder("soon", "later");

        jdbc.sql("update api_tokens set expires_at = expires_at - interval '5 days' - interval '6 hours'").update();
        byTime.tellOfExpiries();
        assertThat(told()).as("with another end each is told anew").hasSize(4);
    }

    private List<String> told() {
        return events.between(0, events.place(), new EventFilter(Set.of(EventType.TOKEN_EXPIRY_NEAR), null), 100).stream().map(Event::subject).toList();
    }

    private void token(String name, String left) {
        jdbc.sql("insert into api_tokens (name, sha256, roles, created_at, created_by, expires_at) values (:name, :name, '{VIEWER}', now(), 'test', now() + cast(:left as interval))")
                .param("name", name).param("left", left).update();
    }

    private static Leases always() {
        return new Leases() {
            @Override
            public boolean hold(String job, Duration length) {
                return true;
            }

            @Override
            public void release(String job) {
            }
        };
    }

    private void tell(String subject) {
        tell(subject, "open");
    }

    private void tell(String subject, String state) {
        jdbc.sql("select event_tell('task-opened', 'task', :subject, 'tpp', null, null, null, null, :state, null)").param("subject", subject).param("state", state)
                .query((row, number) -> number).list();
    }

    private List<String> subjects(long after) {
        return events.between(after, Long.MAX_VALUE, ALL, 100).stream().map(Event::subject).toList();
    }

    /** By another connection than that of the test's transaction. */
    private static void other(Runnable work) {
        other(() -> {
            work.run();
            return null;
        });
    }

    private static <T> T other(Callable<T> work) {
        var result = new ArrayList<T>();
        var thread = new Thread(() -> {
            try {
                result.add(work.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return result.get(0);
    }
}
