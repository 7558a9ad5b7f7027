package io.portolan.worklist;

import io.portolan.leg.Captures;
import io.portolan.leg.GrantedServices;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.Orders;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.onboarding.AnswerOfPerson;
import io.portolan.onboarding.AnswerWhileWaiting;
import io.portolan.onboarding.GoBack;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Places;
import io.portolan.playbook.Proof;
import io.portolan.playbook.Stage;
import io.portolan.playbook.ValueType;
import io.portolan.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a task asks for and offers, read from the leg that it is about. */
@Component
class TaskForms {

    /** The field for what a person keeps as proof of having done a leg. */
    static final String PROOF = "proof";

    private final Orders orders;
    private final LegQueue legs;
    private final Captures captures;
    private final GoBack goBack;
    private final TaskData ours;
    private final SecretsOfTasks secrets;
    private final SignUpQuestion signUp;

    TaskForms(Orders orders, LegQueue legs, Captures captures, TaskData ours, SecretsOfTasks secrets, SignUpQuestion signUp, GoBack goBack) {
        this.secrets = secrets;
        this.signUp = signUp;
        this.orders = orders;
        this.legs = legs;
        this.captures = captures;
        this.goBack = goBack;
        this.ours = ours;
    }

    Task whole(TaskRow row) {
        if (row.kind() == Task.Kind.CLEAN_UP || row.kind() == Task.Kind.NOTICE) {
            return task(row, Ours.NONE, List.of(), List.of(PersonAnswer.DONE));
        }
        if (row.kind() == Task.Kind.REJECTION) {
            return task(row, Ours.NONE, List.of(backTo(row)), List.of(PersonAnswer.AGAIN, PersonAnswer.REJECTED));
        }
        var order = orders.order(row.onboarding(), row.leg());
        var isAsked = signUp.isAsked(row, order);
        return task(isAsked ? row.asking(signUp.before(row.question(), order)) : row,
                new Ours(ours.data(order), ours.files(order), row.state() == Task.State.OPEN ? secrets.of(order) : List.of()),
                isAsked ? Stream.concat(fields(order).stream(), signUp.fields(order).stream()).toList() : fields(order),
                row.kind() == Task.Kind.WAIT ? whileWaiting(order) : outcomes(order, isAsked),
                row.kind() == Task.Kind.LEG && legs.repeatsUnseen(order) ? List.of(PersonAnswer.AGAIN) : List.of());
    }

    Value.File file(TaskRow row, String name) {
        if (row.leg() == null) {
            throw Refused.notFound("unknown-file", "There is no such file at this task.");
        }
        return ours.file(orders.order(row.onboarding(), row.leg()), name);
    }

    /** Where to begin again, if not where the playbook leads back to. */
    private Task.Field backTo(TaskRow row) {
        return new Task.Field(AnswerOfPerson.BACK_TO, "Begin again at another leg than that", ValueType.LINE, false, false,
                goBack.earlier(row.onboarding(), row.leg()));
    }

    /** The task without what it asks for and offers, for lists. */
    static Task brief(TaskRow row) {
        return task(row, Ours.NONE, List.of(), List.of());
    }

    /** What of ours a task offers. */
    private record Ours(List<Task.Datum> data, List<Task.FileOffer> files, List<Task.SecretOffer> secrets) {

        static final Ours NONE = new Ours(List.of(), List.of(), List.of());
    }

    private static Task task(TaskRow row, Ours ours, List<Task.Field> fields, List<PersonAnswer> outcomes) {
        return task(row, ours, fields, outcomes, List.of());
    }

    private static Task task(TaskRow row, Ours ours, List<Task.Field> fields, List<PersonAnswer> outcomes, List<PersonAnswer> onlyWithNote) {
        return new Task(row.id(), row.onboarding(), row.leg(), row.kind(), row.reason(), row.subject(), row.title(), row.question(),
                row.instructions(), row.detail(), ours.data(), ours.files(), ours.secrets(), fields, row.evidence(), row.state() == Task.State.OPEN ? outcomes : List.of(),
                row.state() == Task.State.OPEN ? onlyWithNote : List.of(), row.state(), row.group(), row.assignee(), row.createdAt(), row.dueAt(), row.followUpAt(), row.completedAt(),
                row.completedBy(), row.outcome());
    }

