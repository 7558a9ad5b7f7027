package io.portolan.onboarding;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.playbook.Procedure;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Services that are added to a registration which is held: what is left to ask for, by which legs, and what is known already. */
@Component
class FurtherServices {

    /** Under which the credentials of a registration stand that no onboarding of ours has made. */
    private static final String BEFORE_US = "adopted";

    private final OnboardingRegistration registration;
    private final JdbcOnboardings onboardings;
    private final Captures captures;
    private final Credentials credentials;

    FurtherServices(OnboardingRegistration registration, JdbcOnboardings onboardings, Captures captures, Credentials credentials) {
        this.registration = registration;
        this.onboardings = onboardings;
        this.captures = captures;
        this.credentials = credentials;
    }

    /** The wish without what was granted already; {@code already-registered} where nothing is left of it. */
    Wish leftOf(Wish wish, String namedRoute) {
        var held = registration.heldFor(wish);
        if (held.isEmpty()) {
            return wish;
        }
        var missing = wish.services().stream().filter(service -> !held.get().granted().contains(service)).collect(Collectors.toSet());
        if (missing.isEmpty() || held.get().standing() != Registration.Standing.ACTIVE) {
            throw Refused.conflict("already-registered", "This TPP is registered there already"
                    + (held.get().granted().isEmpty() ? "." : ", for " + said(held.get()) + "."), Map.of("registration", held.get().id()));
        }
        return wish.adding(missing, namedRoute == null ? routeForAdding(wish).orElse(wish.route()) : wish.route());
    }

    private static String said(Registration held) {
        return held.granted().stream().sorted().map(Service::name).collect(Collectors.joining(" and "));
    }

    private static Optional<Route> routeForAdding(Wish wish) {
        return Optional.ofNullable(wish.playbook().playbook().procedures().get(Procedure.Kind.ADD_SERVICE))
                .filter(procedure -> procedure.route() != null).flatMap(procedure -> wish.environment().route(procedure.route()));
    }

    /** Lets the new onboarding use what earlier ones for the same registration have brought back by legs that it does not walk again. */
    void inherit(Wish wish, Onboarding onboarding) {
        var asked = wish.route().legs().stream().filter(wish::asks).map(leg -> leg.id()).collect(Collectors.toSet());
        var earlier = onboardings.earlierFor(onboarding.registration(), onboarding.id());
        earlier.stream().flatMap(id -> captures.of(id).stream()).filter(kept -> !asked.contains(kept.leg())).forEach(kept ->
                captures.inherit(onboarding.id(), kept));
        if (earlier.isEmpty()) {
            bringAlong(onboarding);
        }
    }

    /** Lets an onboarding use the credentials that its registration has by now, as they were handed in. */
    void bringAlong(Onboarding onboarding) {
        bringAlong(onboarding, Instant.EPOCH);
    }

    /** Lets one that gives the registration up use all that was ever brought back for it, its present credentials first: some may have been replaced since. */
    void takeAll(Wish wish, Onboarding onboarding) {
        inherit(wish, onboarding);
        bringAlong(onboarding, onboarding.startedAt());
    }

    private void bringAlong(Onboarding onboarding, Instant at) {
        broughtAlong(onboarding.registration()).forEach(name -> credentials.source(onboarding.registration(), name).ifPresent(source ->
                captures.inherit(onboarding.id(), new Captured(BEFORE_US, 1, name, source.value(), source.inVault(), source.expires(), at))));
    }

    /** The names of the credentials that a registration has. */
    Set<String> broughtAlong(String registration) {
        return credentials.of(registration).stream().filter(credential -> credential.state().isCurrent()).map(Credential::name)
                .collect(Collectors.toSet());
    }
}
