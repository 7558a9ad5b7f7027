package io.portolan.playbook;

import io.portolan.refusal.Refused;
import java.util.ArrayList;
import java.util.List;

/** What a playbook says, in plain sentences: its routes, and what comes after them. */
public record Explanation(List<OfRoute> routes, List<RouteInWords.Part> afterwards) {

    /** A route in plain sentences. */
    public record OfRoute(String environment, String route, List<RouteInWords.Part> parts) { }

    /**
     * All of a playbook, or of it only the routes of this environment or of this name.
     *
     * @throws Refused with code {@code unknown-route} where there is none
     */
    public static Explanation of(Playbook playbook, String environment, String route) {
        var routes = new ArrayList<OfRoute>();
        playbook.environments().forEach((name, each) -> each.routes().stream().filter(one -> fits(environment, name) && fits(route, one.name()))
                .forEach(one -> routes.add(new OfRoute(name, one.name(), new RouteInWords(playbook, name, one).parts()))));
        if (routes.isEmpty()) {
            throw Refused.notFound("unknown-route", "The bank " + playbook.bank() + " has no such route.");
        }
        return new Explanation(List.copyOf(routes), RouteInWords.afterwards(playbook));
    }

    private static boolean fits(String wanted, String name) {
        return wanted == null || wanted.isBlank() || wanted.equals(name);
    }
}
