package io.portolan.tpp;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Our TPPs and their documents. */
public interface Tpps {

    /** The TPP of this id. */
    Optional<Tpp> find(String id);

    /** Those of these ids, as far as there are such, by id. */
    List<Tpp> of(Collection<String> ids);

    /** All of them, by id. */
    List<Tpp> all();

    /**
     * Keeps a TPP, new or changed, and writes to the journal in this actor's name what of it has changed.
     *
     * @throws io.portolan.refusal.Refused with code {@code invalid-tpp} and a sentence for each field that is wrong
     */
    Tpp save(Tpp tpp, String actor);

    /**
     * Keeps a document of a TPP, such as a logo or a licence, in place of an earlier one of the same name, with the media type that its
     * content has.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-tpp}, or {@code invalid-document} and a sentence for each field that is wrong
     */
    void keepDocument(String tpp, Document document, String actor);

    /** The document of this name. */
    Optional<Document> document(String tpp, String name);

    /**
     * A file of ours that a bank may ask for.
     *
     * @param expiresOn the last day on which it is good, or null for always
     */
    record Document(String name, Kind kind, String fileName, String mediaType, byte[] content, LocalDate expiresOn) {

        /** One that does not expire. */
        public Document(String name, Kind kind, String fileName, String mediaType, byte[] content) {
            this(name, kind, fileName, mediaType, content, null);
        }

        /** What a document is. */
        public enum Kind { LOGO, LICENCE, REGISTER_EXTRACT, OTHER }

        /** Whether its last day was before this one. */
        public boolean isExpired(LocalDate today) {
            return expiresOn != null && expiresOn.isBefore(today);
        }
    }
}
