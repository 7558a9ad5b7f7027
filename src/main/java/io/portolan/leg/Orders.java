package io.portolan.leg;

/** Tells what a leg of an onboarding is about. */
public interface Orders {

    /** The order for this leg, by the playbook version that the onboarding is pinned to. */
    LegOrder order(String onboarding, String leg);
}
