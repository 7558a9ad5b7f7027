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
 * @param mailed who is mailed of it, as the journal writes a person, so that of approvals each hears what is theirs; null for what is not mailed
 */
public record EventFilter(Set<EventType> types, Set<String> tpps, String mailed) {

    /** What is not mailed. */
    public EventFilter(Set<EventType> types, Set<String> tpps) {
        this(types, tpps, null);
    }

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

    /** The same for mails to this person. */
    EventFilter mailedTo(String person) {
        return new EventFilter(types, tpps, person);
    }

    /** The words of the types. */
    public String[] words() {
        return types.stream().map(EventType::word).sorted().toArray(String[]::new);
    }

    /** Whether this event is one of them. */
    public boolean fits(Event event) {
        return types.contains(event.type()) && (tpps == null || event.tpp() != null && tpps.contains(event.tpp())) && isFor(event);
    }

    /** As the table of events has it. */
    private boolean isFor(Event event) {
        return mailed == null || event.asker() == null || event.asker().equals(mailed) == (event.type() == EventType.APPROVAL_DECIDED);
    }

    /** The same for all types. */
    static EventFilter everything() {
        return new EventFilter(Arrays.stream(EventType.values()).collect(Collectors.toSet()), null);
    }
}
