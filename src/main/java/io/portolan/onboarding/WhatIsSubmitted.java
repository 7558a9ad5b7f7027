package io.portolan.onboarding;

import io.portolan.access.Asked.Fact;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.leg.LegOrder;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Step;
import io.portolan.tpp.EditTpps;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a bank is given by a leg that hands an application in, as far as somebody who is to agree to it has to know. */
@Component
class WhatIsSubmitted {

    private static final Set<Stage> STAGES = EnumSet.of(Stage.CREATE_APPLICATION, Stage.REGISTER_CLIENT);

    private final EditTpps tpps;
    private final Certificates certificates;

    WhatIsSubmitted(EditTpps tpps, Certificates certificates) {
        this.tpps = tpps;
        this.certificates = certificates;
    }

    /** Whether a leg hands an application in or accepts terms, by whichever means; what is registered elsewhere is handed in by the onboarding there. */
    static boolean isSubmitted(LegOrder order) {
        var leg = order.written();
        return leg.by() != MeansName.DERIVE && leg.by() != MeansName.REGISTRATION && (STAGES.contains(leg.stage()) || !terms(order).isEmpty());
    }

    /** The terms that a leg accepts, as the playbook names them. */
    static List<String> terms(LegOrder order) {
        return !(order.written().work() instanceof PortalWork work) ? List.of()
                : Stream.of(work.steps(), work.ifLost()).filter(Objects::nonNull).flatMap(List::stream).filter(Step.AcceptTerms.class::isInstance).map(Step.AcceptTerms.class::cast)
                        .map(step -> step.document().described() + (step.known() == null ? "" : ", SHA-256 " + step.known())).toList();
    }

    List<Fact> facts(Onboarding onboarding, LegOrder order, List<String> terms) {
        var facts = new ArrayList<>(List.of(new Fact("TPP", onboarding.tpp() + tpps.kept(onboarding.tpp()).map(kept -> ", version " + kept.version() + " of its profile").orElse("")),
                new Fact("Bank", order.playbook().name() + " (" + onboarding.bank() + ")"), new Fact("Environment", onboarding.environment()),
                new Fact("Services", DecidedServices.said(onboarding.wanted())), new Fact("Application", onboarding.application()),
                new Fact("Leg", order.leg().title() + ", by " + order.leg().by().name().toLowerCase(Locale.ROOT)),
                new Fact("Playbook", onboarding.legVersions().getOrDefault(order.leg().id(), onboarding.playbookVersion()).substring(0, 12)),
                new Fact("Certificates", String.join(", ", inUse(onboarding, order)))));
        if (!terms.isEmpty()) {
            facts.add(new Fact("Terms", String.join("; ", terms)));
        }
        return facts;
    }

    private List<String> inUse(Onboarding onboarding, LegOrder order) {
        return Stream.of(Certificate.Kind.values()).flatMap(kind -> certificates.inUse(onboarding.tpp(), kind, order.certificatesFor(), onboarding.bank()).stream())
                .map(certificate -> certificate.kind().said() + ", serial " + certificate.serial().toString(16)).toList();
    }
}
