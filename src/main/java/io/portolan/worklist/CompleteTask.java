package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.AccountFound;
import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.onboarding.AnswerOfPerson;
import io.portolan.onboarding.AnswerWhileWaiting;
import io.portolan.onboarding.Facts;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Places;
import io.portolan.refusal.Refused;
import io.portolan.vault.SecretName;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person's answer: checks it, keeps what was brought back, and carries the onboarding on. Secrets are in the vault before the
 * transaction begins, which then only holds their names; if it fails, the person need not have them again.
 */
@Component
class CompleteTask {

    private final JdbcTasks tasks;
    private final JdbcDossiers dossiers;
    private final TaskForms forms;
    private final TypedSecrets typed;
    private final SignUpQuestion signUp;
    private final KeptProofs proofs;
    private final Orders orders;
    private final AnswerOfPerson answerOfPerson;
    private final LeftAtBank leftAtBank;
    private final AnswerWhileWaiting answerWhileWaiting;
    private final Captures captures;
    private final Facts facts;
    private final Journal journal;
    private final TransactionTemplate transactions;

    CompleteTask(JdbcTasks tasks, JdbcDossiers dossiers, TaskForms forms, TypedSecrets typed, SignUpQuestion signUp, KeptProofs proofs, Orders orders,
            AnswerOfPerson answerOfPerson, AnswerWhileWaiting answerWhileWaiting, LeftAtBank leftAtBank, Captures captures, Facts facts,
            Journal journal, TransactionTemplate transactions) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.forms = forms;
        this.typed = typed;
        this.signUp = signUp;
        this.proofs = proofs;
        this.orders = orders;
        this.answerOfPerson = answerOfPerson;
        this.leftAtBank = leftAtBank;
        this.answerWhileWaiting = answerWhileWaiting;
        this.captures = captures;
        this.facts = facts;
        this.journal = journal;
        this.transactions = transactions;
    }

    void with(String id, Worklist.Completion completion, String user) {
        var seen = open(tasks.find(id), id);
        var asked = forms.whole(seen);
        var check = new CompletionCheck(asked, completion);
        check.isOffered();
        check.hasNote();
        if (seen.leg() == null) {
            check.isWhole(Set.of());
            transactions.executeWithoutResult(status -> seenTo(open(tasks.lock(id), id), completion, user));
            return;
        }
        var rest = completion.outcome() == PersonAnswer.ACCOUNT_EXISTS ? signUp.look(seen) : null;
        var secrets = typed.keep(asked, orders.order(seen.onboarding(), seen.leg()).tpp(), completion, user);
        isWhole(check, asked, completion, secrets, rest);
        var proof = proofs.keep(asked, completion);
        transactions.executeWithoutResult(status -> {
            var order = lockOnboarding(seen);
            proof.ifPresent(kept -> journal.write(kept.by(user)));
            carryOn(order, seen.id(), completion, secrets, rest, user);
        });
    }

    private void isWhole(CompletionCheck check, Task asked, Worklist.Completion completion, Map<String, SecretName> secrets, AccountFound.Rest rest) {
        check.isWhole(secrets.keySet(), signUp.wrong(asked, completion, secrets), rest == null ? List.of() : rest.lacking());
    }

    /** The onboarding is locked before the task, as everywhere; what was checked is checked again, since it was not locked then. */
    private void carryOn(LegOrder order, String id, Worklist.Completion completion, Map<String, SecretName> secrets, AccountFound.Rest rest, String user) {
        var row = open(tasks.lock(id), id);
        var task = forms.whole(row);
        var check = new CompletionCheck(task, completion);
        check.isOffered();
        check.hasNote();
        isWhole(check, task, completion, secrets, rest);
        if (signUp.isAsked(row, order)) {
            signUp.keep(order, completion, secrets, rest, user);
        }
        if (row.kind() != Task.Kind.REJECTION) {
            keepValues(task, order, completion, secrets, user);
        }
        close(row, completion, user);
        if (row.kind() == Task.Kind.WAIT) {
            answerWhileWaiting.with(row.onboarding(), row.leg(), completion.outcome(), completion.note(), user);
            return;
        }
        answerOfPerson.with(new AnswerOfPerson.Said(row.onboarding(), row.leg(), row.handle(), row.kind() == Task.Kind.REJECTION,
                completion.outcome(), completion.note(), user, row.kind() == Task.Kind.REJECTION ? completion.values().get(AnswerOfPerson.BACK_TO) : null));
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
        close(row, completion, user);
        if (row.kind() == Task.Kind.CLEAN_UP) {
            leftAtBank.clearAll(row.onboarding(), completion.note(), user);
        }
        journal.write(Act.by(user, row.onboarding(), row.kind() == Task.Kind.NOTICE ? "seen-to" : "cleaned-up", completion.note()));
    }

    private void close(TaskRow row, Worklist.Completion completion, String user) {
        tasks.complete(row.id(), completion.outcome(), completion.note(), user);
        dossiers.happened(row.id(), user, "completed", CompletionCheck.word(completion.outcome())
                + (completion.note() == null ? "" : ": " + completion.note()));
    }

    TaskRow open(Optional<TaskRow> found, String id) {
        var row = found.orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        return switch (row.state()) {
            case OPEN -> row;
            case COMPLETED -> throw Refused.conflict("task-already-completed",
                    row.completedBy() + " has finished this task at " + row.completedAt().truncatedTo(ChronoUnit.SECONDS) + ", with the answer "
                            + CompletionCheck.word(row.outcome()) + ". Nothing of this call was done.",
                    Map.of("outcome", CompletionCheck.word(row.outcome()), "completedBy", row.completedBy(), "completedAt", row.completedAt().toString(), "onboarding", row.onboarding()));
            case SUPERSEDED -> throw Refused.conflict("task-superseded",
                    "This task is no longer needed: the onboarding went on without it. Nothing of this call was done.",
                    Map.of("onboarding", row.onboarding(), "supersededAt", row.completedAt().toString()));
        };
    }

    private void keepValues(Task task, LegOrder order, Worklist.Completion completion, Map<String, SecretName> secrets, String user) {
        for (var field : task.fields()) {
            var value = completion.values().get(field.name());
            if (TaskForms.PROOF.equals(field.name()) || field.name().startsWith(SignUpQuestion.OF_ACCOUNT)) {
                continue;
            }
            if (secrets.containsKey(field.name())) {
                captures.keepReference(order.onboarding(), order.leg().id(), field.name(), secrets.get(field.name()), null);
            } else if (value != null && !value.isBlank() && field.name().startsWith(Places.ASK)) {
                var fact = field.name().substring(Places.ASK.length());
                facts.supplyMissing(order.playbook().bank(), order.environmentName(), order.playbook().branchOfFact(fact, order.branch()), fact,
                        value.strip(), completion.note(), user);
            } else if (value != null && !value.isBlank()) {
                captures.keep(order.onboarding(), order.leg().id(), field.name(), value.strip(), null);
            }
        }
    }
}
