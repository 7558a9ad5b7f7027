package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.Captured;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProveAgain;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.AccessProof;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.RegistrationHealth;
import io.portolan.registration.Registrations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Proves on demand that a registration still works, by the legs that proved it, with the credentials that are held now. */
@Component
public class VerifyRegistration {

    private final Registrations registrations;
    private final RegistrationHealth health;
    private final Credentials credentials;
    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final ProveAgain proveAgain;
    private final SayHealth sayHealth;
    private final ProveAdopted proveAdopted;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    VerifyRegistration(Registrations registrations, RegistrationHealth health, Credentials credentials, JdbcOnboardings onboardings,
            OnboardingOrders orders, ProveAgain proveAgain, SayHealth sayHealth, ProveAdopted proveAdopted, Journal journal, TransactionOperations transactions, Clock clock) {
        this.registrations = registrations;
        this.health = health;
        this.credentials = credentials;
        this.onboardings = onboardings;
        this.orders = orders;
        this.proveAgain = proveAgain;
        this.sayHealth = sayHealth;
        this.proveAdopted = proveAdopted;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of a verification. */
    public enum Result {
        /** The calls have worked; the registration's health says whether they prove it. */
        PROVEN,
        /** They have not: the registration is degraded. */
        FAILED,
        /** The bank could not answer, which says nothing of the registration: its health stays. */
        NO_ANSWER,
        /** It was adopted and never proven: an onboarding has begun that only proves it. */
        STARTED
    }

    /** What came of it, with a sentence for people and the registration as it stands then. */
    public record Verified(Result result, String sentence, Registration registration) { }

    /**
     * Verifies it now, which takes as long as the bank takes to answer; not to be called within a transaction.
     *
     * @throws Refused with codes {@code unknown-registration}, {@code not-registered}, {@code nothing-to-prove}, and for one that was
     *         adopted as {@link StartOnboarding#with}
     */
    public Verified with(String id, String actor) {
        var registration = registrations.find(id).orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + id + "."));
        if (registration.isAdoptedUnproven()) {
            var begun = proveAdopted.begin(registration, actor);
            return new Verified(Result.STARTED, "It was adopted, and no call has proven it yet. The onboarding " + begun.id()
                    + " proves it, with the credentials that were handed in.", registrations.find(id).orElseThrow());
        }
        if (!registration.standing().isHeld()) {
            throw Refused.conflict("not-registered", "This registration is not active, so there is no access to prove yet.", Map.of("registration", id));
        }
        var legs = legs(registration);
        if (legs.isEmpty()) {
            throw Refused.conflict("nothing-to-prove", "No call that proves access is known for what this registration may use now; a person has to see"
                    + " whether it works, and can say so.", Map.of("registration", id));
        }
        var proofs = new ArrayList<AccessProof>();
        var sentences = new ArrayList<String>();
        for (var order : legs) {
            var came = proveAgain.with(order, name -> held(id, name));
            var said = came.sentence() == null ? order.leg().title() : came.sentence();
            journal.write(new Act(id, actor, came.outcome() instanceof Outcome.Done ? "access-proven-again" : "access-not-proven", order.leg().id(),
                    order.leg().by().name().toLowerCase(java.util.Locale.ROOT), said, came.evidence()));
            if (!(came.outcome() instanceof Outcome.Done)) {
                return notProven(id, came.outcome(), said, actor);
            }
            came.proofs().forEach(proof -> proofs.add(new AccessProof(proof.service(), proof.level(), proof.controlled(), clock.instant())));
            sentences.add(said);
        }
        return new Verified(Result.PROVEN, String.join(" ", sentences), health.proven(id, proofs, provable(legs), actor));
    }

    private Verified notProven(String id, Outcome outcome, String said, String actor) {
        if (outcome instanceof Outcome.Fault || outcome instanceof Outcome.NotYet) {
            return new Verified(Result.NO_ANSWER, said, registrations.find(id).orElseThrow());
        }
        transactions.executeWithoutResult(status -> sayHealth.degraded(id, said, actor));
        return new Verified(Result.FAILED, said, registrations.find(id).orElseThrow());
    }

    /** The credential that is current, as if a leg had brought it back when it was issued. */
    private Optional<Captured> held(String registration, String name) {
        return credentials.source(registration, name).flatMap(source -> credentials.find(registration, name).map(credential ->
                new Captured("", 1, name, source.value(), source.inVault(), source.expires(), credential.issuedAt())));
    }

    /** The legs that prove each service that may be used now, of the last onboarding that had one; a service may have been added by a later one. */
    private List<LegOrder> legs(Registration registration) {
        var open = EnumSet.noneOf(Service.class);
        open.addAll(registration.effective());
        var legs = new ArrayList<LegOrder>();
        for (var onboarding : onboardings.doneFor(registration.id())) {
            var covered = EnumSet.noneOf(Service.class);
            for (var leg : orders.route(onboarding).legs()) {
                var services = open.stream().filter(service -> leg.isFor(EnumSet.of(service))).collect(Collectors.toSet());
                if (proves(leg) && !services.isEmpty()) {
                    legs.add(orders.asWritten(onboarding, leg.id()).only(services));
                    covered.addAll(services);
                }
            }
            open.removeAll(covered);
        }
        return legs;
    }

    private static boolean proves(Leg leg) {
        return leg.work() instanceof ApiWork api && api.request() == null && api.isProof() && !api.takesAccountHolder();
    }

    private static Map<Service, ProofLevel> provable(List<LegOrder> legs) {
        var provable = new EnumMap<Service, ProofLevel>(Service.class);
        legs.forEach(order -> order.route().provable().forEach((service, level) -> provable.merge(service, level,
                (one, other) -> one.compareTo(other) >= 0 ? one : other)));
        return provable;
    }
}
