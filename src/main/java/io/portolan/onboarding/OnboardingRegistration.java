package io.portolan.onboarding;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.EffectiveFrom;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.Proofs;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Capture;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Places;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.Stage;
import io.portolan.registration.AccessProof;
import io.portolan.registration.Activation;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Credentials;
import io.portolan.registration.Opening;
import io.portolan.registration.Registration;
import io.portolan.registration.RegistrationHealth;
import io.portolan.registration.Registrations;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps the registration that an onboarding works for in step with it. */
@Component
class OnboardingRegistration {

    private static final String ACTOR = "portolan";
    private static final Set<Stage> REGISTERING = EnumSet.of(Stage.SIGN_UP, Stage.CREATE_APPLICATION, Stage.REGISTER_CLIENT);

    private final Tpps tpps;
    private final Registrations registrations;
    private final Adoptions adoptions;
    private final RegistrationHealth health;
    private final Credentials credentials;
    private final Captures captures;
    private final Proofs proofs;
    private final DecidedServices decided;
    private final EffectiveFrom effectiveFrom;
    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final Clock clock;

    OnboardingRegistration(Tpps tpps, Registrations registrations, Adoptions adoptions, RegistrationHealth health, Credentials credentials, Captures captures, Proofs proofs,
            DecidedServices decided, EffectiveFrom effectiveFrom, OnboardingOrders orders, LegQueue legs, Clock clock) {
        this.tpps = tpps;
        this.registrations = registrations;
        this.adoptions = adoptions;
        this.health = health;
        this.credentials = credentials;
        this.captures = captures;
        this.proofs = proofs;
        this.decided = decided;
        this.effectiveFrom = effectiveFrom;
        this.orders = orders;
        this.legs = legs;
        this.clock = clock;
    }

    /** The registration that is held for what is wished, to which a wish can only add services. */
    Optional<Registration> heldFor(Wish wish) {
        return registrations.held(wish.tpp(), wish.unit(), branch(wish), wish.environmentName(), wish.application());
    }

    /** Opens the registration that an onboarding will work for, or has services added to the one that is held, or takes the one that is given up, and gives its id. */
    String open(Wish wish, String onboarding) {
        var held = heldFor(wish);
        if (held.isPresent() && wish.what() == Wish.What.WITHDRAWAL) {
            return held.get().id();
        }
        if (held.isPresent()) {
            return registrations.extend(held.get().id(), wish.services(), onboarding, ACTOR).id();
        }
        return registrations.open(new Opening(wish.tpp(), wish.unit(), branch(wish), wish.environmentName(), wish.application(),
                wish.services(), method(wish.route().legs()), onboarding, tpps.find(wish.tpp()).map(tpp -> tpp.profile().madeFor(wish.application())).orElse(null)), ACTOR).id();
    }

    private static String branch(Wish wish) {
        return wish.branchKey().isEmpty() ? null : wish.branchKey();
    }

    private static Registration.Method method(List<Leg> legs) {
        return legs.stream().filter(leg -> REGISTERING.contains(leg.stage())).reduce((first, last) -> last)
                .map(leg -> switch (leg.by()) {
                    case PORTAL -> Registration.Method.PORTAL;
                    case API -> Registration.Method.API;
                    case MAIL -> Registration.Method.MAIL;
                    case OPERATOR, DERIVE, REGISTRATION -> Registration.Method.BY_HAND;
                }).orElse(Registration.Method.NOT_NEEDED);
    }

    /** Lists the credentials that a leg has brought back, and the keys that were made for it. */
    void keepCredentials(Onboarding onboarding, LegOrder order) {
        order.leg().captures().keySet().forEach(name -> keepCredential(onboarding, order, name));
        order.leg().work().generate().forEach((name, what) -> captures.find(onboarding.id(), order.leg().id(), Places.GENERATED + name)
                .filter(made -> what.isKeyPair()).ifPresent(made -> credentials.keepSecret(onboarding.registration(), name,
                        CredentialKind.PRIVATE_KEY, made.secret(), null, ACTOR)));
    }

    /** Lists what a leg has brought back under this name, if it is a credential. */
    void keepCredential(Onboarding onboarding, LegOrder order, String name) {
        kind(name, order.leg().captures().get(name)).ifPresent(kind ->
                captures.find(onboarding.id(), order.leg().id(), name).ifPresent(kept -> keep(onboarding, order, kind, kept)));
    }

