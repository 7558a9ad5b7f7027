package io.portolan.access;

import java.util.List;
import java.util.Optional;

/** The requests for a second person, and what became of them. */
public interface Approvals {

    /** The request of this id. */
    Optional<Approval> find(String id);

    /** The newest for this object of this deed, however it stands. */
    Optional<Approval> latest(String deed, String object);

    /** A page of them, newest first, from the cursor on. */
    Page page(Filter filter, String cursor, int limit);

    /** How many wait for a decision that this person may make, up to a hundred. */
    int waitingFor(Actor actor);

    /**
     * What to look for; what is null fits all.
     *
     * @param waitingFor only those that wait for a decision of this person
     * @param of only those that this person has asked for
     * @param decided whether only those that wait for nobody's decision, or only the others
     */
    record Filter(Actor waitingFor, Actor of, Boolean decided, String tpp, Approval.State state) {

        /** Those that wait for the decision of a person. */
        public static Filter forDecisionBy(Actor actor) {
            return new Filter(actor, null, null, null, null);
        }

        /** Those of one's own. */
        public static Filter askedBy(Actor actor) {
            return new Filter(null, actor, null, null, null);
        }

        /** Those that wait for nobody any more. */
        public static Filter over() {
            return new Filter(null, null, true, null, null);
        }
    }

    /** A page and the cursor of the next one, or null. */
    record Page(List<Approval> items, String next) { }
}
