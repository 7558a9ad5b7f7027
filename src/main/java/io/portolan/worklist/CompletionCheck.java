package io.portolan.worklist;

import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a person says of a task is what the task offers and asks for; no sentence here repeats a value. */
final class CompletionCheck {

    private final Task task;
    private final Worklist.Completion completion;

    CompletionCheck(Task task, Worklist.Completion completion) {
        this.task = task;
        this.completion = completion;
    }

    /** Refuses an outcome that is not offered, and values of fields that there are not. */
    void isOffered() {
        if (completion.outcome() == null || !task.outcomes().contains(completion.outcome())) {
            throw Refused.invalid("outcome-not-offered", "This task may be answered with one of: "
                    + task.outcomes().stream().map(CompletionCheck::word).collect(Collectors.joining(", ")) + ".", Map.of("outcome", "not offered"));
        }
        var known = task.fields().stream().map(Task.Field::name).toList();
        var unknown = completion.values().keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refused.invalid("unknown-values", "This task does not ask for " + String.join(", ", unknown) + ".",
                    unknown.stream().collect(Collectors.toMap(name -> name, name -> known.isEmpty() ? "nothing is asked for" : "asked for are: " + String.join(", ", known))));
        }
    }

    /** Refuses without a note what the bank may then have twice; a note with nothing in it is none. */
    void hasNote() {
        if (task.onlyWithNote().contains(completion.outcome()) && (completion.note() == null || completion.note().isBlank())) {
            throw Refused.invalid("note-needed", "The bank may have acted already, and may then have two. Please say in the note how it is known"
                    + " that it has not, or what the bank said when it was asked.", Map.of("note", "has to say how it is known that the bank has not acted"));
        }
    }

    /** Refuses values that are wrong or missing; those that are kept already need not be given again. */
    void isWhole(Set<String> kept) {
        isWhole(kept, Map.of(), List.of());
    }

    /**
     * The same, with what was found wrong of an account.
     *
     * @param lacking what a leg of signing up was to bring and is needed also where the account was there
     */
    void isWhole(Set<String> kept, Map<String, String> ofAccount, List<String> lacking) {
        var wrong = new LinkedHashMap<String, String>();
        for (var field : task.fields()) {
            var value = completion.values().get(field.name());
            if (value != null && !value.isBlank()) {
                FieldCheck.wrong(field, value).ifPresent(sentence -> wrong.put(field.name(), sentence));
            } else if ((field.required() && isAskedFor(field) || completion.outcome() == PersonAnswer.ACCOUNT_EXISTS && lacking.contains(field.name())) && !kept.contains(field.name())) {
                wrong.put(field.name(), field.label() + " is needed");
            }
        }
        wrong.putAll(ofAccount);
        if (!wrong.isEmpty()) {
            var missingOnly = wrong.values().stream().allMatch(sentence -> sentence.endsWith(" is needed"));
            throw Refused.invalid(missingOnly ? "missing-values" : "invalid-values", String.join(". ", wrong.values()) + ".", wrong);
        }
    }

    /** What a leg brings back is there once it is done; what proves that a person has done it, once it is handed in. */
    private boolean isAskedFor(Task.Field field) {
        return completion.outcome() == PersonAnswer.DONE
                || completion.outcome() == PersonAnswer.HANDED_IN && TaskForms.PROOF.equals(field.name());
    }

    static String word(PersonAnswer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
