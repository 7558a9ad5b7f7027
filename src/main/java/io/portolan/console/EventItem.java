package io.portolan.console;

import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.List;

/** An entry of the journal as a line of the timeline; the actor is null where it is Portolan itself. */
record EventItem(long position, TimeView at, String actor, String what, String detail, List<EvidenceItem> evidence) {

    static EventItem of(Entry entry, List<EvidenceItem> evidence, Instant now) {
        var act = entry.act();
        return new EventItem(entry.position(), TimeView.of(entry.at(), now),
                "portolan".equals(act.actor()) ? null : Wording.actor(act.actor()), Wording.act(act.name()), act.detail(), evidence);
    }
}
