package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.ONBOARDING;
import static io.portolan.onboarding.PreflightReport.Subject.REGISTRATION;

import io.portolan.refusal.Refused;
import org.springframework.stereotype.Component;

/** Whether the same is under way or there already, and whether what the bank takes only once, ever, was used: what a start refuses by itself. */
@Component
class CheckStanding {

    private final JdbcOnboardings onboardings;
    private final FurtherServices further;
    private final UniqueValues uniqueValues;

    CheckStanding(JdbcOnboardings onboardings, FurtherServices further, UniqueValues uniqueValues) {
        this.onboardings = onboardings;
        this.further = further;
        this.uniqueValues = uniqueValues;
    }

    /** Says what it finds, and gives what is left of the wish: all of it where nothing can be. */
    Wish check(Wish wish, String namedRoute, PreflightFindings findings) {
        onboardings.running(wish.tpp(), wish.unit(), wish.branchKey(), wish.environmentName(), wish.application()).ifPresent(running ->
                findings.error(ONBOARDING, "already-onboarding", running, "This is being onboarded already."));
        uniqueValues.usedBy(wish).ifPresent(used -> findings.error(REGISTRATION, "unique-value-used", used, UniqueValues.said(wish, used)));
        try {
            var left = further.leftOf(wish, namedRoute);
            if (!left.services().equals(wish.services())) {
                findings.warning(REGISTRATION, "services-added", wish.unit(), "This TPP is registered there already, so only what is missing is asked for: "
                        + DecidedServices.said(left.services()) + ".");
            }
            return left;
        } catch (Refused registered) {
            findings.error(REGISTRATION, registered.code(), registered.about().getOrDefault("registration", wish.unit()), registered.getMessage());
            return wish;
        }
    }
}
