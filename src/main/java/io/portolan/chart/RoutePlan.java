package io.portolan.chart;

import io.portolan.playbook.Leg;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a route's model holds, in order, with the ids that the model and its drawing share. */
record RoutePlan(List<Stop> stops, List<Flow> flows) {

    static final String REQUESTED = "requested";
    static final String PRE_FLIGHT = "pre-flight";
    static final String LIVE = "live";
    static final String STOPPED = "stopped";
    static final String ONBOARDING_STOPPED = "onboardingStopped";
    static final String RECORD_STOP = "record-stop";
    static final String ENDED = "ended";

    /** An activity of the row of activities; without a leg it is the pre-flight. */
    record Stop(Leg leg) {

        String id() {
            return leg == null ? PRE_FLIGHT : leg.id();
        }

        boolean isSkippable() {
            return leg != null && !leg.onlyFor().isEmpty();
        }

        String questionId() {
            return id() + "-is-needed";
        }

        String question() {
            return "For " + String.join(" or ", leg.onlyFor().stream().sorted().map(Service::name).toList()) + "?";
        }

        String mergeId() {
            return "after-" + id();
        }

        String first() {
            return isSkippable() ? questionId() : id();
        }

        String last() {
            return isSkippable() ? mergeId() : id();
        }
    }

    /** A sequence flow; {@code needed} names the variable it asks, {@code name} is null where it needs none. */
    record Flow(String source, String target, String name, String needed) {

        Flow(String source, String target) {
            this(source, target, null, null);
        }

        String id() {
            return source + "_to_" + target;
        }
    }

    static RoutePlan of(Route route) {
        if (route.legs().isEmpty()) {
            throw new IllegalArgumentException("the route %s has no legs".formatted(route.name()));
        }
        var stops = new ArrayList<Stop>();
        stops.add(new Stop(null));
        route.legs().forEach(leg -> stops.add(new Stop(leg)));
        refuseIdsUsedTwice(stops);
        return new RoutePlan(List.copyOf(stops), List.copyOf(flowsThrough(stops)));
    }

    private static List<Flow> flowsThrough(List<Stop> stops) {
        var flows = new ArrayList<Flow>();
        var before = REQUESTED;
        for (var stop : stops) {
            flows.add(new Flow(before, stop.first()));
            if (stop.isSkippable()) {
                flows.add(new Flow(stop.questionId(), stop.id(), "yes", RouteChart.needsVariable(stop.id())));
                flows.add(new Flow(stop.id(), stop.mergeId()));
                flows.add(skipping(stop));
            }
            before = stop.last();
        }
        flows.add(new Flow(before, LIVE));
        return flows;
    }

    static Flow skipping(Stop stop) {
        return new Flow(stop.questionId(), stop.mergeId(), "no", null);
    }

    private static void refuseIdsUsedTwice(List<Stop> stops) {
        var ids = new HashSet<>(List.of(REQUESTED, LIVE, STOPPED, ONBOARDING_STOPPED, RECORD_STOP, ENDED));
        for (var stop : stops) {
            var own = stop.isSkippable() ? List.of(stop.questionId(), stop.id(), stop.mergeId()) : List.of(stop.id());
            own.stream().filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
                throw new IllegalArgumentException("the id %s is taken in this route".formatted(id));
            });
        }
    }
}
