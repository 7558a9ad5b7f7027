package io.portolan.onboarding;

import io.portolan.registration.CredentialChanged;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Proves registrations that were adopted, by an onboarding that goes straight to the legs that prove access, with the credentials that were handed in. */
@Component
class ProveAdopted {

    private final StartOnboarding start;
    private final FurtherServices brought;
    private final JdbcOnboardings onboardings;
    private final Registrations registrations;

    ProveAdopted(StartOnboarding start, FurtherServices brought, JdbcOnboardings onboardings, Registrations registrations) {
        this.start = start;
        this.brought = brought;
        this.onboardings = onboardings;
        this.registrations = registrations;
    }

    /** Starts it; refuses as {@link StartOnboarding#proving}. */
    Onboarding begin(Registration adopted, String actor) {
        return start.proving(adopted, actor);
    }

    /** What is handed in while it is being proven is used from the next try on. */
    @EventListener
    void follow(CredentialChanged changed) {
        registrations.find(changed.registration()).filter(Registration::isAdoptedUnproven).map(Registration::onboarding)
                .flatMap(onboardings::find).filter(onboarding -> !onboarding.status().isFinal()).ifPresent(brought::bringAlong);
    }
}
