package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Procedure;
import io.portolan.playbook.Route;
import io.portolan.registration.Registration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How the bank of a registration is left again, by what its playbook says now, and what hangs on the registration. */
@Component
class HowToWithdraw {

    private final Playbooks playbooks;
    private final JdbcOnboardings onboardings;
    private final Leanings leanings;

    HowToWithdraw(Playbooks playbooks, JdbcOnboardings onboardings, Leanings leanings) {
        this.playbooks = playbooks;
        this.onboardings = onboardings;
        this.leanings = leanings;
    }

    /** The route by which Portolan has the bank remove it; empty where only a person can. */
    Optional<Route> route(Registration registration) {
        // whether what was told of one that no call has proven is true is for a person to see
        return registration.isAdoptedUnproven() ? Optional.empty() : procedure(registration).map(Procedure::route).flatMap(name -> environment(registration).flatMap(environment -> environment.route(name)));
    }

    /** What the playbook says of it to a person, as sentences; blank where it says nothing. */
    String told(Registration registration) {
        return procedure(registration).map(said -> Stream.of(said.mode(), said.leadTime() == null ? null : "It takes " + said.leadTime() + ".",
                said.contact() == null ? null : "Ask " + said.contact() + ".").filter(Objects::nonNull).collect(Collectors.joining(" "))).orElse("");
    }

    /** Where others have taken something from it and build on that: the places, each once. */
    List<String> leaning(Registration registration) {
        return leanings.onRegistration(registration.id()).stream().flatMap(leaning -> onboardings.find(leaning.onboarding()).stream())
                .filter(other -> !other.status().isFinal() || other.status() == Onboarding.Status.DONE).map(other -> other.bank() + ", " + other.environment()).distinct().toList();
    }

    /** The onboarding for the same that is under way: one that gives it up, or one that adds services; empty where there is none. */
    Optional<String> underWay(Registration registration) {
        return onboardings.running(registration.tpp(), registration.bank(), registration.branch() == null ? "" : registration.branch(), registration.environment(),
                registration.application());
    }

    private Optional<Procedure> procedure(Registration registration) {
        return current(registration).map(playbook -> playbook.procedures().get(Procedure.Kind.WITHDRAW));
    }

    private Optional<Environment> environment(Registration registration) {
        return current(registration).map(playbook -> playbook.environments().get(registration.environment()));
    }

    private Optional<Playbook> current(Registration registration) {
        return playbooks.current(registration.bank()).map(Playbooks.Versioned::playbook);
    }
}