    /** What the leg has not brought back yet, and the facts that it lacks. */
    private List<Task.Field> fields(LegOrder order) {
        var fields = new ArrayList<Task.Field>();
        order.leg().captures().forEach((name, capture) -> {
            if (captures.find(order.onboarding(), order.leg().id(), name).filter(kept -> !GrantedServices.isUnreadable(capture, kept)).isEmpty()) {
                fields.add(new Task.Field(name, capture.label() == null ? inWords(name) : capture.label(),
                        capture.type() == null ? ValueType.LINE : capture.type(), capture.secret(), !capture.optional(), capture.choices()));
            }
        });
        Stream.concat(missingFact(order).stream(), ours.missingFacts(order).stream()).distinct()
                .forEach(fact -> fields.add(new Task.Field(Places.ASK + fact, inWords(fact) + " (" + order.playbook().ask().get(fact).who() + ")",
                        order.playbook().ask().get(fact).type(), false, false)));
        proof(order).filter(proof -> fields.stream().noneMatch(field -> field.label().equalsIgnoreCase(proof.label()))).ifPresent(fields::add);
        return List.copyOf(fields);
    }

    /** What proves that a person has done it; a value that is brought back anyway and called the same proves it too. */
    private static Optional<Task.Field> proof(LegOrder order) {
        return Optional.ofNullable(order.leg().work() instanceof OperatorWork ? order.leg().evidence() : null).map(proof ->
                new Task.Field(PROOF, proof.label(), proof.kind() == Proof.Kind.FILE ? ValueType.FILE : ValueType.LINE, false, true));
    }

    private Optional<String> missingFact(LegOrder order) {
        return legs.find(order.onboarding(), order.leg().id())
                .filter(row -> Outcome.Reason.MISSING_DATA.name().equals(row.reason()))
                .flatMap(row -> order.playbook().ask().keySet().stream().filter(fact -> row.text().contains(Places.ASK + fact)).findFirst());
    }

    private List<PersonAnswer> outcomes(LegOrder order, boolean asksForAccount) {
        var answers = new ArrayList<>(List.of(PersonAnswer.values()));
        if (!asksForAccount) {
            answers.remove(PersonAnswer.ACCOUNT_EXISTS);
        }
        var isByDesign = legs.find(order.onboarding(), order.leg().id())
                .map(row -> Outcome.Reason.BY_DESIGN.name().equals(row.reason())).orElse(false);
        if (isByDesign) {
            answers.remove(PersonAnswer.AGAIN);
        }
        if (order.leg().stage() == Stage.VERIFY_ACCESS && !(order.leg().work() instanceof OperatorWork)) {
            // access is proven by a call, not by somebody's word
            answers.remove(PersonAnswer.DONE);
            answers.remove(PersonAnswer.HANDED_IN);
            answers.remove(PersonAnswer.NOT_NEEDED);
        }
        return List.copyOf(answers);
    }

    private static List<PersonAnswer> whileWaiting(LegOrder order) {
        var isProof = order.leg().stage() == Stage.VERIFY_ACCESS && !(order.leg().work() instanceof OperatorWork);
        return AnswerWhileWaiting.offered().stream().filter(answer -> !isProof || answer != PersonAnswer.DONE).toList();
    }

    /** A name or place as people read it, such as {@code Certificate QWAC chain (PEM)}. */
    static String inWords(String name) {
        var words = name.replace('-', ' ').replace('.', ' ').replaceFirst("^certificate qwac\\b", "certificate QWAC")
                .replaceFirst("^certificate qseal\\b", "certificate QSealC").replaceFirst(" pem$", " (PEM)");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
