package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Environment;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A task as the pages show it.
 *
 * @param reason why a person is needed, as a sentence, or null where the question says it all
 * @param noteError why the note was not enough, or null
 * @param dueExactly when it is due, by the clock of who reads it
 * @param due its due day as a form has it, and likewise {@code followUp}; null where there is none
 */
record TaskView(String id, String onboarding, String leg, String kind, String reason, Task.Subject subject, String bankName, String title,
        String question, List<String> instructions, String detail, List<Task.Datum> links, List<Task.Datum> data,
        List<Task.FileOffer> files, List<TaskField> fields, List<AnswerView> answers, boolean isOpen, String closedBecause, String noteError,
        String group, String assignee, boolean isMine, TimeView createdAt, TimeView dueAt, String dueExactly, boolean isOverdue, LocalDate due,
        TimeView followUpAt, LocalDate followUp, TimeView completedAt, String completedBy, SecretWords secretWords) {

    private static final String OF_ACCOUNT = "account.";

    /** A button and what follows from it. */
    record AnswerView(String word, String label, String consequence, String tone) { }

    /**
     * Who reads it, and what they have typed into its form so far.
     *
     * @param kept the secret fields that are in the vault already
     * @param wrong what is wrong with what was typed, by field
     */
    record Reader(String me, ZoneId zone, Map<String, String> typed, Set<String> kept, Map<String, String> wrong) { }

    static TaskView of(Task task, String bankName, Reader reader, Instant now) {
        boolean open = task.state() == Task.State.OPEN;
        return new TaskView(task.id(), task.onboarding(), task.leg(), TaskWording.kind(task.kind()), TaskWording.reason(task.reason()),
                task.subject(), bankName, title(task, bankName), task.question(), lines(task.instructions()), task.detail(),
                task.data().stream().filter(Task.Datum::isLink).toList(), task.data().stream().filter(datum -> !datum.isLink()).toList(),
                task.files(), task.fields().stream().map(field -> TaskField.of(field, reader)).toList(),
                task.outcomes().stream().map(answer -> new AnswerView(Wording.word(answer), TaskWording.button(answer, task),
                        TaskWording.consequence(answer, task), TaskWording.tone(answer))).toList(),
                open, open ? null : closed(task), reader.wrong().get("note"), task.group(), Wording.actor(task.assignee()), reader.me().equals(task.assignee()),
                TimeView.of(task.createdAt(), now), TimeView.of(task.dueAt(), now), TimeView.words(task.dueAt()),
                open && task.dueAt() != null && task.dueAt().isBefore(now), day(task.dueAt(), reader.zone()),
                TimeView.of(task.followUpAt(), now), day(task.followUpAt(), reader.zone()), TimeView.of(task.completedAt(), now),
                Wording.actor(task.completedBy()), SecretWords.of(task.secrets()));
    }

    /** As a line of a list, for whoever reads it. */
    static TaskView line(Task task, String bankName, String me, ZoneId zone, Instant now) {
        return of(task, bankName, new Reader(me, zone, Map.of(), Set.of(), Map.of()), now);
    }

    /** A text of it in pieces; those that speak of its secrets lead to where they can be shown. */
    public List<SecretWords.Part> parts(String text) {
        return secretWords.parts(text);
    }

    /** Whether real customers' data is behind it. */
    public boolean isLive() {
        return subject.kind() == Environment.Kind.LIVE;
    }

    /** Whether somebody has it. */
    public boolean isClaimed() {
        return assignee != null && !assignee.isEmpty();
    }

    /** Whether it was put off to a day that is yet to come. */
    public boolean isPutOff() {
        return isOpen && followUpAt != null && followUpAt.isAhead();
    }

    /** Whether it lists what is to be cleared up at the bank. */
    public boolean isCleanUp() {
        return kind.equals(TaskWording.kind(Task.Kind.CLEAN_UP));
    }

    /** Whether a file is asked for. */
    public boolean takesFiles() {
        return fields.stream().anyMatch(field -> "file".equals(field.inputType()));
    }

    /** What is asked of an account that is there already, apart from what the leg asks. */
    public List<TaskField> accountFields() {
        return fields.stream().filter(field -> field.name().startsWith(OF_ACCOUNT)).toList();
    }

    /** What the leg itself asks. */
    public List<TaskField> ownFields() {
        return fields.stream().filter(field -> !field.name().startsWith(OF_ACCOUNT)).toList();
    }

    /** Whether anything was told of an account already, or has to be. */
    public boolean tellsOfAccount() {
        return accountFields().stream().anyMatch(field -> field.isKept() || field.error() != null || field.value() != null && !field.value().isBlank());
    }

    /** What is wrong, each with its field. */
    public List<TaskField> mistakes() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    /** The title, with the bank by its name where the task names only its id. */
    static String title(Task task, String bankName) {
        return task.kind() == Task.Kind.CLEAN_UP ? say("task.clean-up-at", bankName) : task.title();
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** A sentence's beginning as it stands inside another one. */
    private static String inside(String beginning) {
        return beginning.startsWith("I ") ? beginning : beginning.substring(0, 1).toLowerCase(Locale.ROOT) + beginning.substring(1);
    }

    /** Why nobody need answer it any more, as a sentence. */
    static String closed(Task task) {
        if (task.state() == Task.State.SUPERSEDED) {
            return say("task.nobody-has-to-do-this");
        }
        return say("task.answered-2", (task.outcome() == null ? "done" : inside(TaskWording.button(task.outcome(), task))));
    }
}
