package io.portolan.api;

import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.List;

/** An entry of the journal as clients see it. */
record EventView(long position, Instant at, String actor, String act, String leg, String means, String detail,
        List<EvidenceView> evidence, String hash) {

    static EventView of(Entry entry, List<EvidenceView> evidence) {
        var act = entry.act();
        return new EventView(entry.position(), entry.at(), act.actor(), act.name(), act.leg(), act.means(), act.detail(),
                evidence, entry.hash());
    }
}
