package io.portolan.onboarding;

import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.RegistrationHealth;
import io.portolan.registration.Registrations;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what people and systems say of whether a registration works; people are told where it does not, and so are those that lean on it. */
@Component
public class SayHealth {

    private final Registrations registrations;
    private final RegistrationHealth health;
    private final Onboardings onboardings;
    private final PeopleNeeded people;

    SayHealth(Registrations registrations, RegistrationHealth health, Onboardings onboardings, PeopleNeeded people) {
        this.registrations = registrations;
        this.health = health;
        this.onboardings = onboardings;
        this.people = people;
    }

    /**
     * Says that it is degraded, or that it is no longer known to be; that it works only a proof can say.
     *
     * @throws Refused with codes {@code unknown-registration}, {@code not-registered}, {@code health-not-proven}
     */
    @Transactional
    public Registration with(String id, Registration.Health said, String reason, String actor) {
        switch (said) {
            case DEGRADED -> degraded(id, reason, actor);
            case UNKNOWN -> health.notDegraded(id, reason, actor);
            case OK -> throw Refused.invalid("health-not-proven", "That a registration works is proven by a call, not said. Have it verified, or say"
                    + " that its health is unknown.", Map.of("health", "degraded or unknown"));
        }
        return registrations.find(id).orElseThrow();
    }

    /** Says that it is degraded, in the caller's transaction. */
    void degraded(String id, String reason, String actor) {
        if (!health.degraded(id, reason, actor)) {
            return;
        }
        var registration = registrations.find(id).orElseThrow();
        if (registration.onboarding() != null) {
            onboardings.find(registration.onboarding()).ifPresent(onboarding -> people.tell(onboarding, "Degraded: " + registration.bank(),
                    "The registration at " + registration.bank() + ", " + registration.environment() + ", does not work as it should: " + reason
                            + " Please see to it, and have it verified again once it works (POST /api/v1/registrations/" + id + "/verification)."));
        }
    }
}
