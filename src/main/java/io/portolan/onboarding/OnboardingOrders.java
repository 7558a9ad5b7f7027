package io.portolan.onboarding;

import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What each leg is about, by the playbook version that its onboarding is pinned to. */
@Component
class OnboardingOrders implements Orders {

    private static final int KNOWN = 1_000;

    private final Onboardings onboardings;
    private final Playbooks playbooks;
    /** What an order needs of an onboarding never changes; the newest are enough. */
    private final Map<String, Onboarding> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Onboarding> eldest) {
            return size() > KNOWN;
        }
    });

    OnboardingOrders(Onboardings onboardings, Playbooks playbooks) {
        this.onboardings = onboardings;
        this.playbooks = playbooks;
    }

    @Override
    public LegOrder order(String onboarding, String leg) {
        return order(known.computeIfAbsent(onboarding, id -> onboardings.find(id).orElseThrow()), leg);
    }

    LegOrder order(Onboarding onboarding, String leg) {
        var route = route(onboarding);
        return new LegOrder(onboarding.id(), onboarding.tpp(), playbook(onboarding).playbook(), onboarding.environment(), route,
                route.leg(leg).orElseThrow(), onboarding.branch(), onboarding.application(), onboarding.services(),
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
