package io.portolan.onboarding;

import io.portolan.registration.Adoptions;
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
    private final Adoptions adoptions;

    ProveAdopted(StartOnboarding start, FurtherServices brought, JdbcOnboardings onboardings, Registrations registrations, Adoptions adoptions) {
        this.start = start;
        this.brought = brought;
        this.onboardings = onboardings;
        this.registrations = registrations;
        this.adoptions = adoptions;
    }

    /** Starts it, at the branch that was named where one registration is for several; refuses as {@link StartOnboarding#proving}. */
    Onboarding begin(Registration adopted, String actor) {
        var branch = adoptions.of(adopted.id()).map(adoption -> adoption.origin().branch()).orElse(adopted.branch());
        return start.proving(adopted, branch, actor);
    }

    /** What is handed in while it is being proven is used from the next try on. */
    @EventListener
    void follow(CredentialChanged changed) {
        registrations.find(changed.registration()).filter(Registration::isAdoptedUnproven).map(Registration::onboarding)
                .flatMap(onboardings::find).filter(onboarding -> !onboarding.status().isFinal()).ifPresent(brought::bringAlong);
    }
}
