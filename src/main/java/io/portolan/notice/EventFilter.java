package io.portolan.notice;

import io.portolan.access.Actor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events somebody hears of.
 *
 * @param types of these types only
 * @param tpps of these TPPs only; null for all, and for what belongs to none
 */
public record EventFilter(Set<EventType> types, Set<String> tpps) {

    /** Keeps copies of the sets. */
    public EventFilter {
        types = Set.copyOf(types);
        tpps = tpps == null ? null : Set.copyOf(tpps);
    }

    /** Of what an actor asks for, that which the actor may hear of: by role, and by the TPPs that it is limited to. None asked for is all. */
    public static EventFilter of(Actor actor, Collection<EventType> types, Collection<String> tpps) {
        var wanted = types == null || types.isEmpty() ? Set.of(EventType.values()) : Set.copyOf(types);
        var asked = tpps == null || tpps.isEmpty() ? null : Set.copyOf(tpps);
        return new EventFilter(wanted.stream().filter(type -> actor.may(type.role())).collect(Collectors.toSet()),
                actor.scope().isEmpty() ? asked : asked == null ? actor.scope() : actor.scope().stream().filter(asked::contains).collect(Collectors.toSet()));
    }

    /** The words of the types. */
    public String[] words() {
        return types.stream().map(EventType::word).sorted().toArray(String[]::new);
    }

    /** Whether this event is one of them. */
    public boolean fits(Event event) {
        return types.contains(event.type()) && (tpps == null || event.tpp() != null && tpps.contains(event.tpp()));
    }

    /** The same for all types. */
    static EventFilter everything() {
        return new EventFilter(Arrays.stream(EventType.values()).collect(Collectors.toSet()), null);
    }
}
