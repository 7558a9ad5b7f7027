package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.onboarding.Cursor;
import io.portolan.worklist.Worklist.Filter;
import io.portolan.worklist.Worklist.FollowUp;
import io.portolan.worklist.Worklist.Order;
import io.portolan.worklist.Worklist.Where;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTasksIT {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String ADA = "user:ada";

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final JdbcTasks tasks = new JdbcTasks(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    private final JdbcTaskGroups groups = new JdbcTaskGroups(jdbc);

    @BeforeEach
    void openSome() {
        jdbc.sql("""
                insert into onboardings (id, tpp, bank, unit, environment, environment_kind, application, services, route,
                    playbook_version, status, registration, started_by)
                values ('o', 'demo', 'xx-bank', 'u', 'test', 'test', 'main', '{AIS}', 'default', 'v', 'RUNNING', 'r', 'test')""").update();
        add("late", "technical", -1, "The page has changed.");
        add("soon", "operations", 1, "What is the reference? 100 % sure");
        add("some-day", "legal", 9, "Accept the terms.");
    }

    private void add(String id, String group, int hours, String question) {
        tasks.insert(new NewTask(id, "o", null, Task.Kind.CLEAN_UP, null, "Task " + id, question, null, null, List.of(), group, null, NOW.plusSeconds(hours * 3600L)));
    }

    private List<String> ids(Filter filter) {
        return tasks.page(filter, null, 10).stream().map(TaskRow::id).toList();
    }

    private static Filter all(Set<String> groups, boolean unassigned, boolean overdue, FollowUp followUp, String text) {
        return new Filter(null, null, Task.State.OPEN, groups, unassigned, overdue, followUp, Where.ANY, text, Order.DUE);
    }

    @Test
    void putsTheMostUrgentFirstAndGoesOnFromItsCursor() {
        var filter = all(null, false, false, FollowUp.ANY, null);
        assertThat(ids(filter)).containsExactly("late", "soon", "some-day");
        assertThat(tasks.page(filter, new Cursor(NOW.minusSeconds(3600), "late"), 10)).extracting(TaskRow::id).containsExactly("soon", "some-day");
        var latest = new Filter(null, null, null, null, false, false, FollowUp.ANY, Where.ANY, null, Order.LATEST);
        assertThat(tasks.page(latest, new Cursor(NOW, "soon"), 10)).extracting(TaskRow::id).containsExactly("some-day", "late");
    }

    @Test
    void putsWhatHasNoDueDateLastAndGoesOnFromThere() {
        jdbc.sql("update tasks set due_at = null where id <> 'late'").update();
        var filter = all(null, false, false, FollowUp.ANY, null);
        assertThat(ids(filter)).containsExactly("late", "some-day", "soon");
        assertThat(tasks.page(filter, new Cursor(Worklist.NEVER, "some-day"), 10)).extracting(TaskRow::id).containsExactly("soon");
        assertThat(tasks.page(filter, new Cursor(Worklist.NEVER, "soon"), 10)).isEmpty();
    }

    @Test
    void findsByGroupLatenessAndWords() {
        assertThat(ids(all(Set.of("legal", "operations"), false, false, FollowUp.ANY, null))).containsExactly("soon", "some-day");
        assertThat(ids(all(Set.of(), false, false, FollowUp.ANY, null))).isEmpty();
        assertThat(ids(all(null, false, true, FollowUp.ANY, null))).containsExactly("late");
        assertThat(ids(all(null, false, false, FollowUp.ANY, "REFERENCE"))).containsExactly("soon");
        assertThat(ids(all(null, false, false, FollowUp.ANY, "100 %"))).containsExactly("soon");
        assertThat(ids(all(null, false, false, FollowUp.ANY, "_"))).isEmpty();
    }

    @Test
    void hidesWhatWasPutOffUntilItsDay() {
        tasks.followUp("late", NOW.plusSeconds(60));
        tasks.followUp("soon", NOW.minusSeconds(60));
        assertThat(ids(all(null, false, false, FollowUp.NOW, null))).containsExactly("soon", "some-day");
        assertThat(ids(all(null, false, false, FollowUp.LATER, null))).containsExactly("late");
    }

    @Test
    void countsForSomebodyAndTheirGroups() {
        tasks.assign("soon", ADA);
        tasks.followUp("some-day", NOW.plusSeconds(60));
        assertThat(tasks.counts(ADA, Set.of("technical", "legal"), 100)).isEqualTo(new Worklist.Counts(3, 1, 1, 1, 1, 1));
    }

    @Test
    void offersNextWhatIsOnesOwnThenWhatIsForOnesGroupsThenTheMostUrgent() {
        assertThat(tasks.next(ADA, Set.of())).get().extracting(TaskRow::id).isEqualTo("late");
        assertThat(tasks.next(ADA, Set.of("legal"))).get().extracting(TaskRow::id).isEqualTo("some-day");
        tasks.assign("soon", ADA);
        assertThat(tasks.next(ADA, Set.of("legal"))).get().extracting(TaskRow::id).isEqualTo("soon");
        tasks.followUp("soon", NOW.plusSeconds(60));
        tasks.assign("late", "user:bob");
        tasks.assign("some-day", "user:bob");
        assertThat(tasks.next(ADA, Set.of("legal"))).isEmpty();
    }

    @Test
    void knowsWhoBelongsToWhichGroup() {
        groups.put(ADA, Set.of("legal", "night-shift"));
        groups.put(ADA, Set.of("night-shift"));
        assertThat(groups.of(ADA)).containsExactly("night-shift");
        assertThat(new TaskGroups(groups).all()).containsExactly("legal", "night-shift", "operations", "technical");
    }
}
