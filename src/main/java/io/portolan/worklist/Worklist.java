package io.portolan.worklist;

import io.portolan.leg.Value;
import io.portolan.onboarding.Cursor;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Environment;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of what only people can do. */
@Component
public class Worklist {

    /** Where a task without a due date stands among those that have one. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcTasks tasks;
    private final TaskForms forms;
    private final TypedSecrets typed;
    private final CompleteTask completeTask;
    private final ChangeTask changeTask;
    private final TaskGroups groups;

    Worklist(JdbcTasks tasks, TaskForms forms, TypedSecrets typed, CompleteTask completeTask, ChangeTask changeTask, TaskGroups groups) {
        this.tasks = tasks;
        this.forms = forms;
        this.typed = typed;
        this.completeTask = completeTask;
        this.changeTask = changeTask;
        this.groups = groups;
    }

    /** In which order a list is. */
    public enum Order { OLDEST, DUE, LATEST }

    /** Whether those that were put off to a later day are looked for. */
    public enum FollowUp { ANY, NOW, LATER }

    /**
     * What to look for; what is null fits all.
     *
     * @param text words by whose beginnings the title, the TPP, the bank, its environment, the question, the instructions or the ids are found, all of them
     */
    public record Filter(String onboarding, String assignee, Task.State state, Set<String> groups, boolean unassigned, boolean overdue,
            FollowUp followUp, Where where, String text, Order order) {

        /** By onboarding, assignee and state, oldest first. */
        public Filter(String onboarding, String assignee, Task.State state) {
            this(onboarding, assignee, state, null, false, false, FollowUp.ANY, Where.ANY, null, Order.OLDEST);
        }
    }

    /** Whose tasks, at which bank and in environments of which kind; what is null fits all. */
    public record Where(String tpp, String bank, Environment.Kind kind) {

        /** Everywhere. */
        public static final Where ANY = new Where(null, null, null);
    }

    /** A page and the cursor of the next one, or null. */
    public record Page(List<Task> items, String next) { }

    /**
     * How many tasks are open: all, somebody's own, those of their groups, without anybody, overdue, and put off; put-off ones are in none but the first and the last two.
     * More than were to be counted are not.
     */
    public record Counts(long open, long mine, long groups, long unassigned, long overdue, long later) { }

    /** What to change: what is null stays, what is empty is taken away. */
    public record Change(Optional<Instant> due, Optional<Instant> followUp, Optional<String> group, Optional<String> assignee) { }

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

    /** A file that a task offers, by the name of its offer; {@code unknown-task} or {@code unknown-file} where there is none. */
    public Value.File file(String id, String name) {
        return forms.file(tasks.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + ".")), name);
    }

    /** A page of them, in the order of the filter, from the cursor on. */
    public Page page(Filter filter, String cursor, int limit) {
        return page(filter, cursor, limit, forms::whole);
    }

    /** The same without what the tasks ask for and offer. */
    public Page list(Filter filter, String cursor, int limit) {
        return page(filter, cursor, limit, TaskForms::brief);
    }

    private Page page(Filter filter, String cursor, int limit, Function<TaskRow, Task> shown) {
        var found = tasks.page(filter, Cursor.read(cursor), limit + 1);
        var more = found.size() > limit;
        var items = (more ? found.subList(0, limit) : found).stream().map(shown).toList();
        return new Page(items, more ? place(found.get(limit - 1), filter.order()).written() : null);
    }

    private static Cursor place(TaskRow last, Order order) {
        return new Cursor(order != Order.DUE ? last.createdAt() : last.dueAt() == null ? NEVER : last.dueAt(), last.id());
    }

    /** How many there are for somebody, each counted up to a number. */
    public Counts counts(String user, int most) {
        return tasks.counts(user, groups.of(user), most);
    }

    /** How many fit a filter, counted up to a number. */
    public long count(Filter filter, int most) {
        return tasks.count(filter, most);
    }

    /** What somebody does best next. */
    public Optional<Task> next(String user) {
        return tasks.next(user, groups.of(user)).map(TaskForms::brief);
    }

    /** The names of the secret fields that somebody has typed for a task already, and which are in the vault. */
    public Set<String> typedSecrets(Task task, String user) {
        return task.state() == Task.State.OPEN ? typed.kept(task, user).keySet() : Set.of();
    }

    /** Those who may be given a task, as the journal names them. */
    public List<String> people() {
        return changeTask.people();
    }

    /**
     * Takes a task for oneself; taking one over from somebody else is journalled.
     *
     * @throws Refused with codes {@code unknown-task}, {@code task-already-completed}, {@code task-superseded}
     */
    @Transactional
    public Task claim(String id, String user) {
        changeTask.assign(lockOpen(id), user, user);
        return find(id).orElseThrow();
    }

    /** Gives a task back; with the same refusals as {@link #claim}. */
    @Transactional
    public Task release(String id, String user) {
        changeTask.assign(lockOpen(id), null, user);
        return find(id).orElseThrow();
    }

    /**
     * Changes by when a task is due or comes back, which group it is for, and who has it.
     *
     * @throws Refused as {@link #claim}, and with codes {@code invalid-values} and {@code unknown-user}
     */
    @Transactional
    public Task change(String id, Change change, String user) {
        changeTask.with(lockOpen(id), change, user);
        return find(id).orElseThrow();
    }

    /**
     * Completes a task and carries the onboarding on; not to be called within a transaction, since secrets go to the vault first.
     *
     * @throws Refused with codes {@code unknown-task}, {@code task-already-completed}, {@code task-superseded},
     *         {@code outcome-not-offered}, {@code note-needed}, {@code missing-values}, {@code invalid-values}, {@code unknown-values}
     */
    public Task complete(String id, Completion completion, String user) {
        completeTask.with(id, completion, user);
        return find(id).orElseThrow();
    }

    private TaskRow lockOpen(String id) {
        return completeTask.open(tasks.lock(id), id);
    }
}
