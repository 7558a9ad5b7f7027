package io.portolan.console;

import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An entry of the journal as a line of the timeline. */
record EventItem(long position, TimeView at, String actor, String what, String leg, String means, String detail,
        List<EvidenceItem> evidence) {

    static EventItem of(Entry entry, Map<String, String> legTitles, List<EvidenceItem> evidence, Instant now) {
        var act = entry.act();
        return new EventItem(entry.position(), TimeView.of(entry.at(), now), Wording.actor(act.actor()),
                Wording.sentence(act.name()), act.leg() == null ? null : legTitles.getOrDefault(act.leg(), act.leg()),
                act.means(), act.detail(), evidence);
    }
}
