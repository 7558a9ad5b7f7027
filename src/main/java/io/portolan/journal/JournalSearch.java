package io.portolan.journal;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Looks through all chains of the journal at once, newest first. */
public interface JournalSearch {

    /**
     * A page of what the query finds, from the cursor on.
     *
     * @throws io.portolan.refusal.Refused with code {@code invalid-cursor}
     */
    Page page(Query query, String cursor, int limit);

    /** Gives all that the query finds, newest first and one by one, of one moment of the journal; none of it is kept in memory. */
    void each(Query query, Consumer<Line> taken);

    /** The names of all acts that were ever done, in the order of the alphabet. */
    List<String> acts();

    /** To what a chain belongs. */
    enum About { ONBOARDING, REGISTRATION, TPP, HOUSE, OTHER }

    /**
     * What to look for; what is null fits all.
     *
     * @param from the earliest moment
     * @param before the first moment that is too late
     * @param actor as the journal names who did it, or the name alone of a user or token
     * @param act the name of the act
     * @param about to what the chain belongs
     * @param chain the chain
     * @param words words in the detail, of which the beginning is enough; all have to be there
     */
    record Query(Instant from, Instant before, String actor, String act, About about, String chain, String words) {

        /** The query that all of the journal fits. */
        public static final Query ALL = new Query(null, null, null, null, null, null, null);

        /** Leaves out what says nothing. */
        public Query {
            actor = orNull(actor);
            act = orNull(act);
            chain = orNull(chain);
            words = orNull(words);
        }

        private static String orNull(String said) {
            return said == null || said.isBlank() ? null : said.strip();
        }
    }

    /** An entry and what is needed to check its hash: the hash of the entry before it in its chain, empty for the first, and the hash of each piece of evidence. */
    record Line(Entry entry, About about, String previous, List<String> evidenceHashes) { }

    /** A page and the cursor of the next one, or null. */
    record Page(List<Line> lines, String next) { }
}
