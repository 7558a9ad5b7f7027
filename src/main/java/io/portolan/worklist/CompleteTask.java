package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.onboarding.AnswerOfPerson;
import io.portolan.onboarding.Facts;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Places;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a person's answer: checks it, keeps what was brought back, and carries the onboarding on. */
@Component
class CompleteTask {

    private final JdbcTasks tasks;
    private final TaskForms forms;
    private final AnswerOfPerson answerOfPerson;
    private final Captures captures;
    private final Facts facts;
    private final Journal journal;

    CompleteTask(JdbcTasks tasks, TaskForms forms, AnswerOfPerson answerOfPerson, Captures captures, Facts facts, Journal journal) {
        this.tasks = tasks;
        this.forms = forms;
        this.answerOfPerson = answerOfPerson;
        this.captures = captures;
        this.facts = facts;
        this.journal = journal;
    }

    void with(String id, Worklist.Completion completion, String user) {
        var seen = open(tasks.find(id), id);
        if (seen.kind() == Task.Kind.CLEAN_UP || seen.kind() == Task.Kind.NOTICE) {
            seenTo(open(tasks.lock(id), id), completion, user);
            return;
        }
        // the onboarding is locked before the task, as everywhere
        var order = lockOnboarding(seen);
        var row = open(tasks.lock(id), id);
        var task = forms.whole(row);
        check(task, completion);
        keepValues(task, order, completion, user);
        tasks.complete(id, completion.outcome(), completion.note(), user);
        answerOfPerson.with(new AnswerOfPerson.Said(row.onboarding(), row.leg(), row.handle(), row.kind() == Task.Kind.REJECTION,
                completion.outcome(), completion.note(), user));
    }

    private LegOrder lockOnboarding(TaskRow row) {
        try {
            return answerOfPerson.lock(row.onboarding(), row.leg());
        } catch (Refused over) {
            throw over.code().equals("onboarding-finished")
                    ? Refused.conflict("task-superseded", "This task is no longer needed: its onboarding is over.", over.about()) : over;
        }
    }

    private void seenTo(TaskRow row, Worklist.Completion completion, String user) {
        check(forms.whole(row), completion);
        tasks.complete(row.id(), completion.outcome(), completion.note(), user);
        journal.write(Act.by(user, row.onboarding(), row.kind() == Task.Kind.NOTICE ? "seen-to" : "cleaned-up", completion.note()));
    }

    TaskRow open(Optional<TaskRow> found, String id) {
        var row = found.orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        return switch (row.state()) {
            case OPEN -> row;
            case COMPLETED -> throw Refused.conflict("task-already-completed",
                    "This task was completed by " + row.completedBy() + " at " + row.completedAt() + ".",
                    Map.of("outcome", word(row.outcome()), "completedBy", row.completedBy()));
            case SUPERSEDED -> throw Refused.conflict("task-superseded",
                    "This task is no longer needed: the onboarding went on without it.", Map.of("onboarding", row.onboarding()));
        };
    }

    private static void check(Task task, Worklist.Completion completion) {
        if (completion.outcome() == null || !task.outcomes().contains(completion.outcome())) {
            throw Refused.invalid("outcome-not-offered", "This task may be answered with one of: "
                    + task.outcomes().stream().map(CompleteTask::word).collect(Collectors.joining(", ")) + ".", Map.of("outcome", "not offered"));
        }
        var known = task.fields().stream().map(Task.Field::name).toList();
        var unknown = completion.values().keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refused.invalid("unknown-values", "This task does not ask for " + String.join(", ", unknown) + ".",
                    unknown.stream().collect(Collectors.toMap(name -> name, name -> known.isEmpty() ? "nothing is asked for" : "asked for are: " + String.join(", ", known))));
        }
        var wrong = new LinkedHashMap<String, String>();
        for (var field : task.fields()) {
            var value = completion.values().get(field.name());
            if (value == null || value.isBlank()) {
                if (field.required() && completion.outcome() == PersonAnswer.DONE) {
                    wrong.put(field.name(), field.label() + " is needed");
                }
            } else {
                FieldCheck.wrong(field, value).ifPresent(sentence -> wrong.put(field.name(), sentence));
            }
        }
        if (!wrong.isEmpty()) {
            var missingOnly = wrong.values().stream().allMatch(sentence -> sentence.endsWith(" is needed"));
            throw Refused.invalid(missingOnly ? "missing-values" : "invalid-values", String.join(". ", wrong.values()) + ".", wrong);
        }
    }

    private void keepValues(Task task, LegOrder order, Worklist.Completion completion, String user) {
        for (var field : task.fields()) {
            var value = completion.values().get(field.name());
            if (value == null || value.isBlank()) {
                continue;
            }
            if (field.name().startsWith(Places.ASK)) {
                facts.supply(order.playbook().bank(), order.environmentName(), field.name().substring(Places.ASK.length()),
                        value.strip(), completion.note(), user);
            } else if (field.secret()) {
                try (var secret = Secret.of(value.strip())) {
                    captures.keepSecret(order.onboarding(), order.tpp(), order.leg().id(), field.name(), secret, null);
                }
            } else {
                captures.keep(order.onboarding(), order.leg().id(), field.name(), value.strip(), null);
            }
        }
    }

    private static String word(PersonAnswer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
