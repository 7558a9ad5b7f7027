package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Leg;
import io.portolan.playbook.LegInWords;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways into a bank, told in plain words: by environment and route, leg by leg. */
final class BankWays {

    private final Playbook playbook;

    BankWays(Playbook playbook) {
        this.playbook = playbook;
    }

    /**
     * An environment with its ways in.
     *
     * @param certificates what is special about certificates here, or null
     * @param facts the facts that nobody has and that this environment asks for, by name
     */
    record EnvironmentView(String name, boolean isLive, String baseUrl, String apiUrl, String portal, String certificates, List<String> facts, List<RouteView> routes) { }

    /**
     * A way in.
     *
     * @param number what no other route of the page has, for ids of elements
     * @param data what of ours is sent, typed or handed in on the way
     * @param credentials what the bank hands out on the way
     * @param waits how long it waits where, as far as somebody knows
     */
    record RouteView(String name, int number, String when, boolean isOnlyOne, List<LegLine> legs, List<String> data, List<String> credentials, List<String> waits) { }

    /** A leg in plain words. */
    record LegLine(String id, String title, String stage, String means, String meansLabel, String onlyFor, String waits, String brings, List<String> sentences) { }

    List<EnvironmentView> environments() {
        var views = new ArrayList<EnvironmentView>();
        int number = 0;
        for (var each : playbook.environments().entrySet()) {
            var environment = each.getValue();
            var routes = new ArrayList<RouteView>();
            for (var route : environment.routes()) {
                routes.add(route(environment, route, ++number));
            }
            views.add(new EnvironmentView(each.getKey(), environment.kind() == Environment.Kind.LIVE, environment.baseUrl(), environment.apiUrl(),
                    environment.portal() == null ? null : environment.portal().name(), certificates(environment), facts(environment), routes));
        }
        return views;
    }

    private static String certificates(Environment environment) {
        return environment.issuesCertificates() ? say("bank.it-hands-out-certificates-to")
                : environment.ownCertificates() ? say("bank.the-bank-hands-out-certificates")
                : environment.realCertificates() ? say("bank.though-it-is-for-trying") : null;
    }

    private List<String> facts(Environment environment) {
        var asked = new HashSet<String>();
        environment.routes().forEach(route -> route.legs().forEach(leg -> asked.addAll(new LegInWords(leg, environment).asks())));
        return playbook.ask().keySet().stream().filter(name -> asked.contains(name) || environment.hosts().stream().anyMatch(host -> host.contains("ask." + name)))
                .sorted().toList();
    }

    private RouteView route(Environment environment, Route route, int number) {
        Set<String> data = new LinkedHashSet<>();
        Set<String> credentials = new LinkedHashSet<>();
        var waits = new ArrayList<String>();
        for (var leg : route.legs()) {
            data.addAll(new LegInWords(leg, environment).data());
            leg.captures().forEach((name, capture) -> {
                if (capture.credential(name).isOfTheRegistration()) {
                    credentials.add(name.replace('-', ' ') + (capture.secret() ? say("bank.to-the-vault") : ""));
                }
            });
            if (LegInWords.usualWait(leg) != null) {
                waits.add(say("bank.for-3", leg.title(), LegInWords.usualWait(leg).replaceFirst("^waits ", ""), Wording.of(leg.waitsFor())));
            }
        }
        data.removeIf(each -> each.endsWith("that came back before") || each.startsWith("the fact "));
        return new RouteView(route.name(), number, when(route.when()), environment.routes().size() == 1, route.legs().stream().map(leg -> leg(environment, route, leg)).toList(),
                List.copyOf(data), List.copyOf(credentials), waits);
    }

    private LegLine leg(Environment environment, Route route, Leg leg) {
        return new LegLine(leg.id(), leg.title(), leg.stage() == null ? "" : Wording.of(leg.stage()), Wording.word(leg.by()), Wording.of(leg.by()),
                leg.onlyFor().isEmpty() ? null : say("bank.only-for", Wording.joined(leg.onlyFor())), LegInWords.usualWait(leg), LegInWords.brought(leg),
                new LegInWords(leg, environment).sentences(playbook, route));
    }

    private static String when(Route.When when) {
        if (when == null) {
            return null;
        }
        var parts = new ArrayList<String>();
        add(parts, say("bank.we-have-a-certificate-of"), when.certificate());
        add(parts, say("bank.its-issuer-is-called"), when.issuer());
        add(parts, say("bank.the-branch-is"), when.region());
        add(parts, say("bank.this-is-asked-for"), when.service());
        return say("bank.taken-where", String.join(say("bank.and"), parts));
    }

    private static void add(List<String> parts, String what, Object value) {
        if (value != null) {
            parts.add(what + value);
        }
    }

    /** The branches by name, those that register each before those that are only addressed. */
    static List<String> branches(Map<String, Playbook.Branch> branches) {
        return branches.values().stream().sorted((one, other) -> one.scope().compareTo(other.scope())).map(branch -> branch.name()
                + branch.countries().stream().map(country -> ", " + country).collect(Collectors.joining())
                + (branch.scope() == Playbook.Branch.Scope.REGISTRATION ? say("bank.registers-us-by-itself") : say("bank.reached-by-the-one-registration"))
                + (branch.closesOn() == null ? "" : say("bank.closes-on", branch.closesOn()))).collect(Collectors.toList());
    }
}
