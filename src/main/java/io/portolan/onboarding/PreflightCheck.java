package io.portolan.onboarding;

/** Looks at one subject of what a bank asks before an onboarding starts; it changes nothing. */
interface PreflightCheck {

    /** Says what it finds of this route as it would be walked. */
    void check(AskedRoute asked, PreflightFindings findings);
}
