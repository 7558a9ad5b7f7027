package io.portolan.registration;

/** What becomes of a registration that is held and that we give up; every change is written to the journal, on the chain of the registration. */
public interface Withdrawals {

    /**
     * Locks a registration at which the bank lets us in, or that was taken in as it exists there, until the transaction ends.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-registration} or {@code not-registered}
     */
    Registration lockHeld(String registration);

    /** Says that this onboarding has the bank remove it; it stands as before until the bank has. */
    void begun(String registration, String onboarding, String reason, String actor);

    /** Says that the bank has not removed it; it stands as before. */
    void inVain(String registration, String why, String actor);

    /** We have given it up: machines get none of its credentials any more, and it no longer stands in the way of another. */
    Registration givenUp(String registration, String reason, String actor);

    /** Nothing of one that was given up exists at the bank any more: its credentials are revoked, and those that are secret are forgotten for good. */
    void gone(String registration, String actor);
}
