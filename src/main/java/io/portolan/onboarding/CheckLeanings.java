package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.REGISTRATION;

import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.playbook.NeedsAcross;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.RegistrationWork;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the registrations that a route leans on are there, under way, or can begin: what would stand in their way stands in the way here. */
@Component
class CheckLeanings {

    private final ReadRequest readRequest;
    private final Registrations registrations;
    private final JdbcOnboardings onboardings;
    private final Playbooks playbooks;

    CheckLeanings(ReadRequest readRequest, Registrations registrations, JdbcOnboardings onboardings, Playbooks playbooks) {
        this.readRequest = readRequest;
        this.registrations = registrations;
        this.onboardings = onboardings;
        this.playbooks = playbooks;
    }

    /** Says what it finds; the last asks what would be found of a wish elsewhere. */
    void check(AskedRoute asked, PreflightFindings findings, Function<Wish, List<Finding>> elsewhere) {
        var needed = asked.legs().stream().map(leg -> leg.asked().leg().work()).filter(RegistrationWork.class::isInstance).map(RegistrationWork.class::cast).toList();
        var place = new NeedsAcross.Place(asked.wish().playbook().playbook().bank(), asked.wish().environmentName());
        // what needs nothing is part of no circle
        var circle = NeedsAcross.of(asked.wish().playbook().playbook().environments().get(asked.wish().environmentName())).isEmpty() ? List.<NeedsAcross.Place>of()
                : new NeedsAcross(playbooks.all().stream().map(Playbooks.Versioned::playbook).toList()).circle(place);
        if (!circle.isEmpty()) {
            findings.error(REGISTRATION, "needs-circle", place.bank(), "These wait for each other, so none of them can begin: "
                    + circle.stream().map(NeedsAcross.Place::toString).collect(Collectors.joining(" -> ")) + ".");
            return;
        }
        needed.forEach(one -> one(one, asked.wish(), findings, elsewhere));
    }

    private void one(RegistrationWork needed, Wish wish, PreflightFindings findings, Function<Wish, List<Finding>> elsewhere) {
        var there = needed.unit() + ", " + needed.environment();
        var held = registrations.held(wish.tpp(), needed.unit(), null, needed.environment(), wish.application());
        if (held.isPresent() && held.get().standing() == Registration.Standing.SUSPENDED) {
            findings.warning(REGISTRATION, "registration-suspended", needed.unit(), "The registration at " + there + ", on which this one leans, is suspended:"
                    + " a person is asked before it goes on.");
        } else if (held.isPresent()) {
            findings.fine(REGISTRATION, "registration-held", needed.unit(), "The registration at " + there + ", on which this one leans, is there.");
        } else if (onboardings.running(wish.tpp(), needed.unit(), "", needed.environment(), wish.application()).isPresent()) {
            findings.fine(REGISTRATION, "registration-under-way", needed.unit(), "The registration at " + there + ", on which this one leans, is under way.");
        } else {
            begins(needed, there, wish, findings, elsewhere);
        }
    }

    private void begins(RegistrationWork needed, String there, Wish wish, PreflightFindings findings, Function<Wish, List<Finding>> elsewhere) {
        try {
            elsewhere.apply(readRequest.readWithoutApplication(new StartRequest(wish.tpp(), needed.unit(), null, needed.environment(), wish.application(),
                    wish.services().stream().map(Enum::name).toList(), null))).forEach(finding -> findings.add(new Finding(finding.severity(), finding.code(),
                            finding.subject(), finding.about(), "At " + there + ", where this bank needs a registration: " + finding.sentence())));
            findings.fine(REGISTRATION, "registration-begins", needed.unit(), "The registration at " + there + ", on which this one leans, is started by it.");
        } catch (Refused refused) {
            findings.error(REGISTRATION, "registration-missing", needed.unit(), "This bank needs a registration at " + there
                    + ", and that cannot be started: " + refused.getMessage());
        }
    }
}
