package io.portolan.playbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts the legs that wait for registrations elsewhere before the first leg of each route. */
final class Prerequisites {

    private Prerequisites() { }

    /** The playbook with those legs, which no file writes down. */
    static Playbook added(Playbook playbook) {
        var environments = new LinkedHashMap<String, Environment>();
        playbook.environments().forEach((name, environment) ->
                environments.put(name, added(environment, playbook.needs().legs(playbook.bank(), name))));
        return Records.with(playbook, "environments", Collections.unmodifiableMap(environments));
    }

    private static Environment added(Environment environment, List<Leg> legs) {
        return legs.isEmpty() ? environment : Records.with(environment, "routes", environment.routes().stream().map(route -> {
            var all = new ArrayList<>(legs);
            all.addAll(route.legs());
            return Records.with(route, "legs", List.copyOf(all));
        }).toList());
    }
}
