package io.portolan.portal;

import java.time.Instant;
import java.util.Optional;

/** Which terms our TPPs have accepted at which portal. */
interface AcceptedTerms {

    /** The terms that were last accepted under this name. */
    Optional<Version> last(Place place);

    /** This version, if it was accepted before or a person has agreed to it. */
    Optional<Version> find(Place place, String sha256);

    /** Remembers that this person, asked about this version, lets it be accepted. */
    void agreed(Place place, String sha256, long evidence, String by, Instant at);

    /** Remembers that this version was accepted. */
    void accepted(Place place, String sha256, long evidence, Instant at);

    /** What names terms: whose they are, where they stand, and how the playbook finds them. */
    record Place(String tpp, String portal, String environment, String document) { }

    /**
     * A version of terms.
     *
     * @param evidence the id of the evidence that holds them
     * @param agreedBy the person who agreed to them, or null where nobody had to be asked
     * @param acceptedAt when they were accepted, or null where they are yet to be
     */
    record Version(String sha256, long evidence, String agreedBy, Instant acceptedAt) { }
}
