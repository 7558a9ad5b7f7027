package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The onboardings there are. */
public interface Onboardings {

    /** The onboarding of this id. */
    Optional<Onboarding> find(String id);

    /** Those of these ids, as far as there are such. */
    List<Onboarding> of(Collection<String> ids);

    /** A page of them, newest first, from the cursor on; what is null in the filter fits all. */
    Page page(Filter filter, String cursor, int limit);

    /** Those that work or worked for a registration, newest first. */
    List<Onboarding> ofRegistration(String registration);

    /** The legs of an onboarding, in the order of its route. */
    List<LegView> legs(String id);

    /** How many there are in each status, whatever the filter says of it; each counted up to a number. */
    Map<Onboarding.Status, Long> counts(Filter filter, int most);

    /**
     * What to look for; what is null fits all.
     *
     * @param kind for which kind of environments
     * @param underWay whether only those that are not over are looked for
     * @param stage where they are now
     * @param passed what they have done since {@code since}
     * @param promiseBroken whether only those are looked for that wait for a bank which promised to move by a day that is over
     * @param since since when they have passed the stage or, where none is named, have ended
     */
    record Filter(String tpp, String bank, String environment, Onboarding.Status status, Environment.Kind kind, boolean underWay, Stage stage, Stage passed,
            boolean promiseBroken, Instant since) {

        /** By TPP, bank, environment and status. */
        public Filter(String tpp, String bank, String environment, Onboarding.Status status) {
            this(tpp, bank, environment, status, null, false, null, null, false, null);
        }
    }

    /** A page and the cursor of the next one, or null. */
    record Page(List<Onboarding> items, String next) { }
}
