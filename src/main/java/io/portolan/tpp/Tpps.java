package io.portolan.tpp;

import java.util.List;
import java.util.Optional;

/** Our TPPs and their documents. */
public interface Tpps {

    /** The TPP of this id. */
    Optional<Tpp> find(String id);

    /** All of them, by id. */
    List<Tpp> all();

    /**
     * Keeps a TPP, new or changed, and writes the change to the journal in this actor's name.
     *
     * @throws io.portolan.refusal.Refused with code {@code invalid-tpp} and a sentence for each field that is wrong
     */
    Tpp save(Tpp tpp, String actor);

    /**
     * Keeps a document of a TPP, such as a logo or a licence, in place of an earlier one of the same name.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-tpp}
     */
    void keepDocument(String tpp, Document document);

    /** The document of this name. */
    Optional<Document> document(String tpp, String name);

    /** A file of ours that a bank may ask for. */
    record Document(String name, String fileName, String mediaType, byte[] content) { }
}
