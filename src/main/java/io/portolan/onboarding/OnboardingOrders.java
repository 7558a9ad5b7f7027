package io.portolan.onboarding;

import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
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
        var playbook = playbook(onboarding, onboarding.legVersions().getOrDefault(leg, onboarding.playbookVersion()));
        var route = playbook.environments().get(onboarding.environment()).route(onboarding.route()).orElseThrow();
        return new LegOrder(onboarding.id(), onboarding.tpp(), playbook, onboarding.environment(), route,
                route.leg(leg).orElseThrow().forServices(onboarding.wanted()), onboarding.branch(), onboarding.application(), onboarding.wanted(),
                onboarding.startedAt());
    }

    Route route(Onboarding onboarding) {
        return environment(onboarding).route(onboarding.route()).orElseThrow();
    }

    Environment environment(Onboarding onboarding) {
        return playbook(onboarding, onboarding.playbookVersion()).environments().get(onboarding.environment());
    }

    private Playbook playbook(Onboarding onboarding, String version) {
        return playbooks.version(onboarding.bank(), version).map(Playbooks.Versioned::playbook).orElseThrow(() -> new IllegalStateException(
                "the playbook version " + version + " of " + onboarding.bank() + " is not kept"));
    }
}
