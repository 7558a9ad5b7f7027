package io.portolan.rehearsal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Rehearsed;
import io.portolan.leg.Rehearsed.Cue;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Places;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One onboarding of a TPP that is made up, along one route, while each leg is shown its script. */
final class RouteWalk {

    static final String ACTOR = "user:rehearsal";
    /** Longer than anything takes that moves by itself. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(20);

    private final Stage stage;
    private final Way way;
    private final String tpp;
    private final Notes notes;
    private final Map<String, LegScript> scripts = new LinkedHashMap<>();
    private final Map<String, Integer> acts = new ConcurrentHashMap<>();
    private final WalkPerson person;
    private final WalkBank bank;
    private String id;
    private String seen = "";
    private Instant seenAt;

    RouteWalk(Stage stage, Way way, String tpp, Notes notes) {
        this.stage = stage;
        this.way = way;
        this.tpp = tpp;
        this.notes = notes;
        way.legs().forEach(leg -> scripts.put(leg.id(), new LegScript(leg.forServices(way.services()), way.walk())));
        this.person = new WalkPerson(stage, this, notes);
        this.bank = new WalkBank(stage, this, notes);
    }

    String tpp() {
        return tpp;
    }

    Way way() {
        return way;
    }

    /** Starts it; false where that is refused, which is a finding. */
    boolean start() {
        seenAt = stage.clock().instant();
        try {
            id = stage.start().with(new StartRequest(tpp, way.bank(), way.branch(), way.environmentName(), null,
                    way.services().stream().map(Enum::name).sorted().toList(), way.route().name()), ACTOR).id();
            return true;
        } catch (Refused refused) {
            notes.found(way, null, "it cannot be started: " + refused.getMessage());
            return false;
        }
    }

    /** A leg of this walk looks outside. Those of other onboardings that it leans on see only what they want to see. */
    Outcome act(LegRun run, Rehearsed means) {
        var order = run.order();
        var leg = order.leg();
        acts.merge(order.onboarding() + "/" + leg.id(), 1, Integer::sum);
        var script = isOurs(order.onboarding()) ? scripts.get(leg.id()) : new LegScript(leg, 1);
        var cue = script.next();
        try {
            var isUnknown = run.progress() == LegRun.Progress.INTENDED;
            var outcome = means.perform(run, cue);
            if (isUnknown && outcome instanceof Outcome.NeedsPerson person && person.reason() == Outcome.Reason.ANSWER_LOST) {
                // what was asked before came of a call that must not be made twice: a person has to say so before it is
                script.unseen(cue);
            } else if (isOurs(order.onboarding())) {
                Judgement.of(run, cue, outcome).tell(way, notes);
            }
            return outcome instanceof Outcome.Fault fault ? new Outcome.NeedsPerson(Outcome.Reason.OUTSIDE_FAULT, "How shall it go on?", fault.what()) : outcome;
        } catch (LegRun.MissingData missing) {
            script.unseen(cue);
            if (isOurs(order.onboarding())) {
                missing(leg, missing.place());
            }
            throw missing;
        } catch (LegRun.LeaseLost lost) {
            throw lost;
        } catch (RuntimeException trouble) {
            notes.found(way, leg, "it fails with " + trouble.getClass().getSimpleName() + (trouble.getMessage() == null ? "" : ": " + trouble.getMessage()));
            throw trouble;
        }
    }

    private boolean isOurs(String onboarding) {
        // a leg may act before the call that started it has told us its id
        return id == null ? stage.onboardings().find(onboarding).filter(each -> each.bank().equals(way.bank())
                && each.environment().equals(way.environmentName())).isPresent() : id.equals(onboarding);
    }

    private void missing(Leg leg, String place) {
        if (place.startsWith(Places.ASK) && way.walk() == 0) {
            notes.tried(way, leg, "nobody has told {{" + place + "}} yet", "a person is asked for it", true);
        } else {
            notes.found(way, leg, "there is no value for {{" + place + "}} when its time has come");
        }
    }

