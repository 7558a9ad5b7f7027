package io.portolan.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Checks the environments: their addresses, and that each route can be taken and leads through. */
final class RouteChecks {

    private final Findings findings;
    private final GraphChecks graph;
    private final Playbook playbook;

    RouteChecks(Findings findings, Playbook playbook) {
        this.findings = findings;
        this.graph = new GraphChecks(findings);
        this.playbook = playbook;
    }

    void check(Environment environment, String name, String path) {
        var addresses = new AddressChecks(findings);
        addresses.checkHosts(path + ".hosts", environment.hosts());
        for (int i = 0; i < environment.hosts().size(); i++) {
            var host = environment.hosts().get(i);
            if (Hosts.isAsked(host) && !playbook.ask().containsKey(Hosts.fact(host))) {
                findings.unknown(path + ".hosts[" + i + "]", "fact asked for", Hosts.fact(host), playbook.ask().keySet());
            }
        }
        if (environment.realCertificates() && (environment.kind() == Environment.Kind.LIVE || environment.ownCertificates())) {
            findings.add(path + ".real-certificates", "only an environment for trying says so, and one for which the bank hands out no certificates of its own");
        }
        addresses.checkGuarded(path + ".base-url", environment.baseUrl(), environment.hosts());
        addresses.checkGuarded(path + ".api-url", environment.apiUrl(), environment.hosts());
        if (environment.authorizationServer() != null) {
            addresses.checkGuarded(path + ".authorization-server.issuer", environment.authorizationServer().issuer(), environment.hosts());
            addresses.checkGuarded(path + ".authorization-server.metadata", environment.authorizationServer().metadata(), environment.hosts());
        }
        checkTrust(environment.connection().trust(), path + ".connection.trust");
        if (environment.portal() != null) {
            new StepChecks(findings).checkPortal(environment.portal(), path + ".portal");
            new PlaceChecks(findings, playbook, environment, null).checkPortal(path + ".portal");
        }
        if (environment.routes().isEmpty()) {
            findings.add(path + ".routes", "an environment has at least one route");
        }
        checkOrder(environment.routes(), path + ".routes");
        for (int i = 0; i < environment.routes().size(); i++) {
            checkRoute(environment.routes().get(i), environment, name, path + ".routes[" + i + "]");
        }
    }

    private void checkTrust(List<String> trust, String path) {
        for (int i = 0; i < trust.size(); i++) {
            if (Connection.read(trust.get(i)).isEmpty()) {
                findings.add(path + "[" + i + "]", "this is no certificate in PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----");
            }
        }
    }

    private void checkOrder(List<Route> routes, String path) {
        var names = new ArrayList<String>();
        Route always = null;
        for (int i = 0; i < routes.size(); i++) {
            var route = routes.get(i);
            var at = path + "[" + i + "]";
            if (names.contains(route.name())) {
                findings.add(at + ".name", "there are two routes \"" + route.name() + "\"");
            }
            names.add(route.name());
            checkName(route.name(), at + ".name");
            checkName(route.model(), at + ".model");
            checkRegion(route.when(), at + ".when.region");
            if (isForProcedure(route)) {
                continue;
            }
            if (always != null) {
                findings.add(at, "this route is never taken, since \"" + always.name()
                        + "\" before it has no condition; put that one last");
            }
            if (always == null) {
                routes.subList(0, i).stream().filter(each -> !isForProcedure(each)).forEach(each -> graph.checkCondition(each, route, at));
            }
            always = always == null && isAlways(route.when()) ? route : always;
        }
    }

    /** A route for what comes after registration builds on what the ways in have brought back. */
    private boolean isForProcedure(Route route) {
        return playbook.procedures().values().stream().anyMatch(procedure -> route.name() != null && route.name().equals(procedure.route()));
    }

    private void checkName(String name, String path) {
        if (name != null && !name.matches("[a-z][a-z0-9-]*")) {
            findings.add(path, "\"" + name + "\" is not a name: [a-z][a-z0-9-]*");
        }
    }

    private void checkRegion(Route.When when, String path) {
        if (when != null && when.region() != null && !playbook.branches().containsKey(when.region())) {
            findings.unknown(path, "branch", when.region(), playbook.branches().keySet());
        }
    }

    private static boolean isAlways(Route.When when) {
        return when == null || when.certificate() == null && when.issuer() == null && when.region() == null
                && when.service() == null;
    }

    private void checkRoute(Route route, Environment environment, String environmentName, String path) {
        if (route.legs().isEmpty()) {
            findings.add(path + ".legs", "a route has at least one leg");
        }
        var places = new PlaceChecks(findings, playbook, environment, route);
        var earlier = new LinkedHashMap<String, Leg>();
        playbook.needs().legs(playbook.bank(), environmentName).forEach(leg -> {
            places.remember(leg);
            earlier.put(leg.id(), leg);
        });
        if (isForProcedure(route)) {
            environment.routes().stream().filter(other -> !isForProcedure(other)).flatMap(other -> other.legs().stream()).forEach(places::remember);
        }
        for (int i = 0; i < route.legs().size(); i++) {
            var leg = route.legs().get(i);
            var at = path + ".legs[" + i + "]";
            new LegChecks(findings).check(leg, environment, at);
            if (leg.work() instanceof MailWork work) {
                new MailChecks(findings, playbook).check(work, leg, at);
            }
            places.checkNext(leg, at);
            checkAgainst(earlier, leg, at);
            if (leg.id() != null && earlier.putIfAbsent(leg.id(), leg) != null) {
                findings.add(at + ".id", "there are two legs \"" + leg.id() + "\" in this route");
            }
        }
        places.checkUse(route, path);
        graph.check(route, path);
        if (environment.kind() == Environment.Kind.LIVE && !isForProcedure(route)) {
            graph.checkProof(route, path);
        }
    }

    private void checkAgainst(LinkedHashMap<String, Leg> earlier, Leg leg, String path) {
        if (leg.onRejected() != null && leg.onRejected().backTo() != null
                && !earlier.containsKey(leg.onRejected().backTo())) {
            findings.unknown(path + ".on-rejected.back-to", "earlier leg", leg.onRejected().backTo(),
                    earlier.keySet());
        }
        if (leg.waiting() != null && leg.waiting().backTo() != null && !earlier.containsKey(leg.waiting().backTo())) {
            findings.unknown(path + ".wait.back-to", "earlier leg", leg.waiting().backTo(), earlier.keySet());
        }
        leg.captures().keySet().stream().filter(name -> !leg.mayRotate(name)).forEach(name -> earlier.values().stream()
                .filter(other -> other.captures().containsKey(name) && mayMeet(other, leg)).findFirst()
                .ifPresent(other -> findings.add(path + ".captures." + name, "leg " + other.id()
                        + " has captured \"" + name + "\" already; a capture belongs to the leg where it first shows")));
    }

    private static boolean mayMeet(Leg one, Leg other) {
        return one.onlyFor().isEmpty() || other.onlyFor().isEmpty()
                || one.onlyFor().stream().anyMatch(other.onlyFor()::contains);
    }
}
