package io.portolan.worklist;

import io.portolan.onboarding.Cursor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What somebody is to see to by the end of today: what is theirs, and what nobody of their groups has taken yet. */
@Component
public class TasksOfToday {

    private final JdbcTasksOfToday tasks;
    private final TaskGroups groups;
    private final WorklistSettings settings;
    private final Clock clock;

    TasksOfToday(JdbcTasksOfToday tasks, TaskGroups groups, WorklistSettings settings, Clock clock) {
        this.tasks = tasks;
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of them, those due first before the others; of one TPP, or of all where that is null. */
    public Worklist.Page page(String user, String tpp, String cursor, int limit) {
        var found = tasks.page(user, groups.of(user), tpp, endOfToday(), Cursor.read(cursor), limit + 1);
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return new Worklist.Page((last == null ? found : found.subList(0, limit)).stream().map(TaskForms::brief).toList(),
                last == null ? null : new Cursor(last.dueAt(), last.id()).written());
    }

    /** How many there are, counted up to a number. */
    public long count(String user, String tpp, int most) {
        return tasks.count(user, groups.of(user), tpp, endOfToday(), most);
    }

    private Instant endOfToday() {
        return LocalDate.ofInstant(clock.instant(), settings.zone()).plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }
}
