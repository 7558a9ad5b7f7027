package io.portolan.onboarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The onboardings there are. */
public interface Onboardings {

    /** The onboarding of this id. */
    Optional<Onboarding> find(String id);

    /** A page of them, newest first, from the cursor on; what is null in the filter fits all. */
    Page page(Filter filter, String cursor, int limit);

    /** Those that work or worked for a registration, newest first. */
    List<Onboarding> ofRegistration(String registration);

    /** The legs of an onboarding, in the order of its route. */
    List<LegView> legs(String id);

    /** How many there are in each status, per environment kind, for an overview. */
    Map<Onboarding.Status, Long> counts();

    /** What to look for. */
    record Filter(String tpp, String bank, String environment, Onboarding.Status status) { }

    /** A page and the cursor of the next one, or null. */
    record Page(List<Onboarding> items, String next) { }
}
