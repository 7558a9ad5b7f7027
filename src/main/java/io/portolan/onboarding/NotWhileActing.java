package io.portolan.onboarding;

import io.portolan.leg.LegQueue;
import io.portolan.playbook.Leg;
import io.portolan.refusal.Refused;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps a leg from being taken away from a run that has begun what cannot be taken back: another run would find nothing of it at the bank
 * yet and do it twice, and a secret that is shown once would stay on the page.
 */
@Component
class NotWhileActing {

    private final LegQueue legs;
    private final OnboardingOrders orders;

    NotWhileActing(LegQueue legs, OnboardingOrders orders) {
        this.legs = legs;
        this.orders = orders;
    }

    /** Throws {@link Refused} with code {@code leg-is-acting} for such a leg of the locked onboarding; none of these begins before the transaction ends. */
    void require(Onboarding onboarding, Collection<String> which) {
        var acting = legs.lockActing(onboarding.id(), which);
        if (!acting.isEmpty()) {
            var leg = acting.get(0);
            throw Refused.conflict("leg-is-acting", said(onboarding, leg), Map.of("onboarding", onboarding.id(), "leg", leg));
        }
    }

    /** Why these legs cannot be taken away just now, as sentences; empty where they can. */
    Optional<String> why(Onboarding onboarding, Collection<String> which) {
        return legs.acting(onboarding.id()).stream().filter(which::contains).findFirst().map(leg -> said(onboarding, leg));
    }

    private String said(Onboarding onboarding, String leg) {
        return "\"" + orders.route(onboarding).leg(leg).map(Leg::title).orElse(leg) + "\" is being done at the bank just now, and what was begun"
                + " cannot be taken back. Please try again in a moment, when it has said what came of it.";
    }
}
