package io.portolan.onboarding;

import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import org.springframework.stereotype.Component;

/** What each leg is about, by the playbook version that its onboarding is pinned to. */
@Component
class OnboardingOrders implements Orders {

    private final Onboardings onboardings;
    private final Playbooks playbooks;

    OnboardingOrders(Onboardings onboardings, Playbooks playbooks) {
        this.onboardings = onboardings;
        this.playbooks = playbooks;
    }

    @Override
    public LegOrder order(String onboarding, String leg) {
        return order(onboardings.find(onboarding).orElseThrow(), leg);
    }

    LegOrder order(Onboarding onboarding, String leg) {
        var route = route(onboarding);
        return new LegOrder(onboarding.id(), onboarding.tpp(), playbook(onboarding).playbook(), onboarding.environment(), route,
                route.leg(leg).orElseThrow().forServices(onboarding.wanted()), onboarding.branch(), onboarding.application(), onboarding.wanted(),
                onboarding.startedAt());
    }

    Route route(Onboarding onboarding) {
        return environment(onboarding).route(onboarding.route()).orElseThrow();
    }

    Environment environment(Onboarding onboarding) {
        return playbook(onboarding).playbook().environments().get(onboarding.environment());
    }

    private Playbooks.Versioned playbook(Onboarding onboarding) {
        return playbooks.version(onboarding.bank(), onboarding.playbookVersion()).orElseThrow(() -> new IllegalStateException(
                "the playbook version " + onboarding.playbookVersion() + " of " + onboarding.bank() + " is not kept"));
    }
}
