package io.portolan.onboarding;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Capture;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compares the route that an onboarding walks with the same route in another version of the playbook. */
@Component
class VersionChanges {

    private final LegQueue legs;
    private final Captures captures;

    VersionChanges(LegQueue legs, Captures captures) {
        this.legs = legs;
        this.captures = captures;
    }

    List<MovePlaybook.LegChange> of(Onboarding onboarding, Route from, Route to) {
        var changes = new ArrayList<MovePlaybook.LegChange>();
        var reached = lastReached(onboarding, to);
        for (int i = 0; i < to.legs().size(); i++) {
            var leg = to.legs().get(i);
            var before = from.leg(leg.id());
            var what = before.isPresent() ? before.get().equals(leg) ? "same" : "changed" : i < reached ? "too-late" : "added";
            changes.add(new MovePlaybook.LegChange(leg.id(), leg.title(), what));
        }
        from.legs().stream().filter(leg -> to.leg(leg.id()).isEmpty()).forEach(leg ->
                changes.add(new MovePlaybook.LegChange(leg.id(), leg.title(), "removed")));
        return changes;
    }

    /** Where in the new route the last leg stands that was reached. */
    private int lastReached(Onboarding onboarding, Route to) {
        var reached = legs.of(onboarding.id()).stream().filter(VersionChanges::isReached).map(LegRecord::leg).toList();
        for (int i = to.legs().size() - 1; i >= 0; i--) {
            if (reached.contains(to.legs().get(i).id())) {
                return i;
            }
        }
        return 0;
    }

    static boolean isReached(LegRecord row) {
        return row.state() != LegState.PENDING && row.state() != LegState.SKIPPED;
    }

    /** Why the onboarding cannot go on by the other route, as sentences; empty where it can. */
    List<String> problems(Onboarding onboarding, Route from, Route to) {
        var problems = new ArrayList<String>();
        var rows = legs.of(onboarding.id());
        for (var row : rows) {
            var there = to.leg(row.leg());
            if (there.isEmpty() && isReached(row) && (row.state() != LegState.DONE || isIrreversible(row, from))) {
                problems.add("The leg \"" + row.leg() + "\" " + (row.state() == LegState.DONE ? "is done and cannot be taken back" : "is where it stands")
                        + ", and the other version does not have it.");
            }
        }
        rows.stream().filter(row -> row.state() == LegState.DONE && to.leg(row.leg()).isPresent()).forEach(done -> rows.stream()
                .filter(row -> isReached(row) && row.state() != LegState.DONE && place(to, row.leg()) >= 0 && place(to, row.leg()) < place(to, done.leg()))
                .forEach(active -> problems.add("The leg \"" + done.leg() + "\" is done, and in the other version it comes after \"" + active.leg()
                        + "\", where it stands; it would be done twice.")));
        captures.of(onboarding.id()).forEach(kept -> changedCapture(kept.leg(), kept.name(), from, to).ifPresent(problems::add));
        return problems;
    }

    /** Why one leg alone cannot be done as another version has it while all others are done as before, as sentences; empty where it can. */
    List<String> problemsOf(Onboarding onboarding, Leg mended, Route route) {
        var problems = new ArrayList<String>();
        var kept = captures.of(onboarding.id());
        var later = route.legs().stream().dropWhile(leg -> !leg.id().equals(mended.id())).skip(1).filter(leg -> leg.isFor(onboarding.wanted())).toList();
        route.leg(mended.id()).stream().flatMap(before -> before.captures().keySet().stream()).filter(name -> !mended.captures().containsKey(name))
                .forEach(name -> later.stream().filter(leg -> leg.uses().contains(name)).findFirst().ifPresent(leg -> problems.add("The leg \"" + leg.id()
                        + "\" uses \"" + name + "\", which \"" + mended.id() + "\" does not bring back in the other version.")));
        var brought = Stream.concat(kept.stream().map(Captured::name), route.legs().stream().takeWhile(leg -> !leg.id().equals(mended.id()))
                .flatMap(leg -> leg.captures().keySet().stream())).collect(Collectors.toSet());
        mended.uses().stream().filter(name -> !brought.contains(name)).forEach(name -> problems.add("The leg \"" + mended.id() + "\" uses \"" + name
                + "\" in the other version, which no leg before it brings back in this one."));
        kept.stream().filter(each -> each.leg().equals(mended.id())).forEach(each -> changedCapture(each.name(),
                route.leg(mended.id()).map(before -> before.captures().get(each.name())), Optional.ofNullable(mended.captures().get(each.name())), mended.id())
                .ifPresent(problems::add));
        return problems;
    }

    private static boolean isIrreversible(LegRecord row, Route from) {
        var leg = from.leg(row.leg());
        return row.happenedAt() != null || row.intent() != null || leg.isEmpty() || leg.get().stage().leavesTraces() || leg.get().repeat() != Repeat.SAFE;
    }

    private static int place(Route route, String leg) {
        return route.legs().stream().map(Leg::id).toList().indexOf(leg);
    }

    private static Optional<String> changedCapture(String leg, String name, Route from, Route to) {
        return changedCapture(name, capture(leg, name, from), capture(leg, name, to), leg);
    }

    private static Optional<String> changedCapture(String name, Optional<Capture> before, Optional<Capture> after, String leg) {
        if (before.isEmpty() || after.isEmpty() || before.get().secret() == after.get().secret()
                && Objects.equals(before.get().type(), after.get().type()) && Objects.equals(before.get().credential(), after.get().credential())) {
            return Optional.empty();
        }
        return Optional.of("What the leg \"" + leg + "\" has brought back as \"" + name + "\" is of another type in the other version.");
    }

    private static Optional<Capture> capture(String leg, String name, Route route) {
        return route.leg(leg).map(found -> found.captures().get(name));
    }
}
