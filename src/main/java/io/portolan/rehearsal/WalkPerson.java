package io.portolan.rehearsal;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MadeUp;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Does what a person is asked in a walk: brings back what is asked for, and says to begin again where the bank has rejected. */
final class WalkPerson {

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&\\s]+)");
    /** So often nobody is asked the same but in a circle. */
    private static final int TOO_OFTEN = 25;
    /** After so many tries a person carries the leg on by hand, so that the legs behind it are seen too. */
    private static final int ONCE_MORE = 10;
    private static final String NOTE = "It is rehearsed: the bank has nothing.";

    private final Stage stage;
    private final RouteWalk walk;
    private final Notes notes;
    private final Map<String, Integer> asked = new HashMap<>();

    WalkPerson(Stage stage, RouteWalk walk, Notes notes) {
        this.stage = stage;
        this.walk = walk;
        this.notes = notes;
    }

    /** Whether there was anything to do. */
    boolean answers(Onboarding onboarding) {
        var tasks = stage.worklist().page(new Worklist.Filter(onboarding.id(), null, Task.State.OPEN), null, 10).items().stream()
                .filter(task -> task.kind() == Task.Kind.LEG || task.kind() == Task.Kind.REJECTION).toList();
        tasks.forEach(task -> answer(task, onboarding));
        return !tasks.isEmpty();
    }

    private void answer(Task task, Onboarding onboarding) {
        var way = walk.way();
        var leg = stage.playbooks().version(onboarding.bank(), onboarding.playbookVersion()).orElseThrow().playbook().environments().get(onboarding.environment())
                .route(onboarding.route()).orElseThrow().leg(task.leg()).orElseThrow();
        var isMain = walk.isMain(onboarding.id());
        if (asked.merge(onboarding.id() + task.leg(), 1, Integer::sum) > TOO_OFTEN) {
            notes.found(way, isMain ? leg : null, "it goes round in a circle: a person is asked at " + task.leg() + " again and again, at last: " + task.question());
            complete(task, PersonAnswer.GIVE_UP, Map.of(), onboarding);
            return;
        }
        var outcome = outcome(task, leg);
        if (isMain && task.kind() == Task.Kind.REJECTION) {
            notes.tried(way, leg, "after a rejection, begin again", "back to " + (leg.onRejected() == null ? leg.id() : leg.onRejected().backTo()), true);
        }
        if (isMain && leg.work() instanceof OperatorWork work && task.kind() == Task.Kind.LEG) {
            checkShown(work, leg, task);
            notes.tried(way, leg, "a person does it", outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), true);
        }
        complete(task, outcome, outcome == PersonAnswer.DONE || outcome == PersonAnswer.HANDED_IN || isFactMissing(task)
                ? values(task, onboarding, outcome) : Map.of(), onboarding);
    }

    private static boolean isFactMissing(Task task) {
        return task.fields().stream().anyMatch(field -> field.name().startsWith(Places.ASK));
    }

    private PersonAnswer outcome(Task task, Leg leg) {
        if (task.kind() == Task.Kind.REJECTION) {
            return PersonAnswer.AGAIN;
        }
        if (leg.work() instanceof OperatorWork work) {
            return work.thenWait() && !isApproved(task) ? PersonAnswer.HANDED_IN : PersonAnswer.DONE;
        }
        if (asked.getOrDefault(task.onboarding() + task.leg(), 0) > ONCE_MORE && task.outcomes().contains(PersonAnswer.DONE) && !isFactMissing(task)) {
            return PersonAnswer.DONE;
        }
        var isByDesign = "BY_DESIGN".equals(task.reason()) || Judgement.asksByItself(leg) && task.outcomes().contains(PersonAnswer.DONE);
        return task.outcomes().contains(PersonAnswer.AGAIN) && !isByDesign ? PersonAnswer.AGAIN
                : task.outcomes().contains(PersonAnswer.DONE) ? PersonAnswer.DONE : PersonAnswer.GIVE_UP;
    }

    private static boolean isApproved(Task task) {
        return task.question() != null && task.question().startsWith("The bank has approved");
    }

    /** All that a person is to copy, open or hand in is there, but for facts that nobody has told yet. */
    private void checkShown(OperatorWork work, Leg leg, Task task) {
        var labels = task.data().stream().map(Task.Datum::label).toList();
        work.data().forEach((label, template) -> {
            if (!labels.contains(label) && isToBeThere(List.of(template))) {
                notes.found(walk.way(), leg, "a person is not shown \"" + label + "\", since " + template + " has no value");
            }
        });
        var links = task.data().stream().filter(datum -> datum.label().equals("Link")).count();
        if (links < work.links().size() && isToBeThere(work.links())) {
            notes.found(walk.way(), leg, "not all of its links have a value: " + work.links());
        }
        if (task.files().size() < work.files().size() && isToBeThere(work.files().values())) {
            notes.found(walk.way(), leg, "not all of its files are there: " + work.files());
        }
    }

    private boolean isToBeThere(Collection<Template> templates) {
        var isAsked = templates.stream().flatMap(template -> template.places().stream()).anyMatch(place -> place.startsWith(Places.ASK));
        var isOptional = templates.stream().flatMap(template -> template.places().stream()).filter(place -> place.startsWith(Places.CAPTURED))
                .map(place -> place.substring(Places.CAPTURED.length())).anyMatch(name -> walk.way().route().legs().stream()
                        .anyMatch(leg -> leg.captures().containsKey(name) && leg.captures().get(name).optional()));
        return !isOptional && (!isAsked || walk.way().walk() > 0);
    }

    private Map<String, String> values(Task task, Onboarding onboarding, PersonAnswer outcome) {
        var playbook = stage.playbooks().version(onboarding.bank(), onboarding.playbookVersion()).orElseThrow().playbook();
        var environment = playbook.environments().get(onboarding.environment());
        var madeUp = new MadeUp(environment, environment.route(onboarding.route()).orElseThrow(), stage.clock());
        var state = STATE.matcher(task.detail() == null ? "" : task.detail());
        var sentBack = state.find() ? "https://tpp.example/callback?code=made-up&state=" + URLDecoder.decode(state.group(1), StandardCharsets.UTF_8) : null;
        var values = new LinkedHashMap<String, String>();
        // what is asked of an account that we may have is not told: a rehearsal signs up
        task.fields().stream().filter(field -> !field.name().startsWith("account."))
                .filter(field -> outcome != PersonAnswer.HANDED_IN || field.name().equals("proof")).forEach(field ->
                values.put(field.name(), sentBack != null && field.required() ? sentBack : madeUp.kept(field.name(), field.type(), field.choices())));
        return values;
    }

    private void complete(Task task, PersonAnswer outcome, Map<String, String> values, Onboarding onboarding) {
        try {
            stage.worklist().complete(task.id(), new Worklist.Completion(outcome, values, NOTE), RouteWalk.ACTOR);
        } catch (Refused refused) {
            if (!refused.code().startsWith("task-")) {
                notes.found(walk.way(), null, "a person cannot answer \"" + task.question() + "\" at " + onboarding.bank() + ", " + task.leg() + ": " + refused.getMessage());
                stage.worklist().complete(task.id(), new Worklist.Completion(PersonAnswer.GIVE_UP, Map.of(), NOTE), RouteWalk.ACTOR);
            }
        }
    }
}
