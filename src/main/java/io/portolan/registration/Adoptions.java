package io.portolan.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was told of the registrations that were taken in, and what became of proving them. */
public interface Adoptions {

    /** Keeps what was told when a registration was taken in. */
    void keep(Adoption adoption);

    /** How this registration was taken in; empty where it was made by us. */
    Optional<Adoption> of(String registration);

    /** Those whose proof is to begin by now, the ones that have waited longest first. */
    List<Adoption> wanted(int most);

    /** Keeps what has become of proving it; a note may be null. */
    void proof(String registration, Adoption.Proof proof, String note);

    /** Keeps why a proof that is wanted could not begin, and when that is tried again. */
    void notYet(String registration, String note, Instant nextTry);
}