    int actsOf(String onboarding, String leg) {
        return acts.getOrDefault(onboarding + "/" + leg, 0);
    }

    boolean isMain(String onboarding) {
        return onboarding.equals(id);
    }

    LegScript script(String leg) {
        return scripts.get(leg);
    }

    /** Does what a person and the bank do now; tells whether the walk has ended. */
    boolean goOn() {
        var all = stage.onboardings().page(new Onboardings.Filter(tpp, null, null, null), null, 50).items();
        var main = all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        if (main.status().isFinal()) {
            ended(main);
            return true;
        }
        all.stream().filter(each -> !each.status().isFinal()).forEach(this::goOn);
        return isStuck(main, all);
    }

    private void goOn(Onboarding onboarding) {
        if (!person.answers(onboarding)) {
            bank.speaks(onboarding);
        }
    }

    private void ended(Onboarding main) {
        if (main.status() != Onboarding.Status.DONE) {
            notes.found(way, null, "it ends " + main.status().name().toLowerCase(java.util.Locale.ROOT) + (main.note() == null ? "" : ": " + main.note()));
            return;
        }
        way.route().legs().stream().filter(leg -> scripts.containsKey(leg.id()) && (leg.by() == MeansName.DERIVE || leg.by() == MeansName.REGISTRATION))
                .forEach(leg -> notes.tried(way, leg, "what we have ourselves", "done", true));
        scripts.forEach((leg, script) -> {
            if (actsOf(id, leg) == 0 && way.route().leg(leg).orElseThrow().by() == MeansName.PORTAL) {
                notes.left(way.said() + ", leg " + leg + " is done by hand, since the portal's terms forbid automation or nobody has read them");
            } else if (script.hasMore()) {
                notes.found(way, way.route().leg(leg).orElseThrow(), "the route comes to its end before this leg has seen all of its signs; next would be "
                        + Judgement.described(script.next()));
            }
        });
    }

    private boolean isStuck(Onboarding main, List<Onboarding> all) {
        var now = stage.clock().instant();
        var standing = all.stream().map(each -> each.id() + each.status() + stage.onboardings().legs(each.id()).stream()
                .map(leg -> leg.state() + "" + leg.since()).collect(Collectors.joining(","))).collect(Collectors.joining(";")) + acts;
        if (!standing.equals(seen)) {
            seen = standing;
            seenAt = now;
            return false;
        }
        if (seenAt.plus(STUCK_AFTER).isAfter(now)) {
            return false;
        }
        stage.onboardings().legs(main.id()).stream().filter(leg -> leg.state().name().matches("READY|RUNNING|WAITING|WITH_PERSON|REJECTED")).forEach(leg ->
                notes.found(way, way.route().leg(leg.id()).orElseThrow(), "a dead end: it stands at " + leg.state().name().toLowerCase(java.util.Locale.ROOT)
                        + ", and nobody can carry it on" + (leg.why() == null ? "" : " (" + leg.why() + ")")));
        return true;
    }

    /** Leaves nothing behind that still moves. */
    void end() {
        notes.ended(way);
        stage.onboardings().page(new Onboardings.Filter(tpp, null, null, null), null, 50).items().stream().filter(each -> !each.status().isFinal())
                .forEach(each -> {
                    try {
                        stage.withdraw().with(each.id(), "The rehearsal is over.", ACTOR);
                    } catch (Refused finished) {
                        notes.left("An onboarding of a rehearsal has ended by itself: " + finished.getMessage());
                    }
                });
    }

    /**
     * Which way is walked.
     *
     * @param walk which of the walks along it, from 0
     */
    record Way(Playbook playbook, String environmentName, Route route, String branch, Set<Service> services, int walk) {

        String bank() {
            return playbook.bank();
        }

        String said() {
            return environmentName + "/" + route.name();
        }

        /** The legs that are for what is asked. */
        List<Leg> legs() {
            return route.legs().stream().filter(leg -> leg.isFor(services)).toList();
        }

        String saidServices() {
            return services.stream().map(Enum::name).sorted().collect(Collectors.joining("+"));
        }
    }
}
