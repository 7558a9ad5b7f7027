package io.portolan.tpp;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Our TPPs for those who write down who we are, field by field. */
public interface EditTpps {

    /** The chain of the journal that tells what of a TPP was changed, one entry for each field. */
    static String chain(String tpp) {
        return "tpp:" + tpp;
    }

    /** A TPP, how often it was changed, and when last. */
    record Kept(Tpp tpp, long version, Instant changedAt) { }

    /** A document without its content; the size is in bytes. */
    record KeptDocument(String name, Tpps.Document.Kind kind, String fileName, String mediaType, long size, LocalDate expiresOn, Instant keptAt, String keptBy) { }

    /** The TPP of this id. */
    Optional<Kept> kept(String id);

    /**
     * Adds a TPP.
     *
     * @throws io.portolan.refusal.Refused with code {@code tpp-exists}, or as {@link TppDraft#read}
     */
    Kept add(TppDraft draft, String actor);

    /**
     * Changes a TPP to what the draft says, and writes each field that differs to the journal.
     *
     * @throws io.portolan.refusal.Refused as {@link TppDraft#read}, or with code {@code unknown-tpp}, or {@code tpp-changed-meanwhile} where the draft
     *         has another version
     */
    Kept change(String id, TppDraft draft, String actor);

    /** The documents of a TPP, by name. */
    List<KeptDocument> documents(String tpp);

    /**
     * Takes a document away; what banks were sent of it stays in the evidence.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-document}
     */
    void removeDocument(String tpp, String name, String actor);
}
