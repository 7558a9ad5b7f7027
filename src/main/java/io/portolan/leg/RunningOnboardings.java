package io.portolan.leg;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The onboardings that are not over, as whoever hears from a bank sees them and wakes them. */
public interface RunningOnboardings {

    /** Those of these TPPs. */
    List<Running> of(Collection<String> tpps);

    /** The one of this id; empty where it is over or there is none. */
    Optional<Running> find(String onboarding);

    /**
     * Lets a leg that waits be looked at now.
     *
     * @param alsoFromPerson whether a leg that a person has counts as waiting too; the person's task is then superseded
     * @return whether a leg was woken
     */
    boolean wake(String onboarding, boolean alsoFromPerson);

    /** Keeps that the bank has acknowledged, and shows it on the legs that wait; what the bank did not say is null. */
    void acknowledged(String onboarding, String note, String reference, Instant expectedBy);

    /** An onboarding with the legs that are not behind it, in order. */
    record Running(String onboarding, String tpp, List<Ahead> legs) { }

    /** A leg that is not done yet. */
    record Ahead(LegOrder order, LegState state) {

        /** Whether the onboarding is at this leg. */
        public boolean isCurrent() {
            return state != LegState.PENDING;
        }
    }
}
