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

    private static final String WAITS = "leg-waits";

    /** The groups of these entries, in the order of the entries, newest first; looks with the same answer are one line unless all are wanted. */
    static List<EventGroup> of(List<Entry> entries, Map<String, LegItem> legs, Function<List<Long>, List<EvidenceItem>> evidence, boolean all,
            Instant now) {
        var groups = new ArrayList<EventGroup>();
        for (var entry : entries) {
            var leg = entry.act().leg() == null ? null : legs.get(entry.act().leg());
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !Objects.equals(last.leg(), leg)) {
                last = new EventGroup(leg, new ArrayList<>());
                groups.add(last);
            }
            if (!all && last.repeats(entry)) {
                last.events().set(last.events().size() - 1, last.events().get(last.events().size() - 1).withOneBefore());
                continue;
            }
            last.events().add(EventItem.of(entry, evidence.apply(entry.act().evidence()), now));
        }
        return groups;
    }

    private boolean repeats(Entry entry) {
        if (events.isEmpty() || !WAITS.equals(entry.act().name())) {
            return false;
        }
        var newer = events.get(events.size() - 1);
        return newer.what().equals(Wording.act(WAITS)) && Objects.equals(newer.detail(), entry.act().detail());
    }

    /** Whether every entry is shown by a line of its own. */
    boolean isWhole() {
        return events.stream().allMatch(event -> event.before() == 0);
    }
}
