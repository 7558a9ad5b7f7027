package io.portolan.worklist;

import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.leg.Outcome;
import io.portolan.leg.Replies;
import io.portolan.leg.Value;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Answers the bank by a letter from inside a task, once, after which the leg waits again. */
@Component
public class AnswerByLetter {

    private static final int LONGEST = 20_000;
    private static final Set<String> REASONS = Set.of(Outcome.Reason.BANK_ASKS, Outcome.Reason.MAIL_TO_READ, Outcome.Reason.OVERDUE,
            Outcome.Reason.ESCALATION, Outcome.Reason.PROMISE_BROKEN, Outcome.Reason.REMINDER_DUE).stream().map(Enum::name).collect(Collectors.toSet());

    private final JdbcTasks tasks;
    private final JdbcDossiers dossiers;
    private final TaskForms forms;
    private final Dossier dossier;
    private final CompleteTask completeTask;
    private final Orders orders;
    private final ObjectProvider<Replies> replies;
    private final WorklistSettings settings;

    AnswerByLetter(JdbcTasks tasks, JdbcDossiers dossiers, TaskForms forms, Dossier dossier, CompleteTask completeTask, Orders orders,
            ObjectProvider<Replies> replies, WorklistSettings settings) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.forms = forms;
        this.dossier = dossier;
        this.completeTask = completeTask;
        this.orders = orders;
        this.replies = replies;
        this.settings = settings;
    }

    /** What a person writes, with our files that the task offers and files that were added to the task, by their names and ids. */
    public record Letter(String text, List<String> offers, List<Long> attachments) { }

    /** What became of it: whether one had left before, so that this one was not sent, and whether the task was settled in another way meanwhile. */
    public record Sent(String to, boolean before, boolean isSettled) { }

    /** How a letter would begin; empty where this task asks nothing that a letter could answer. */
    public Optional<Replies.Envelope> envelope(Task task) {
        return isOffered(task) ? Optional.ofNullable(replies.getIfAvailable()).flatMap(all -> all.envelope(order(task))) : Optional.empty();
    }

    /** Where handing in asks for a proof, the letter alone would not do. */
    private static boolean isOffered(Task task) {
        return task.state() == Task.State.OPEN && task.leg() != null && REASONS.contains(task.reason())
                && (task.kind() == Task.Kind.LEG || task.kind() == Task.Kind.WAIT) && task.outcomes().contains(PersonAnswer.HANDED_IN)
                && task.fields().stream().noneMatch(field -> field.name().equals(TaskForms.PROOF) && field.required());
    }

    private LegOrder order(Task task) {
        return orders.order(task.onboarding(), task.leg());
    }

    /**
     * Says what would be sent.
     *
     * @throws Refused as {@link #send}, but for what happens in sending
     */
    public List<Value.File> check(String id, Letter letter) {
        return files(asked(id), letter);
    }

    /**
     * Sends it and answers the task with it; not to be called within a transaction.
     *
     * @throws Refused with codes {@code unknown-task}, {@code task-already-completed}, {@code task-superseded}, {@code letter-not-offered},
     *         {@code missing-values}, {@code invalid-values}, {@code unknown-file}, {@code attachment-too-large}, {@code letter-not-taken},
     *         {@code letter-unknown}
     */
    public Sent send(String id, Letter letter, String user) {
        var task = asked(id);
        var sent = replies.getObject().send(order(task), new Replies.Reply(id, letter.text().strip(), files(task, letter), user));
        if (sent instanceof Replies.Sent.Left left) {
            dossiers.happened(id, user, "written-to", left.to());
            return new Sent(left.to(), left.before(), !completed(id, left.to(), user));
        }
        if (sent instanceof Replies.Sent.NotTaken notTaken) {
            throw Refused.conflict("letter-not-taken", "The letter has not left: " + notTaken.why(), Map.of("task", id));
        }
        throw Refused.conflict("letter-unknown", "Nobody knows whether the letter has left: " + ((Replies.Sent.Unknown) sent).why()
                + " Look among the sent mails or ask the bank; answer \"handed in\" where it has.", Map.of("task", id));
    }

    /** The bank may have moved while the letter was being sent: then nobody waits for the answer any more. */
    private boolean completed(String id, String to, String user) {
        try {
            completeTask.with(id, new Worklist.Completion(PersonAnswer.HANDED_IN, Map.of(), "Answered by a letter to " + to + "."), user);
            return true;
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.CONFLICT) {
                return false;
            }
            throw refusal;
        }
    }

    private Task asked(String id) {
        var task = forms.whole(completeTask.open(tasks.find(id), id));
        if (envelope(task).isEmpty()) {
            throw Refused.conflict("letter-not-offered", "This task cannot be answered by a letter.", Map.of("task", id));
        }
        return task;
    }

    private List<Value.File> files(Task task, Letter letter) {
        if (letter.text() == null || letter.text().isBlank()) {
            throw Refused.invalid("missing-values", "The letter is empty.", Map.of("text", "is needed"));
        }
        if (letter.text().length() > LONGEST) {
            throw Refused.invalid("invalid-values", "This is longer than " + LONGEST + " characters.", Map.of("text", "at most " + LONGEST + " characters"));
        }
        var files = new ArrayList<Value.File>();
        letter.offers().forEach(offer -> files.add(forms.file(tasks.find(task.id()).orElseThrow(), offer)));
        letter.attachments().stream().map(each -> dossier.attachment(task.id(), each)).forEach(found ->
                files.add(new Value.File(found.getKey().name(), found.getKey().mediaType(), found.getValue())));
        if (files.stream().mapToLong(file -> file.content().length).sum() > settings.attachmentLimit().toBytes()) {
            throw Refused.invalid("attachment-too-large", "The files of a letter may have " + settings.saidLimit() + " together at most.",
                    Map.of("files", "larger than " + settings.saidLimit()));
        }
        return List.copyOf(files);
    }
}
