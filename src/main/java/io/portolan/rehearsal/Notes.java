package io.portolan.rehearsal;

import io.portolan.playbook.Leg;
import io.portolan.rehearsal.RouteWalk.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is written down on the way, of all walks of a playbook. */
final class Notes {

    /** Walks go side by side, so what is tried comes in mixed. */
    private final Map<Way, List<Attempt>> attempts = new IdentityHashMap<>();
    private final Map<Way, Set<String>> legs = new IdentityHashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final Map<String, Boolean> findings = new LinkedHashMap<>();
    private final Map<String, Boolean> left = new HashMap<>();
    private final ProgressFile progress;

    /** The progress may be null: then nobody is told before the end. */
    Notes(ProgressFile progress) {
        this.progress = progress;
    }

    /** The ways that will be walked, in the order in which they are to be told of. */
    synchronized void walked(List<Way> inOrder) {
        ways.addAll(inOrder);
        if (progress != null) {
            progress.planned(inOrder.stream().mapToInt(way -> way.legs().size()).sum());
        }
    }

    synchronized void tried(Way way, Leg leg, String shown, String came, boolean isAsItShould) {
        attempts.computeIfAbsent(way, first -> new ArrayList<>()).add(new Attempt(way.said(), way.saidServices(), way.walk() + 1, leg.id(), shown, came, isAsItShould));
        legs.computeIfAbsent(way, first -> new HashSet<>()).add(leg.id());
        tell(way, leg.id() + ": " + shown + " -> " + came);
    }

    /** Of a walk that is over no leg is tried any more. */
    synchronized void ended(Way way) {
        var its = legs.computeIfAbsent(way, first -> new HashSet<>());
        way.legs().forEach(leg -> its.add(leg.id()));
        tell(way, "the walk is over");
    }

    synchronized void found(Way way, Leg leg, String what) {
        findings.put(way.said() + Optional.ofNullable(leg).map(each -> ", leg " + each.id()).orElse("") + " (" + way.saidServices() + "): " + what, true);
    }

    synchronized void left(String what) {
        left.put(what, true);
    }

    synchronized RehearsalReport report(String bank, String version) {
        return new RehearsalReport(bank, version, ways.stream().flatMap(way -> attempts.getOrDefault(way, List.of()).stream()).toList(), List.copyOf(findings.keySet()), left.keySet().stream().sorted().toList());
    }

    private void tell(Way way, String what) {
        if (progress != null) {
            progress.tried(legs.values().stream().mapToInt(Set::size).sum(),
                    way.said() + ", " + way.saidServices() + (way.walk() == 0 ? "" : ", walk " + (way.walk() + 1)) + ", " + what);
        }
    }
}
