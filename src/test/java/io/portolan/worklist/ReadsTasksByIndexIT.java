package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.filled.FilledDatabase;
import io.portolan.filled.Scans;
import io.portolan.filled.Ways;
import io.portolan.onboarding.Cursor;
import io.portolan.playbook.Environment.Kind;
import io.portolan.worklist.Worklist.Filter;
import io.portolan.worklist.Worklist.FollowUp;
import io.portolan.worklist.Worklist.Order;
import io.portolan.worklist.Worklist.Where;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Lists of tasks are read by an index, however many tasks there are. */
class ReadsTasksByIndexIT {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final Set<String> GROUPS = Set.of("operations", "legal");

    static {
        FilledDatabase.fill(DATABASE, Ways.madeUp(10), new FilledDatabase.Size(400, 200, 5, 10, 3));
    }

    @Test
    void readsNoListWhole() {
        for (var filter : List.of(filter(null, null, false, false, FollowUp.ANY, null), filter("user:admin", null, false, false, FollowUp.NOW, null), filter(null, GROUPS, false, false, FollowUp.NOW, null),
                filter(null, Set.of("operations"), false, false, FollowUp.ANY, null), filter(null, null, true, false, FollowUp.NOW, null), filter(null, null, false, true, FollowUp.ANY, null),
                filter(null, null, false, false, FollowUp.LATER, null), filter(null, null, false, false, FollowUp.ANY, "xx-bank-1"),
                where(new Where("tpp-01", null, null)), where(new Where(null, null, Kind.LIVE)), where(new Where("tpp-02", "xx-bank-1", Kind.TEST)))) {
            assertThat(read(tasks -> tasks.page(filter, null, 50))).as(filter.toString()).isEmpty();
            assertThat(read(tasks -> tasks.page(filter, new Cursor(Instant.now(), "m"), 50))).as("from a place on: " + filter).isEmpty();
            assertThat(read(tasks -> tasks.count(filter, 1000))).as("counted: " + filter).isEmpty();
        }
        assertThat(read(tasks -> tasks.page(new Filter(null, null, null, null, false, false, FollowUp.ANY, Where.ANY, null, Order.LATEST), null, 50))).isEmpty();
        assertThat(read(tasks -> tasks.counts("user:admin", GROUPS, 1000))).isEmpty();
        assertThat(read(tasks -> tasks.next("user:admin", GROUPS))).isEmpty();
        assertThat(Scans.of(DATABASE, client -> new JdbcTaskGroups(client).named())).isEmpty();
        for (var tpp : Arrays.asList(null, "tpp-01")) {
            assertThat(Scans.of(DATABASE, client -> new JdbcTasksOfToday(client, Clock.systemUTC()).count("user:admin", GROUPS, tpp, Instant.now(), 1000))).isEmpty();
            assertThat(Scans.of(DATABASE, client -> new JdbcTasksOfToday(client, Clock.systemUTC()).page("user:admin", GROUPS, tpp, Instant.now(), null, 10))).isEmpty();
        }
    }

    @Test
    void narrowsToATppABankAndEnvironmentsOfAKind() {
        Scans.of(DATABASE, client -> {
            var tasks = new JdbcTasks(client, Clock.systemUTC());
            var all = tasks.page(filter(null, null, false, false, FollowUp.ANY, null), null, 10_000);
            var one = all.get(0).subject();
            for (var where : List.of(new Where(one.tpp(), null, null), new Where(null, null, one.kind()), new Where(one.tpp(), one.bank(), one.kind()))) {
                assertThat(tasks.page(where(where), null, 10_000)).isNotEmpty().isEqualTo(all.stream().filter(task -> where.tpp() == null || where.tpp().equals(task.subject().tpp()))
                        .filter(task -> where.bank() == null || where.bank().equals(task.subject().bank())).filter(task -> where.kind() == null || where.kind() == task.subject().kind()).toList());
            }
            var today = new JdbcTasksOfToday(client, Clock.systemUTC());
            var mine = today.page("user:admin", GROUPS, null, Instant.now(), null, 10_000).stream().filter(task -> task.subject().tpp().equals(one.tpp())).toList();
            assertThat(mine).isNotEmpty().isEqualTo(today.page("user:admin", GROUPS, one.tpp(), Instant.now(), null, 10_000)).hasSize((int) today.count("user:admin", GROUPS, one.tpp(), Instant.now(), 1000));
        });
    }

