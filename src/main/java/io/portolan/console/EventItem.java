package io.portolan.console;

import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the journal as a line of the timeline.
 *
 * @param actor who did it, or null where it is Portolan itself
 * @param before how many looks with the same answer came before, and are not shown
 */
record EventItem(long position, TimeView at, String actor, String what, String detail, List<EvidenceItem> evidence,
        int before) {

    static EventItem of(Entry entry, List<EvidenceItem> evidence, Instant now) {
        var act = entry.act();
        return new EventItem(entry.position(), TimeView.of(entry.at(), now),
                "portolan".equals(act.actor()) ? null : Wording.actor(act.actor()), Wording.act(act.name()), act.detail(), evidence, 0);
    }

    EventItem withOneBefore() {
        return new EventItem(position, at, actor, what, detail, evidence, before + 1);
    }
}
