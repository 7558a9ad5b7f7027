package io.portolan.worklist;

import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.Orders;
import io.portolan.leg.OurData;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Places;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import io.portolan.playbook.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a task asks for and offers, read from the leg that it is about. */
@Component
class TaskForms {

    private final Orders orders;
    private final LegQueue legs;
    private final Captures captures;
    private final OurData ourData;

    TaskForms(Orders orders, LegQueue legs, Captures captures, OurData ourData) {
        this.orders = orders;
        this.legs = legs;
        this.captures = captures;
        this.ourData = ourData;
    }

    Task whole(TaskRow row) {
        if (row.kind() == Task.Kind.CLEAN_UP || row.kind() == Task.Kind.NOTICE) {
            return task(row, List.of(), List.of(), List.of(PersonAnswer.DONE));
        }
        if (row.kind() == Task.Kind.REJECTION) {
            return task(row, List.of(), List.of(), List.of(PersonAnswer.AGAIN, PersonAnswer.REJECTED));
        }
        var order = orders.order(row.onboarding(), row.leg());
        return task(row, data(order), fields(order), outcomes(order));
    }

    /** The task without what it asks for and offers, for lists. */
    static Task brief(TaskRow row) {
        return task(row, List.of(), List.of(), List.of());
    }

    private static Task task(TaskRow row, List<Task.Datum> data, List<Task.Field> fields, List<PersonAnswer> outcomes) {
        return new Task(row.id(), row.onboarding(), row.leg(), row.kind(), row.reason(), row.bank(), row.title(), row.question(),
                row.instructions(), row.detail(), data, fields, row.evidence(), row.state() == Task.State.OPEN ? outcomes : List.of(),
                row.state(), row.group(), row.assignee(), row.createdAt(), row.dueAt(), row.followUpAt(), row.completedAt(),
                row.completedBy(), row.outcome());
    }

    /** What the leg has not brought back yet, and the facts that it lacks. */
    private List<Task.Field> fields(LegOrder order) {
        var fields = new ArrayList<Task.Field>();
        order.leg().captures().forEach((name, capture) -> {
            if (captures.find(order.onboarding(), order.leg().id(), name).isEmpty()) {
                fields.add(new Task.Field(name, capture.label() == null ? inWords(name) : capture.label(),
                        capture.type() == null ? ValueType.LINE : capture.type(), capture.secret(), !capture.optional()));
            }
        });
        missingFact(order).ifPresent(fields::add);
        return List.copyOf(fields);
    }

    private java.util.Optional<Task.Field> missingFact(LegOrder order) {
        return legs.find(order.onboarding(), order.leg().id())
                .filter(row -> Outcome.Reason.MISSING_DATA.name().equals(row.reason()))
                .flatMap(row -> order.playbook().ask().keySet().stream().filter(fact -> row.text().contains(Places.ASK + fact)).findFirst())
                .map(fact -> new Task.Field(Places.ASK + fact, inWords(fact) + " (" + order.playbook().ask().get(fact) + ")",
                        ValueType.LINE, false, false));
    }

    private List<PersonAnswer> outcomes(LegOrder order) {
        var answers = new ArrayList<>(List.of(PersonAnswer.values()));
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

    /** Our data for the person to copy, as far as we have it and it is no secret. */
    private List<Task.Datum> data(LegOrder order) {
        if (!(order.leg().work() instanceof OperatorWork work)) {
            return List.of();
        }
        return Stream.concat(work.links().stream().map(link -> datum("Link", link, order)),
                work.data().entrySet().stream().map(datum -> datum(datum.getKey(), datum.getValue(), order)))
                .flatMap(java.util.Optional::stream).toList();
    }

    private java.util.Optional<Task.Datum> datum(String label, Template template, LegOrder order) {
        var missing = new ArrayList<String>();
        var text = template.filled(place -> {
            var value = place.startsWith(Places.CAPTURED)
                    ? captures.latest(order.onboarding(), place.substring(Places.CAPTURED.length()))
                            .filter(kept -> kept.secret() == null).<Value>map(kept -> new Value.Plain(kept.value()))
                    : ourData.value(place, order);
            if (value.orElse(null) instanceof Value.Plain plain) {
                return plain.text();
            }
            missing.add(place);
            return "";
        });
        return missing.isEmpty() ? java.util.Optional.of(new Task.Datum(label, text)) : java.util.Optional.empty();
    }

    static String inWords(String name) {
        var words = name.replace('-', ' ').replace('.', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
