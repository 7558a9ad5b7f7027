package io.portolan.console;

import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Entries of the journal that follow each other in the same leg.
 *
 * @param leg the leg, or null for what belongs to none
 */
record EventGroup(LegItem leg, List<EventItem> events) {

    /** The groups of these entries, in the order of the entries. */
    static List<EventGroup> of(List<Entry> entries, Map<String, LegItem> legs, Function<List<Long>, List<EvidenceItem>> evidence, Instant now) {
        var groups = new ArrayList<EventGroup>();
        for (var entry : entries) {
            var leg = entry.act().leg() == null ? null : legs.get(entry.act().leg());
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !Objects.equals(last.leg(), leg)) {
                last = new EventGroup(leg, new ArrayList<>());
                groups.add(last);
            }
            last.events().add(EventItem.of(entry, evidence.apply(entry.act().evidence()), now));
        }
        return groups;
    }
}