    @Test
    void countsAndListsTheSameAsLookingAtEachTask() {
        Scans.of(DATABASE, client -> {
            var tasks = new JdbcTasks(client, Clock.systemUTC());
            var all = tasks.page(filter(null, null, false, false, FollowUp.ANY, null), null, 10_000);
            assertThat(all).hasSize(200).isSortedAccordingTo(java.util.Comparator.comparing((TaskRow task) -> task.dueAt() == null ? Worklist.NEVER : task.dueAt()).thenComparing(TaskRow::id));
            var counts = tasks.counts("user:admin", GROUPS, 1000);
            assertThat(counts.open()).isEqualTo(200);
            assertThat(counts.mine()).isEqualTo(now(all).filter(task -> "user:admin".equals(task.assignee())).count());
            assertThat(counts.groups()).isEqualTo(now(all).filter(task -> GROUPS.contains(task.group())).count());
            assertThat(counts.unassigned()).isEqualTo(now(all).filter(task -> task.assignee() == null).count());
            assertThat(counts.overdue()).isEqualTo(all.stream().filter(task -> task.dueAt() != null && task.dueAt().isBefore(Instant.now())).count());
            assertThat(counts.later()).isEqualTo(200 - now(all).count());
            assertThat(tasks.counts("user:admin", GROUPS, 7).open()).isEqualTo(7);
            assertThat(tasks.page(filter(null, GROUPS, false, false, FollowUp.NOW, null), null, 10_000)).hasSize((int) counts.groups());
            assertThat(new JdbcTaskGroups(client).named()).contains("operations", "legal", "security", "certificates");
            assertThat(tasks.next("user:admin", GROUPS).orElseThrow().assignee()).isEqualTo(counts.mine() > 0 ? "user:admin" : null);
        });
    }

    @Test
    void findsTasksByTheBeginningsOfWords() {
        Scans.of(DATABASE, client -> {
            var tasks = new JdbcTasks(client, Clock.systemUTC());
            var one = tasks.page(filter(null, null, false, false, FollowUp.ANY, null), null, 1).get(0);
            assertThat(tasks.page(saying(one.id().toUpperCase(java.util.Locale.ROOT)), null, 10)).containsExactly(one);
            assertThat(tasks.page(saying(one.onboarding()), null, 10)).contains(one);
            assertThat(tasks.page(saying(one.title().substring(0, 4) + " " + one.subject().bank()), null, 10_000)).contains(one);
            assertThat(tasks.page(saying(one.subject().bank() + " nowhere"), null, 10)).isEmpty();
            assertThat(tasks.page(saying(" "), null, 10_000)).hasSize(200);
        });
    }

    private static Filter where(Where where) {
        return new Filter(null, null, Task.State.OPEN, null, false, false, FollowUp.ANY, where, null, Order.DUE);
    }

    private static Filter saying(String text) {
        return new Filter(null, null, Task.State.OPEN, null, false, false, FollowUp.ANY, Where.ANY, text, Order.DUE);
    }

    private static Stream<TaskRow> now(List<TaskRow> all) {
        return all.stream().filter(task -> task.followUpAt() == null || !task.followUpAt().isAfter(Instant.now()));
    }

    private static List<String> read(Consumer<JdbcTasks> queries) {
        return Scans.of(DATABASE, client -> queries.accept(new JdbcTasks(client, Clock.systemUTC())));
    }

    private static Filter filter(String assignee, Set<String> groups, boolean unassigned, boolean overdue, FollowUp followUp, String bank) {
        return new Filter(null, assignee, Task.State.OPEN, groups, unassigned, overdue, followUp, new Where(null, bank, null), null, Order.DUE);
    }
}
