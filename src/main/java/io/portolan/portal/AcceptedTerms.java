package io.portolan.portal;

import java.time.Instant;
import java.util.Optional;

/** Which terms our TPPs have accepted at which portal. */
interface AcceptedTerms {

    /** The terms that were last accepted under this name. */
    Optional<Version> last(Place place);

    /** This version as it was first shown to us, if it was. */
    Optional<Version> find(Place place, String sha256);

    /** Remembers that this version was shown to us, and a person told of it. */
    void shown(Place place, String sha256, long evidence, Instant at);

    /** Remembers that this version was accepted. */
    void accepted(Place place, String sha256, long evidence, Instant at);

    /** What names terms: whose they are, where they stand, and how the playbook finds them. */
    record Place(String tpp, String portal, String environment, String document) { }

    /**
     * A version of terms.
     *
     * @param evidence the id of the evidence that holds them
     * @param acceptedAt when they were accepted, or null
     */
    record Version(String sha256, long evidence, Instant shownAt, Instant acceptedAt) { }
}
