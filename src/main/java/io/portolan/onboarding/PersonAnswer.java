package io.portolan.onboarding;

/** What a person says of a leg that was handed over. */
public enum PersonAnswer {
    /** It was done by hand, with the captures. */
    DONE,
    /** Nobody has to sign up: the account at the portal is there. */
    ACCOUNT_EXISTS,
    /** The machine shall try again. */
    AGAIN,
    /** It was handed in at the bank and now waits. */
    HANDED_IN,
    /** The bank has rejected. */
    REJECTED,
    /** It is not needed. */
    NOT_NEEDED,
    /** The onboarding shall stop. */
    GIVE_UP
}
