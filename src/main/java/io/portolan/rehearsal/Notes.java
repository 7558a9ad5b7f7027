package io.portolan.rehearsal;

import io.portolan.playbook.Leg;
import io.portolan.rehearsal.RouteWalk.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written down on the way, of all walks of a playbook. */
final class Notes {

    /** Walks go side by side, so what is tried comes in mixed. */
    private final Map<Way, List<Attempt>> attempts = new IdentityHashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final Map<String, Boolean> findings = new LinkedHashMap<>();
    private final Map<String, Boolean> left = new HashMap<>();

    /** The ways that will be walked, in the order in which they are to be told of. */
    synchronized void walked(List<Way> inOrder) {
        ways.addAll(inOrder);
    }

    synchronized void tried(Way way, Leg leg, String shown, String came, boolean isAsItShould) {
        attempts.computeIfAbsent(way, first -> new ArrayList<>()).add(new Attempt(way.said(), way.saidServices(), way.walk() + 1, leg.id(), shown, came, isAsItShould));
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
}
