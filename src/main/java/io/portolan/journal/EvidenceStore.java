package io.portolan.journal;

import java.time.Duration;
import java.util.Optional;

/** Keeps evidence bodies, already masked by whoever hands them in, and erases them by age. */
public interface EvidenceStore {

    /** Keeps a body, safe when this returns whatever the caller's transaction does, and gives its id. */
    long keep(String chain, Evidence.Kind kind, String mediaType, byte[] body);

    /** What is known of a piece of evidence. */
    Optional<Evidence> find(long id);

    /** Its body; empty where it was erased. */
    Optional<byte[]> body(long id);

    /** Erases the bodies that are older than this, leaving tombstones, and says how many. */
    int eraseOlderThan(Duration age);
}
