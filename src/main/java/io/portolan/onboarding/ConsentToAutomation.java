package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegState;
import io.portolan.leg.LegQueue;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbook;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a TPP, once for each portal whose terms do not say it, whether machines may work there; until it consents people do. */
@Component
public class ConsentToAutomation {

    private final JdbcAutomationConsents consents;
    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final Engine engine;
    private final PeopleNeeded people;
    private final Journal journal;
    private final Clock clock;

    ConsentToAutomation(JdbcAutomationConsents consents, JdbcOnboardings onboardings, OnboardingOrders orders, LegQueue legs, Engine engine,
            PeopleNeeded people, Journal journal, Clock clock) {
        this.consents = consents;
        this.onboardings = onboardings;
        this.orders = orders;
        this.legs = legs;
        this.engine = engine;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** The portals that this TPP was asked about, by name. */
    public List<AutomationConsent> of(String tpp) {
        return consents.of(tpp);
    }

    /** What the TPP was asked, or has decided, about the portal of this onboarding; empty where its terms leave nothing to ask. */
    public Optional<AutomationConsent> about(Onboarding onboarding) {
        var portal = orders.environment(onboarding).portal();
        return portal == null || orders.playbook(onboarding).automation() != Playbook.Automation.UNKNOWN ? Optional.empty()
                : consents.of(onboarding.tpp()).stream().filter(consent -> consent.portal().equals(portal.name())).findFirst();
    }

    /** Keeps what the TPP has decided; with its consent the machine takes over the legs that people have at this portal. */
    @Transactional
    public AutomationConsent decide(String tpp, String portal, boolean given, String note, String actor) {
        var consent = new AutomationConsent(tpp, portal, given, note, actor, clock.instant());
        consents.decide(consent);
        journal.write(Act.by(actor, Act.HOUSE, given ? "automation-consented" : "automation-consent-withdrawn",
                tpp + " at the portal " + portal + (note == null ? "" : ": " + note)));
        if (given) {
            consents.withPeople(tpp).forEach(onboarding -> takeOver(onboarding, portal, actor));
        }
        return consent;
    }

    private void takeOver(String id, String portal, String actor) {
        var onboarding = onboardings.lock(id);
        var isThere = !onboarding.status().isFinal() && legs.of(id).stream().filter(row -> row.state() == LegState.WITH_PERSON)
                .map(row -> orders.order(onboarding, row.leg()))
                .anyMatch(order -> order.leg().by() == MeansName.PORTAL && order.portalName().equals(portal));
        if (isThere && engine.wake(id)) {
            onboardings.status(id, Onboarding.Status.RUNNING, null, null);
            journal.write(Act.by(actor, id, "automation-consented", "The machine takes over at the portal " + portal + "."));
        }
    }

    /** Asks the TPP when an onboarding comes to the first leg at such a portal. */
    void askFor(Onboarding onboarding, String leg) {
        var order = orders.asWritten(onboarding, leg);
        if (order.leg().by() == MeansName.PORTAL && order.playbook().automation() == Playbook.Automation.UNKNOWN
                && consents.ask(onboarding.tpp(), order.portalName())) {
            journal.write(Act.ofPortolan(onboarding.id(), "automation-consent-asked", leg, null, onboarding.tpp() + " at the portal " + order.portalName()));
            people.tell(onboarding, "May a machine work the portal " + order.portalName() + "?",
                    "The terms of the portal " + order.portalName() + " say nothing of automation, or nobody has read them. Please read them and decide for "
                            + onboarding.tpp() + ", on the page of this onboarding or by PUT /api/v1/tpps/" + onboarding.tpp() + "/automation-consents/"
                            + order.portalName() + ". Until then a person does its legs.");
        }
    }
}
