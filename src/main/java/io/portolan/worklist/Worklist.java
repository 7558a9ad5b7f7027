package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.onboarding.Cursor;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of what only people can do. */
@Component
public class Worklist {

    private final JdbcTasks tasks;
    private final TaskForms forms;
    private final CompleteTask completeTask;
    private final Journal journal;

    Worklist(JdbcTasks tasks, TaskForms forms, CompleteTask completeTask, Journal journal) {
        this.tasks = tasks;
        this.forms = forms;
        this.completeTask = completeTask;
        this.journal = journal;
    }

    /** What to look for; what is null fits all. */
    public record Filter(String onboarding, String assignee, Task.State state) { }

    /** A page and the cursor of the next one, or null. */
    public record Page(List<Task> items, String next) { }

    /** What a person says; a value of a secret field goes to the vault and nowhere else. */
    public record Completion(PersonAnswer outcome, Map<String, String> values, String note) {

        /** Shows no value, since one may be secret. */
        @Override
        public String toString() {
            return "Completion[outcome=" + outcome + ", values=" + values.keySet() + "]";
        }
    }

    /** The task of this id. */
    public Optional<Task> find(String id) {
        return tasks.find(id).map(forms::whole);
    }

    /** A page of them, oldest first, from the cursor on. */
    public Page page(Filter filter, String cursor, int limit) {
        var found = tasks.page(filter, Cursor.read(cursor), limit + 1);
        var more = found.size() > limit;
        var items = (more ? found.subList(0, limit) : found).stream().map(forms::whole).toList();
        return new Page(items, more ? new Cursor(found.get(limit - 1).createdAt(), found.get(limit - 1).id()).written() : null);
    }

    /**
     * Takes a task for oneself; taking one over from somebody else is journalled.
     *
     * @throws Refused with codes {@code unknown-task}, {@code task-already-completed}, {@code task-superseded}
     */
    @Transactional
    public Task claim(String id, String user) {
        var task = lockOpen(id);
        tasks.assign(id, user);
        if (task.assignee() != null && !task.assignee().equals(user)) {
            journal.write(Act.by(user, task.onboarding(), "task-taken-over", "\"" + task.title() + "\" was taken over from " + task.assignee() + "."));
        }
        return find(id).orElseThrow();
    }

    /** Gives a task back; with the same refusals as {@link #claim}. */
    @Transactional
    public Task release(String id, String user) {
        var task = lockOpen(id);
        tasks.assign(id, null);
        if (task.assignee() != null && !task.assignee().equals(user)) {
            journal.write(Act.by(user, task.onboarding(), "task-released", "\"" + task.title() + "\" was taken from " + task.assignee() + "."));
        }
        return find(id).orElseThrow();
    }

    /**
     * Completes a task and carries the onboarding on.
     *
     * @throws Refused with codes {@code unknown-task}, {@code task-already-completed}, {@code task-superseded},
     *         {@code outcome-not-offered}, {@code missing-values}, {@code invalid-values}, {@code unknown-values}
     */
    @Transactional
    public Task complete(String id, Completion completion, String user) {
        completeTask.with(id, completion, user);
        return find(id).orElseThrow();
    }

    private TaskRow lockOpen(String id) {
        return completeTask.open(tasks.lock(id), id);
    }
}
