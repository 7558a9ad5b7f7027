package io.portolan.onboarding;

import io.portolan.leg.LegOrder;
import io.portolan.playbook.RegistrationWork;
import io.portolan.registration.Registrations;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What follows from a registration elsewhere that was taken although it was not granted all that is wanted here. */
@Component
class GrantedElsewhere {

    private final JdbcLeanings leanings;
    private final Registrations registrations;
    private final DecidedServices decided;
    private final PeopleNeeded people;

    GrantedElsewhere(JdbcLeanings leanings, Registrations registrations, DecidedServices decided, PeopleNeeded people) {
        this.leanings = leanings;
        this.registrations = registrations;
        this.decided = decided;
        this.people = people;
    }

    /**
     * Where another registers for the bank, the onboarding goes on without what was rejected there; what the bank has not granted in
     * another environment of its own is only told, since it decides anew here.
     */
    void read(Onboarding onboarding, LegOrder order) {
        if (!(order.leg().work() instanceof RegistrationWork work)) {
            return;
        }
        var there = leanings.find(onboarding.id(), order.leg().id()).flatMap(leaning -> registrations.find(leaning.registration()));
        var missing = there.map(held -> LeanOnRegistration.missing(held, order)).orElse(Set.of());
        if (missing.isEmpty() || missing.containsAll(onboarding.wanted())) {
            return;
        }
        var why = "The registration at " + work.unit() + ", " + work.environment() + ", on which this one leans, was not granted "
                + DecidedServices.said(missing) + ".";
        if (work.unit().equals(order.playbook().bank())) {
            people.tell(onboarding, DecidedServices.said(missing) + " not granted elsewhere", why);
        } else {
            decided.reject(onboarding, missing, why, "portolan");
        }
    }
}
