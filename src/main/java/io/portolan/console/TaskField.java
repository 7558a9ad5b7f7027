package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.playbook.ValueType;
import io.portolan.worklist.Task;
import java.util.List;

/**
 * A field of the form of a task; a secret one never has a value.
 *
 * @param isKept whether its secret is in the vault already, so that it may stay empty
 */
record TaskField(String name, String label, String inputType, boolean isLong, boolean secret, boolean required, List<String> choices,
        String hint, boolean isKept, String value, String error) {

    static TaskField of(Task.Field field, TaskView.Reader reader) {
        return new TaskField(field.name(), field.label(), inputType(field), isLong(field), field.secret(), field.required(), field.choices(),
                hint(field), reader.kept().contains(field.name()), field.secret() ? null : reader.typed().get(field.name()),
                reader.wrong().get(field.name()));
    }

    private static ValueType type(Task.Field field) {
        return field.type() == null ? ValueType.LINE : field.type();
    }

    private static String inputType(Task.Field field) {
        if (type(field) == ValueType.FILE) {
            return "file";
        }
        return field.secret() ? "password" : switch (type(field)) {
            case URL -> "url";
            case DATE -> "date";
            default -> "text";
        };
    }

    /** A box for a password would swallow the line breaks of a key. */
    private static boolean isLong(Task.Field field) {
        return type(field) == ValueType.PEM || type(field) == ValueType.LIST || type(field) == ValueType.TEXT && !field.secret();
    }

    private static String hint(Task.Field field) {
        var form = switch (type(field)) {
            case UUID -> say("task.such-as-123e4567-e89b-12d3");
            case URL -> say("task.with-https-at-its-beginning");
            case DATE_TIME -> say("task.such-as-2026-11-30t10");
            case PEM -> say("task.from-begin-to-end");
            case NUMBER -> say("task.a-number-such-as-3600");
            case LIST -> say("task.one-per-line");
            case FILE -> say("task.10-mb-at-most");
            default -> null;
        };
        var vault = field.secret() ? say("task.goes-straight-to-the-vault") : null;
        return form == null ? vault : vault == null ? form : form + ". " + vault;
    }
}
