package io.portolan.chart;

import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Leg;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.playbook.Signs;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Work;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Routes to draw. */
final class SampleRoutes {

    private SampleRoutes() {
    }

    static Playbook playbook(Route... routes) {
        var production = new Environment(Environment.Kind.LIVE, null, null, List.of(), null, null, false, false, false, null, List.of(routes));
        return new Playbook("xx-sample", "Sample Bank", List.of(), null, Playbook.Automation.PERMITTED, null, null,
                null, Map.of(), Map.of(), List.of(), null, null, Map.of(), Map.of(), null, List.of(), LocalDate.of(2026, 1, 1),
                Playbook.Confidence.PARTIAL, List.of(), Map.of("production", production), Map.of());
    }

    static Route route(Leg... legs) {
        return new Route("default", null, null, List.of(legs));
    }

    /** A route with so many legs, of which each one whose number divides by {@code skippable} is for AIS and PIS only. */
    static Route routeOf(int legs, int skippable) {
        return route(IntStream.rangeClosed(1, legs).mapToObj(number -> skippable > 0 && number % skippable == 0
                ? leg("leg-" + number, Service.AIS, Service.PIS) : leg("leg-" + number)).toArray(Leg[]::new));
    }

    static Leg leg(String id, Service... onlyFor) {
        return leg(id, null, new PortalWork(List.of(), List.of(), List.of(), null, List.of(), List.of()),
                new LinkedHashSet<>(List.of(onlyFor)));
    }

    static Leg derived(String id) {
        return leg(id, null, new DeriveWork(), Set.of());
    }

    static Leg byHand(String id, String instruct) {
        return leg(id, instruct, new OperatorWork(List.of(), Map.of(), Map.of(), Map.of(), false), Set.of());
    }

    private static Leg leg(String id, String instruct, Work work, Set<Service> onlyFor) {
        return new Leg(id, Stage.CREATE_APPLICATION, "The title of " + id, instruct, Repeat.LOOK_FIRST, onlyFor,
                new Signs(List.of(), List.of(), List.of(), List.of()), Map.of(), null, null, null, null, work);
    }
}