    /** With a registration's answer the earlier secret and token are at their end (RFC 7592, section 2.1); what is taken over is as it is at its source. */
    private static boolean endsTheEarlier(Leg leg) {
        return leg.work() instanceof RegistrationWork || leg.work() instanceof ApiWork work && work.client() != null;
    }

    private void keep(Onboarding onboarding, LegOrder order, CredentialKind kind, Captured kept) {
        list(onboarding, order, kind, kept);
        credentials.serves(onboarding.registration(), kept.name(), order.leg().captures().get(kept.name()).onlyFor());
    }

    private void list(Onboarding onboarding, LegOrder order, CredentialKind kind, Captured kept) {
        if (kept.secret() == null) {
            credentials.keepValue(onboarding.registration(), kept.name(), kind, kept.value(), kept.expiresAt(), ACTOR);
        } else if (kind == CredentialKind.CLIENT_SECRET && !endsTheEarlier(order.leg())) {
            credentials.keepBeside(onboarding.registration(), kept.name(), kind, kept.secret(), kept.expiresAt(), ACTOR);
        } else {
            credentials.keepSecret(onboarding.registration(), kept.name(), kind, kept.secret(), kept.expiresAt(), ACTOR);
        }
    }

    /** Which credential a capture is: what the playbook says, or what its name says. */
    static Optional<CredentialKind> kind(String name, Capture capture) {
        return Optional.of(capture.credential(name)).filter(CredentialKind::isOfTheRegistration);
    }

    /** The onboarding has come to its end: what was proven makes the registration active, for what the bank approved last and from then. */
    void activate(Onboarding onboarding) {
        var proven = proofs.of(onboarding.id()).stream()
                .map(proof -> new AccessProof(proof.service(), proof.level(), proof.controlled(), clock.instant())).toList();
        var granted = decided.granted(onboarding);
        var route = orders.route(onboarding);
        var from = effectiveFrom.byCutOff(onboarding.id(), route).or(() -> liveSince(onboarding)).orElseGet(clock::instant);
        var later = granted.stream().filter(service -> Optional.ofNullable(decided.effectiveFrom(onboarding, service)).orElse(from).isAfter(clock.instant()))
                .collect(Collectors.toSet());
        registrations.activate(onboarding.registration(), new Activation(granted, proven, route.provable(), onlyProves(onboarding) ? Registration.Method.ADOPTED
                : method(route.legs()), from, later), ACTOR);
        granted.forEach(service -> Optional.ofNullable(decided.effectiveFrom(onboarding, service)).ifPresent(day ->
                registrations.takesEffect(onboarding.registration(), service, day)));
        health.proveLater(onboarding.registration(), later.stream().filter(route.provable()::containsKey).collect(Collectors.toSet()));
    }

    /** Since when an adopted registration is used, as whoever handed it in has told. */
    private Optional<Instant> liveSince(Onboarding onboarding) {
        return onlyProves(onboarding) ? adoptions.of(onboarding.registration()).map(adoption -> adoption.origin().liveSince())
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()) : Optional.empty();
    }

    /** Whether it only proves what was adopted: none of the legs that register was asked, and the registration is there all the same. */
    private boolean onlyProves(Onboarding onboarding) {
        var route = orders.route(onboarding);
        return registrations.find(onboarding.registration()).orElseThrow().method() == Registration.Method.ADOPTED
                && legs.of(onboarding.id()).stream().filter(row -> route.leg(row.leg()).filter(leg -> REGISTERING.contains(leg.stage())).isPresent())
                        .allMatch(LegRecord::skipped);
    }

    /** The onboarding has ended before it came there. */
    void ended(Onboarding onboarding, Onboarding.Status status) {
        var why = onboarding.note() == null ? "its onboarding ended: " + status.name().toLowerCase(Locale.ROOT) : onboarding.note();
        if (registrations.find(onboarding.registration()).orElseThrow().standing().isHeld()) {
            registrations.notExtended(onboarding.registration(), onboarding.services(), status == Onboarding.Status.REJECTED, why, ACTOR);
            return;
        }
        if (onlyProves(onboarding)) {
            registrations.mark(onboarding.registration(), Registration.Standing.IN_PROGRESS, why, ACTOR);
            return;
        }
        var standing = switch (status) {
            case REJECTED -> Registration.Standing.REJECTED;
            case WITHDRAWN -> Registration.Standing.WITHDRAWN;
            default -> Registration.Standing.NOT_STARTED;
        };
        registrations.mark(onboarding.registration(), standing, why, ACTOR);
    }
}
