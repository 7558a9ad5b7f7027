package io.portolan.registration;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The registrations there are; every change is written to the journal, on the chain of the registration. */
public interface Registrations {

    /**
     * Opens a registration for an onboarding, or takes up the one that is open for the same TPP, bank, branch, environment
     * and application.
     *
     * @throws io.portolan.refusal.Refused with code {@code already-registered} where one is active
     */
    Registration open(Opening opening, String actor);

    /**
     * Takes in one that exists at the bank, under this new id; it is in progress until a call has proven it.
     *
     * @throws io.portolan.refusal.Refused as {@link #open}, and with code {@code already-in-progress} where one is open
     */
    Registration adopt(String id, Opening opening, String actor);

    /** The same, under an id that is made for it. */
    default Registration adopt(Opening opening, String actor) {
        return adopt(UUID.randomUUID().toString(), opening, actor);
    }

    /** Those of a TPP that stand in the way of other ones for the same: open, active or suspended; the newest first. */
    List<Registration> standing(String tpp);

    /** The registration of this id. */
    Optional<Registration> find(String id);

    /** The registration that this onboarding works or worked for. */
    Optional<Registration> ofOnboarding(String onboarding);

    /** The one that is active or suspended for this TPP, bank, branch (or null), environment and application. */
    Optional<Registration> held(String tpp, String bank, String branch, String environment, String application);

    /** A page of them, newest first, from the cursor on; what is null in the filter fits all. */
    Page page(Filter filter, String cursor, int limit);

    /**
     * Makes a registration active with what was proven; what was issued for it becomes usable where there is a proof.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-registration}, {@code already-registered} or, for one
     *         that was rejected or withdrawn, {@code registration-ended}
     */
    Registration activate(String id, Activation activation, String actor);

    /** Says that further services are asked for, by this onboarding; the registration stays as it is meanwhile. */
    Registration extend(String id, Set<Service> services, String onboarding, String actor);

    /**
     * Writes down that further services were asked for in vain; the registration stays as it is.
     *
     * @param rejected whether the bank has decided so; else those that it has not granted count as never asked for
     */
    void notExtended(String id, Set<Service> services, boolean rejected, String why, String actor);

    /** Says from when a service that was granted may be used. */
    void takesEffect(String id, Service service, Instant from);

    /**
     * Changes how a registration stands, with a reason for people.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-registration}
     */
    Registration mark(String id, Registration.Standing standing, String reason, String actor);

    /** What calls at the bank's API have proven, newest first. */
    List<AccessProof> proofs(String id);

    /**
     * What to look for; what is null fits all.
     *
     * @param health how those work at which the bank lets us in
     * @param places only those at these places
     * @param endsBefore only those at which the bank lets us in by a credential that was not replaced and has ended, or ends before then
     */
    record Filter(String tpp, String bank, Registration.Standing standing, Registration.Health health, List<Place> places, Instant endsBefore) {

        /** By TPP, bank and standing. */
        public Filter(String tpp, String bank, Registration.Standing standing) {
            this(tpp, bank, standing, null, null, null);
        }
    }

    /** An environment of a bank. */
    record Place(String bank, String environment) { }

    /** A page and the cursor of the next one, or null. */
    record Page(List<Registration> items, String next) { }
}
