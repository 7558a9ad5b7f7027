package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Procedure;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.playbook.Stage;
import java.util.Set;

/**
 * What is wanted of which bank, read and found possible.
 *
 * @param further whether the services are added to a registration that is held
 */
record Wish(String tpp, Playbooks.Versioned playbook, String environmentName, String branch, String application,
        Set<Service> services, Route route, boolean further) {

    Wish(String tpp, Playbooks.Versioned playbook, String environmentName, String branch, String application,
            Set<Service> services, Route route) {
        this(tpp, playbook, environmentName, branch, application, services, route, false);
    }

    /** The same for these services only, by this route, for a registration that is held. */
    Wish adding(Set<Service> missing, Route by) {
        return new Wish(tpp, playbook, environmentName, branch, application, missing, by, true);
    }

    /** Whether this leg is asked; of services that are added only what is done for them alone, the approval and the proof. */
    boolean asks(Leg leg) {
        return leg.isFor(services) && (!further || isForAdding(route) || !leg.onlyFor().isEmpty() || leg.stage() == Stage.APPROVAL
                || leg.stage() == Stage.VERIFY_ACCESS || leg.work() instanceof RegistrationWork);
    }

    private boolean isForAdding(Route by) {
        var procedure = playbook.playbook().procedures().get(Procedure.Kind.ADD_SERVICE);
        return procedure != null && by.name().equals(procedure.route());
    }

    Environment environment() {
        return playbook.playbook().environments().get(environmentName);
    }

    String environmentKind() {
        return environment().kind() == Environment.Kind.LIVE ? "live" : "test";
    }

    /** For which environments the certificates are that are used. */
    String certificatesFor() {
        return environment().certificatesFor(playbook.playbook().bank(), environmentName);
    }

    /** What registers: the bank itself, as long as no hub does it for it. */
    String unit() {
        return playbook.playbook().bank();
    }

    /** The branch, where branches register each; else empty. */
    String branchKey() {
        var known = branch == null ? null : playbook.playbook().branches().get(branch);
        return known != null && known.scope() == Playbook.Branch.Scope.REGISTRATION ? branch : "";
    }
}
