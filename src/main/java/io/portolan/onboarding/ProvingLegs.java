package io.portolan.onboarding;

import io.portolan.leg.LegOrder;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the legs by which a registration was proven, and can be again. */
@Component
class ProvingLegs {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;

    ProvingLegs(JdbcOnboardings onboardings, OnboardingOrders orders) {
        this.onboardings = onboardings;
        this.orders = orders;
    }

    /** The legs that prove each service that may be used now, of the last onboarding that had one; a service may have been added by a later one. */
    List<LegOrder> of(Registration registration) {
        var open = EnumSet.noneOf(Service.class);
        open.addAll(registration.effective());
        var legs = new ArrayList<LegOrder>();
        for (var onboarding : onboardings.doneFor(registration.id())) {
            var covered = EnumSet.noneOf(Service.class);
            for (var leg : orders.route(onboarding).legs()) {
                var services = open.stream().filter(service -> leg.isFor(EnumSet.of(service))).collect(Collectors.toSet());
                if (proves(leg) && !services.isEmpty()) {
                    legs.add(orders.asWritten(onboarding, leg.id()).only(services));
                    covered.addAll(services);
                }
            }
            open.removeAll(covered);
        }
        return legs;
    }

    private static boolean proves(Leg leg) {
        return leg.work() instanceof ApiWork api && api.request() == null && api.isProof() && !api.takesAccountHolder();
    }

    /** The most that these legs can prove of a service. */
    static Map<Service, ProofLevel> provable(List<LegOrder> legs) {
        var provable = new EnumMap<Service, ProofLevel>(Service.class);
        legs.forEach(order -> order.route().provable().forEach((service, level) -> provable.merge(service, level,
                (one, other) -> one.compareTo(other) >= 0 ? one : other)));
        return provable;
    }
}
