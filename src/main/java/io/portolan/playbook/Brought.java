package io.portolan.playbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the legs of a route have brought back by some point of it, and for which of the services that may be asked for. */
final class Brought {

    /** A capture with the leg that brings it back; without both for what signing in reads in a mail, which is only typed. */
    record Source(Capture capture, Leg leg, Set<Service> services) { }

    private final Map<String, List<Source>> sources = new LinkedHashMap<>();

    /** Counts on a value that signing in reads. */
    void bySigningIn(String name) {
        add(name, new Source(null, null, EnumSet.allOf(Service.class)));
    }

    /** Counts on a capture of a leg, for the services that both the leg and, where it is a step's, the step is for. */
    void by(Leg leg, String name) {
        var services = ByService.limited(leg.onlyFor());
        services.retainAll(ByService.limited(leg.captures().get(name).onlyFor()));
        if (leg.work() instanceof PortalWork work) {
            services.retainAll(broughtBySteps(work, name));
        }
        add(name, new Source(leg.captures().get(name), leg, services));
    }

    /** A capture that no step brings is read from what the portal shows in the end, or by a person. */
    private static Set<Service> broughtBySteps(PortalWork work, String name) {
        var services = EnumSet.noneOf(Service.class);
        Walk.through(work, "", (path, owner, key, value) -> {
            if (value instanceof Step step && name.equals(step.brings())) {
                services.addAll(ByService.limited(step.onlyFor()));
            }
        });
        return services.isEmpty() ? EnumSet.allOf(Service.class) : services;
    }

    private void add(String name, Source source) {
        var known = sources.computeIfAbsent(name, none -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.leg() == source.leg())) {
            known.add(source);
        }
    }

    /** The names of all. */
    Set<String> names() {
        return sources.keySet();
    }

    /** Those that bring it back, in their order; none where nobody does. */
    List<Source> of(String name) {
        return sources.getOrDefault(name, List.of());
    }

    /** The services for which a leg, or that step, probe or text of it, uses a value which nobody has brought back where they alone are asked for. */
    Set<Service> missing(String name, Leg user, Record owner, Set<Service> onlyFor) {
        var missing = ByService.limited(user.onlyFor());
        missing.retainAll(ByService.limited(onlyFor));
        if (owner instanceof Step step) {
            missing.retainAll(ByService.limited(step.onlyFor()));
        } else if (owner instanceof Probe probe) {
            missing.retainAll(ByService.limited(probe.onlyFor()));
        }
        of(name).forEach(source -> missing.removeAll(source.services()));
        return missing;
    }
}
