package io.portolan.playbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out of a leg what is for other services than those that are asked for. */
final class ByService {

    private final Set<Service> services;

    private ByService(Set<Service> services) {
        this.services = services;
    }

    /** The leg as it is for these services: without the signs, captures, texts and parts of bodies that are for others only. */
    static Leg of(Leg leg, Set<Service> services) {
        var byService = new ByService(services);
        var signs = byService.changed(leg, "signs", leg.signs(), leg.signs().forServices(services));
        var captures = byService.changed(signs, "captures", leg.captures(), byService.captures(leg.captures()));
        return leg.work() instanceof RegistrationWork ? captures
                : byService.changed(captures, "work", leg.work(), byService.record((Record) leg.work()));
    }

    /** What only-for limits to, of which an outer one lets only some through; without any, all. */
    static Set<Service> within(Set<Service> onlyFor, Set<Service> outer) {
        var both = limited(onlyFor);
        both.retainAll(limited(outer));
        return both.size() == Service.values().length ? Set.of() : both;
    }

    /** What an only-for limits to; without one, all. */
    static EnumSet<Service> limited(Set<Service> onlyFor) {
        return onlyFor == null || onlyFor.isEmpty() ? EnumSet.allOf(Service.class) : EnumSet.copyOf(onlyFor);
    }

    private boolean isFor(Set<Service> onlyFor) {
        return onlyFor.isEmpty() || onlyFor.stream().anyMatch(services::contains);
    }

    private Map<String, Capture> captures(Map<String, Capture> captures) {
        var fitting = new LinkedHashMap<>(captures);
        fitting.values().removeIf(capture -> !isFor(capture.onlyFor()));
        return Collections.unmodifiableMap(fitting);
    }

    private <R extends Record> R changed(R owner, String component, Object before, Object now) {
        return before.equals(now) ? owner : Records.with(owner, component, now);
    }

    /** The same record where nothing of it is for other services. */
    private Record record(Record record) {
        var fitting = record;
        for (var key : Shape.keys(record.getClass())) {
            var before = Walk.component(record, key);
            var now = value(before);
            if (now != before) {
                fitting = Records.with(fitting, key.component().getName(), now);
            }
        }
        return fitting;
    }

    private Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof JsonBody body) {
            return body(body).orElse(null);
        }
        return value instanceof Record inner && !(value instanceof Template) ? record(inner) : value;
    }

    private Object map(Map<?, ?> map) {
        var fitting = new LinkedHashMap<Object, Object>();
        map.forEach((name, item) -> {
            if (!(item instanceof Template template) || isFor(template.onlyFor())) {
                fitting.put(name, value(item));
            }
        });
        return fitting.equals(map) ? map : Collections.unmodifiableMap(fitting);
    }

    private Object list(List<?> list) {
        var fitting = new ArrayList<Object>();
        list.forEach(item -> {
            if (!(item instanceof Template template) || isFor(template.onlyFor())) {
                fitting.add(value(item));
            }
        });
        return fitting.equals(list) ? list : List.copyOf(fitting);
    }

    private Optional<JsonBody> body(JsonBody body) {
        if (body instanceof JsonBody.ForSome some) {
            return isFor(some.onlyFor()) ? body(some.value()) : Optional.ofNullable(some.otherwise()).flatMap(this::body);
        }
        if (body instanceof JsonBody.Members object) {
            var members = new LinkedHashMap<String, JsonBody>();
            object.members().forEach((name, member) -> body(member).ifPresent(fitting -> members.put(name, fitting)));
            return Optional.of(members.equals(object.members()) ? body : new JsonBody.Members(Collections.unmodifiableMap(members)));
        }
        if (body instanceof JsonBody.Items array) {
            var items = array.items().stream().map(this::body).flatMap(Optional::stream).toList();
            return Optional.of(items.equals(array.items()) ? body : new JsonBody.Items(items));
        }
        return Optional.of(body);
    }
}
