package io.portolan.adoption;

import io.portolan.registration.Adoption;
import io.portolan.registration.Opening;
import java.util.List;

/**
 * What was taken in, or would be.
 *
 * @param isTried whether nothing was done, but only looked
 * @param accounts how many accounts at portals are taken in
 */
public record Taken(boolean isTried, long accounts, List<Item> items) {

    /** What becomes of a registration that is told of. */
    public enum Outcome {
        /** It is taken in, or would be. */
        TAKEN,
        /** It was taken in before, by the same words: nothing is done, but for an account that is new. */
        THERE
    }

    /**
     * A registration.
     *
     * @param line where it stands in its file; 0 where there is none
     * @param registration its id, or null where nothing was done
     * @param proof what becomes of proving it
     * @param proofNote why its proof does not begin, or null
     * @param notes what should be known besides
     */
    public record Item(int line, Outcome outcome, String registration, Opening opening, Adoption.Proof proof, String proofNote, List<String> notes) { }

    /** How many have this outcome. */
    public long count(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
