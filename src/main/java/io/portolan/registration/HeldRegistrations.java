package io.portolan.registration;

import io.portolan.playbook.Environment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The registrations at which banks let us in, counted: of one TPP, or of all where that is null. */
public interface HeldRegistrations {

    /** How many are active, and how many of those that are held do not work as they should, for each kind of environments. */
    List<Count> counts(String tpp);

    /** The places of this kind at which there is any registration; an environment that no playbook has counts as one for trying. */
    List<Registrations.Place> places(Environment.Kind kind);

    /** What banks let us in by that is still good and ends before then, the first to end first. */
    List<Ending> ending(String tpp, Instant before, int limit);

    /** What banks let us in by that has ended and was not replaced, the last to end first. */
    List<Ending> ended(String tpp, int limit);

    /** How many registrations have anything that has ended, or ends before then. */
    long withEnding(String tpp, Instant before);

    /** Those of these banks at which a TPP has a registration in this environment, held or on its way, other than the one of this id. */
    List<String> banksWith(String tpp, Collection<String> banks, String environment, String otherThan);

    /** A credential of a registration, and when it ends. */
    record Ending(String registration, String tpp, String bank, String environment, String credential, Instant at) { }

    /** How many there are of a kind. */
    record Count(Environment.Kind kind, long active, long degraded) { }
}
