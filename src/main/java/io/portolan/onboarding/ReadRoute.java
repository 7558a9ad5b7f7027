package io.portolan.onboarding;

import io.portolan.certificate.Certificates;
import io.portolan.onboarding.AskedRoute.AskedLeg;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Playbook;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads which legs a wish would walk now, and which of them a person would do. */
@Component
class ReadRoute {

    private final Tpps tpps;
    private final Certificates certificates;
    private final JdbcAutomationConsents consents;
    private final OnboardingSettings settings;
    private final Clock clock;
    private final AskedLegs askedLegs;

    ReadRoute(Tpps tpps, Certificates certificates, JdbcAutomationConsents consents, OnboardingSettings settings, AskedLegs askedLegs, Clock clock) {
        this.askedLegs = askedLegs;
        this.tpps = tpps;
        this.certificates = certificates;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    AskedRoute of(Wish wish) {
        return new AskedRoute(wish, tpps.find(wish.tpp()).orElseThrow(), wish.route().legs().stream().filter(wish::asks).map(leg -> asked(leg, wish)).toList(),
                clock.instant(), settings.leastValidity());
    }

    /** As {@link OnboardingOrders} decides it when the leg comes. */
    private AskedLeg asked(Leg leg, Wish wish) {
        var asked = askedLegs.of(leg, wish);
        var byPerson = switch (leg.by()) {
            case OPERATOR -> true;
            case PORTAL -> wish.playbook().playbook().automation() == Playbook.Automation.UNKNOWN && !consents.isGiven(wish.tpp(), portal(wish));
            case API -> asked.keys().stream().anyMatch(kind -> certificates.inUse(wish.tpp(), CertificatesInUse.of(kind), wish.certificatesFor(),
                    wish.playbook().playbook().bank()).filter(found -> !found.hasKey()).isPresent());
            default -> false;
        };
        return new AskedLeg(asked, byPerson);
    }

    private static String portal(Wish wish) {
        var portal = wish.environment().portal();
        return portal == null ? wish.unit() : portal.name();
    }
}
