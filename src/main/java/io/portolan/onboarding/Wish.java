package io.portolan.onboarding;

import io.portolan.playbook.DeriveWork;
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
 * @param what what of the registration is wanted
 * @param held what is known of an adopted registration that is to be proven, by name; else empty
 */
record Wish(String tpp, Playbooks.Versioned playbook, String environmentName, String branch, String application,
        Set<Service> services, Route route, What what, Set<String> held) {

    /** What an onboarding does for the registration that it works for. */
    enum What {
        /** It is made. */
        ALL,
        /** Services are added to one that is held. */
        FURTHER_SERVICES,
        /** One that was adopted is proven. */
        PROOF,
        /** One that is held is given up. */
        WITHDRAWAL
    }

    Wish(String tpp, Playbooks.Versioned playbook, String environmentName, String branch, String application,
            Set<Service> services, Route route) {
        this(tpp, playbook, environmentName, branch, application, services, route, What.ALL, Set.of());
    }

    /** The same for these services only, by this route, for a registration that is held. */
    Wish adding(Set<Service> missing, Route by) {
        return new Wish(tpp, playbook, environmentName, branch, application, missing, by, What.FURTHER_SERVICES, Set.of());
    }

    /** The same for a registration that was adopted with these credentials, only to be proven. */
    Wish proving(Set<String> credentials) {
        return new Wish(tpp, playbook, environmentName, branch, application, services, route, What.PROOF, Set.copyOf(credentials));
    }

    /** The same for a registration that is held, by the route by which its bank removes it. */
    Wish withdrawing() {
        return new Wish(tpp, playbook, environmentName, branch, application, services, route, What.WITHDRAWAL, Set.of());
    }

    /** What an onboarding that is planned wants, of which the legs with these ids are not walked. */
    static Wish planned(Onboarding onboarding, Playbooks.Versioned playbook, Route route, Set<String> skipped) {
        return new Wish(onboarding.tpp(), playbook, onboarding.environment(), onboarding.branch(), onboarding.application(), onboarding.services(),
                new Route(route.name(), route.when(), route.model(), route.legs().stream().filter(leg -> !skipped.contains(leg.id())).toList()));
    }

    boolean isForAll() {
        return what == What.ALL;
    }

    /**
     * Whether this leg is asked: of services that are added only what is done for them alone, the approval and the proof; of a
     * registration that was adopted only the proof, and what is computed for it and was not brought along.
     */
    boolean asks(Leg leg) {
        return leg.isFor(services) && switch (what) {
            case ALL, WITHDRAWAL -> true;
            case FURTHER_SERVICES -> isForAdding(route) || !leg.onlyFor().isEmpty() || leg.stage() == Stage.APPROVAL
                    || leg.stage() == Stage.VERIFY_ACCESS || leg.work() instanceof RegistrationWork;
            case PROOF -> leg.stage() == Stage.VERIFY_ACCESS || leg.work() instanceof DeriveWork && !held.containsAll(leg.captures().keySet());
        };
    }

    /** Whether its route gives a registration up. */
    boolean isByRouteOut() {
        return isFor(Procedure.Kind.WITHDRAW, route);
    }

    private boolean isForAdding(Route by) {
        return isFor(Procedure.Kind.ADD_SERVICE, by);
    }

    private boolean isFor(Procedure.Kind what, Route by) {
        var procedure = playbook.playbook().procedures().get(what);
        return procedure != null && by.name().equals(procedure.route());
    }

    Environment environment() {
        return playbook.playbook().at(environmentName, branch);
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
