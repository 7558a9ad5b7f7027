package io.portolan.api;

import io.portolan.journal.Evidence;
import java.time.Instant;

/** A piece of evidence and where to get it; an erased one keeps its hash. */
record EvidenceView(long id, String kind, String mediaType, Long size, String sha256, Instant at, Instant erasedAt,
        String href) {

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(evidence.id(), Words.of(evidence.kind()), evidence.mediaType(), evidence.size(),
                evidence.sha256(), evidence.at(), evidence.erasedAt(), href(evidence.id()));
    }

    /** As much as is known without a look at the store. */
    static EvidenceView link(long id) {
        return new EvidenceView(id, null, null, null, null, null, null, href(id));
    }

    private static String href(long id) {
        return "/api/v1/evidence/" + id;
    }
}
