package io.portolan.onboarding;

import io.portolan.playbook.Leg;
import io.portolan.playbook.LegAsked;
import io.portolan.playbook.Service;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the legs of playbooks use of ours, found out once for each version: to find it out means to go through all that a leg says. */
@Component
class AskedLegs {

    /** More than all the shipped playbooks have together. */
    private static final int MOST = 20_000;

    private final Map<Key, LegAsked> known = new ConcurrentHashMap<>();

    private record Key(String bank, String version, String environment, String route, String leg, Set<Service> services) { }

    LegAsked of(Leg leg, Wish wish) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(wish.playbook().playbook().bank(), wish.playbook().hash(), wish.environmentName(), wish.route().name(), leg.id(), Set.copyOf(wish.services())),
                any -> LegAsked.of(leg, wish.services()));
    }
}
