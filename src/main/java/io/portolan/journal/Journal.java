package io.portolan.journal;

import java.util.List;

/** What was done in our name: append-only chains, in which each entry's hash covers the one before it and the hashes of its evidence. */
public interface Journal {

    /** Appends an act to its chain, as part of the caller's transaction. */
    Entry write(Act act);

    /** The entries of a chain, oldest first. */
    List<Entry> of(String chain);

    /** Checks the hashes of a chain from its first entry to its head, and the evidence that is still there. */
    Verification verify(String chain);

    /** Checks every chain, and the seals over all heads. */
    Verification verifyAll();

    /**
     * What a check found.
     *
     * @param intact whether everything fits
     * @param entries how many entries were read
     * @param problem the first thing that does not fit, or null
     */
    record Verification(boolean intact, long entries, String problem) { }
}
