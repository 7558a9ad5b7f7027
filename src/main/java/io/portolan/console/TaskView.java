package io.portolan.console;

import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.ValueType;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A task as the pages show it, with what was typed before and what is wrong with it. */
record TaskView(String id, String onboarding, String leg, String kind, String bank, String bankName, String title,
        String question, List<String> instructions, String detail, List<Task.Datum> data, List<FieldView> fields,
        List<EvidenceItem> evidence, List<AnswerView> answers, boolean isOpen, String closedBecause, String assignee,
        boolean isMine, TimeView createdAt, TimeView dueAt, boolean isOverdue, TimeView completedAt,
        String completedBy) {

    /** A field of the form; a secret one never has a value. */
    record FieldView(String name, String label, String inputType, boolean isLong, boolean secret, boolean required,
            String hint, String value, String error) { }

    /** A button and what follows from it. */
    record AnswerView(String word, String label, String consequence, String tone) { }

    static TaskView of(Task task, String bankName, List<EvidenceItem> evidence, String me, Map<String, String> typed,
            Map<String, String> wrong, Instant now) {
        boolean open = task.state() == Task.State.OPEN;
        return new TaskView(task.id(), task.onboarding(), task.leg(), kind(task.kind()), task.bank(), bankName,
                title(task, bankName), task.question(), lines(task.instructions()), task.detail(), task.data(),
                task.fields().stream().map(field -> field(field, typed, wrong)).toList(), evidence,
                task.outcomes().stream().map(answer -> answer(answer, task)).toList(), open,
                open ? null : closed(task), Wording.actor(task.assignee()), me.equals(task.assignee()),
                TimeView.of(task.createdAt(), now), TimeView.of(task.dueAt(), now),
                open && task.dueAt() != null && task.dueAt().isBefore(now), TimeView.of(task.completedAt(), now),
                Wording.actor(task.completedBy()));
    }

    /** Whether somebody has it. */
    public boolean isClaimed() {
        return assignee != null && !assignee.isEmpty();
    }

    /** The title, with the bank by its name where the task names only its id. */
    static String title(Task task, String bankName) {
        return task.kind() == Task.Kind.CLEAN_UP ? "Clean up at " + bankName : task.title();
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String kind(Task.Kind kind) {
        return switch (kind) {
            case LEG -> "A leg needs a person";
            case REJECTION -> "The bank has rejected";
            case CLEAN_UP -> "Clean up at the bank";
            case NOTICE -> "To be looked at";
        };
    }

    private static String closed(Task task) {
        if (task.state() == Task.State.SUPERSEDED) {
            return "Nobody has to do this any more: it was settled in another way.";
        }
        return "Answered: " + (task.outcome() == null ? "done" : Wording.button(task.outcome()).toLowerCase(Locale.ROOT)) + ".";
    }

    private static FieldView field(Task.Field field, Map<String, String> typed, Map<String, String> wrong) {
        var type = field.secret() ? "password" : switch (field.type() == null ? ValueType.LINE : field.type()) {
            case URL -> "url";
            case DATE -> "date";
            default -> "text";
        };
        return new FieldView(field.name(), field.label(), type, isLong(field), field.secret(), field.required(),
                hint(field), field.secret() ? null : typed.get(field.name()), wrong.get(field.name()));
    }

    private static boolean isLong(Task.Field field) {
        return !field.secret() && (field.type() == ValueType.PEM || field.type() == ValueType.TEXT);
    }

    private static String hint(Task.Field field) {
        if (field.secret()) {
            return "Goes straight to the vault and is never shown again.";
        }
        return switch (field.type() == null ? ValueType.LINE : field.type()) {
            case UUID -> "Such as 123e4567-e89b-12d3-a456-426614174000";
            case URL -> "With https:// at its beginning";
            case PEM -> "From -----BEGIN to -----END";
            default -> null;
        };
    }

    private static AnswerView answer(PersonAnswer answer, Task task) {
        var tone = switch (answer) {
            case DONE -> "primary";
            case GIVE_UP, REJECTED -> "danger";
            default -> "secondary";
        };
        return new AnswerView(Wording.word(answer), Wording.button(answer, task.kind()),
                Wording.consequence(answer, task.kind(), !task.fields().isEmpty()), tone);
    }
}
