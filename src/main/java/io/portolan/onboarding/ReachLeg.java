package io.portolan.onboarding;

import io.portolan.leg.LegQueue;
import org.springframework.stereotype.Component;

/** Hands a leg to the queue as the process comes to act on it. */
@Component
public class ReachLeg {

    private final JdbcOnboardings onboardings;
    private final ConsentToAutomation consent;
    private final LegQueue legs;

    ReachLeg(JdbcOnboardings onboardings, ConsentToAutomation consent, LegQueue legs) {
        this.onboardings = onboardings;
        this.consent = consent;
        this.legs = legs;
    }

    /**
     * Offers the leg, for the place in the engine that waits for it. The onboarding is locked first, so that a timer and an
     * answer of the bank come one after the other and neither fails by the other.
     */
    public void with(String onboarding, String leg, String handle) {
        consent.askFor(onboardings.lock(onboarding), leg);
        legs.offer(onboarding, leg, handle);
    }
}
