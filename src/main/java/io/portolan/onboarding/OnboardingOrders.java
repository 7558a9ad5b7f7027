package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.playbook.ByHand;
import io.portolan.playbook.CallByHand;
import io.portolan.playbook.Environment;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Procedure;
import io.portolan.playbook.Route;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What each leg is about, by the playbook version that its onboarding is pinned to. */
@Component
class OnboardingOrders implements Orders {

    private final Onboardings onboardings;
    private final Playbooks playbooks;
    private final JdbcAutomationConsents consents;
    private final Certificates certificates;
    private final Facts facts;

    OnboardingOrders(Onboardings onboardings, Playbooks playbooks, JdbcAutomationConsents consents, Certificates certificates, Facts facts) {
        this.facts = facts;
        this.certificates = certificates;
        this.onboardings = onboardings;
        this.playbooks = playbooks;
        this.consents = consents;
    }

    @Override
    public LegOrder order(String onboarding, String leg) {
        return order(onboardings.find(onboarding).orElseThrow(), leg);
    }

    /** Where machines may not work a portal yet, a leg there is a person's, and so is one by api whose key is not kept here. */
    LegOrder order(Onboarding onboarding, String leg) {
        var order = asWritten(onboarding, leg);
        var mayNot = order.leg().by() == MeansName.PORTAL && order.playbook().automation() == Playbook.Automation.UNKNOWN
                && !consents.isGiven(order.tpp(), order.portalName());
        if (mayNot) {
            return order.with(ByHand.leg(order.leg(), order.environment()));
        }
        var elsewhere = CallByHand.keysOf(order.leg()).stream().filter(kind -> certificates.inUse(order.tpp(), Certificate.Kind.valueOf(kind.name()),
                order.certificatesFor(), onboarding.bank()).filter(certificate -> !certificate.hasKey()).isPresent()).collect(Collectors.toCollection(TreeSet::new));
        return elsewhere.isEmpty() ? order : order.with(CallByHand.leg(order.leg(), elsewhere));
    }

    LegOrder asWritten(Onboarding onboarding, String leg) {
        var written = playbook(onboarding, onboarding.legVersions().getOrDefault(leg, onboarding.playbookVersion()));
        var playbook = written.knowing(onboarding.environment(), onboarding.branch(), fact -> facts.find(onboarding.bank(), onboarding.environment(),
                written.branchOfFact(fact, onboarding.branch()), fact));
        var route = playbook.environments().get(onboarding.environment()).route(onboarding.route()).orElseThrow();
        return new LegOrder(onboarding.id(), onboarding.tpp(), playbook, onboarding.environment(), route,
                route.leg(leg).orElseThrow().forServices(onboarding.wanted()), onboarding.branch(), onboarding.application(), onboarding.wanted(),
                onboarding.startedAt());
    }

    Route route(Onboarding onboarding) {
        return environment(onboarding).route(onboarding.route()).orElseThrow();
    }

    /** Whether it gives the registration up that it works for. */
    boolean isWithdrawal(Onboarding onboarding) {
        var procedure = playbook(onboarding).procedures().get(Procedure.Kind.WITHDRAW);
        return procedure != null && onboarding.route().equals(procedure.route());
    }

    Environment environment(Onboarding onboarding) {
        return playbook(onboarding).environments().get(onboarding.environment());
    }

    Playbook playbook(Onboarding onboarding) {
        return playbook(onboarding, onboarding.playbookVersion());
    }

    private Playbook playbook(Onboarding onboarding, String version) {
        return playbooks.version(onboarding.bank(), version).map(Playbooks.Versioned::playbook).orElseThrow(() -> new IllegalStateException(
                "the playbook version " + version + " of " + onboarding.bank() + " is not kept"));
    }
}
