package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.Captured;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProveAgain;
import io.portolan.refusal.Refused;
import io.portolan.registration.AccessProof;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.RegistrationHealth;
import io.portolan.registration.Registrations;
import io.portolan.registration.Verification;
import io.portolan.registration.Verification.State;
import io.portolan.registration.Verification.Step;
import io.portolan.registration.Verifications;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Proves on demand that a registration still works, by the legs that proved it, with the credentials that are held now. */
@Component
public class VerifyRegistration implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyRegistration.class);
    private static final int AT_ONCE = 4;

    private final Registrations registrations;
    private final RegistrationHealth health;
    private final Credentials credentials;
    private final ProvingLegs provingLegs;
    private final ProveAgain proveAgain;
    private final SayHealth sayHealth;
    private final ProveAdopted proveAdopted;
    private final Verifications verifications;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        var one = new Thread(work, "verification");
        one.setDaemon(true);
        return one;
    });

    VerifyRegistration(Registrations registrations, RegistrationHealth health, Credentials credentials, ProvingLegs provingLegs, ProveAgain proveAgain,
            SayHealth sayHealth, ProveAdopted proveAdopted, Verifications verifications, Journal journal, TransactionOperations transactions, Clock clock) {
        this.registrations = registrations;
        this.health = health;
        this.credentials = credentials;
        this.provingLegs = provingLegs;
        this.proveAgain = proveAgain;
        this.sayHealth = sayHealth;
        this.proveAdopted = proveAdopted;
        this.verifications = verifications;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it, with a sentence for people and the registration as it stands then. */
    public record Verified(State result, String sentence, Registration registration) { }

    /** One that was begun; without legs it was over at once. */
    private record Begun(Verification verification, List<LegOrder> legs, VerificationSteps steps) { }

    /**
     * Verifies it now, which takes as long as the bank takes to answer; not to be called within a transaction.
     *
     * @throws Refused with codes {@code unknown-registration}, {@code not-registered}, {@code nothing-to-prove}, {@code verification-running}, and for
     *         one that was adopted as {@link StartOnboarding#with}
     */
    public Verified with(String id, String actor) {
        var begun = begun(id, actor);
        return begun.legs().isEmpty() ? new Verified(begun.verification().state(), begun.verification().said(), registrations.find(id).orElseThrow())
                : perform(begun, actor);
    }

    /**
     * Begins to verify it and does not wait: how far it is, {@link Verifications} tells.
     *
     * @throws Refused as {@link #with}
     */
    public Verification begin(String id, String actor) {
        var begun = begun(id, actor);
        if (!begun.legs().isEmpty()) {
            threads.execute(() -> {
                try {
                    perform(begun, actor);
                } catch (RuntimeException trouble) {
                    LOG.warn("the verification of registration {} was broken off", id, trouble);
                }
            });
        }
        return begun.verification();
    }

    private Begun begun(String id, String actor) {
        var registration = registrations.find(id).orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + id + "."));
        if (registration.isAdoptedUnproven()) {
            var begun = proveAdopted.begin(registration, actor);
            var opened = verifications.begin(id, List.of(), actor);
            verifications.end(opened.id(), State.STARTED, "It was adopted, and no call has proven it yet. The onboarding " + begun.id()
                    + " proves it, with the credentials that were handed in.", List.of());
            return new Begun(verifications.find(id, opened.id()).orElseThrow(), List.of(), null);
        }
        if (!registration.standing().isHeld()) {
            throw Refused.conflict("not-registered", "This registration is not active, so there is no access to prove yet.", Map.of("registration", id));
        }
        var legs = provingLegs.of(registration);
        if (legs.isEmpty()) {
            throw Refused.conflict("nothing-to-prove", "No call that proves access is known for what this registration may use now; a person has to see"
                    + " whether it works, and can say so.", Map.of("registration", id));
        }
        var planned = legs.stream().flatMap(order -> proveAgain.steps(order).stream()).map(Step::planned).toList();
        var verification = verifications.begin(id, planned, actor);
        return new Begun(verification, legs, new VerificationSteps(verification.id(), planned, verifications, clock));
    }

    private Verified perform(Begun begun, String actor) {
        try {
            var verified = verified(begun.verification().registration(), begun, actor);
            begun.steps().end(verified.result(), verified.sentence());
            return verified;
        } catch (Refused refused) {
            begun.steps().end(State.CUT_OFF, refused.getMessage());
            throw refused;
        } catch (RuntimeException trouble) {
            begun.steps().end(State.CUT_OFF, "It was broken off by an error of ours, which the log names. Nothing is known by it; check again.");
            throw trouble;
        }
    }

    private Verified verified(String id, Begun begun, String actor) {
        var proofs = new ArrayList<AccessProof>();
        var sentences = new ArrayList<String>();
        for (var order : begun.legs()) {
            var came = proveAgain.with(order, name -> held(id, name), begun.steps());
            var said = came.sentence() == null ? order.leg().title() : came.sentence();
            journal.write(new Act(id, actor, came.outcome() instanceof Outcome.Done ? "access-proven-again" : "access-not-proven", order.leg().id(),
                    order.leg().by().name().toLowerCase(java.util.Locale.ROOT), said, came.evidence()));
            if (!(came.outcome() instanceof Outcome.Done)) {
                return notProven(id, came.outcome(), said, actor);
            }
            came.proofs().forEach(proof -> proofs.add(new AccessProof(proof.service(), proof.level(), proof.controlled(), clock.instant())));
            sentences.add(said);
        }
        return new Verified(State.PROVEN, String.join(" ", sentences), health.proven(id, proofs, ProvingLegs.provable(begun.legs()), actor));
    }

    private Verified notProven(String id, Outcome outcome, String said, String actor) {
        if (outcome instanceof Outcome.Fault || outcome instanceof Outcome.NotYet) {
            return new Verified(State.NO_ANSWER, said, registrations.find(id).orElseThrow());
        }
        transactions.executeWithoutResult(status -> sayHealth.degraded(id, said, actor));
        return new Verified(State.FAILED, said, registrations.find(id).orElseThrow());
    }

    /** The credential that is current, as if a leg had brought it back when it was issued. */
    private Optional<Captured> held(String registration, String name) {
        return credentials.source(registration, name).flatMap(source -> credentials.find(registration, name).map(credential ->
                new Captured("", 1, name, source.value(), source.inVault(), source.expires(), credential.issuedAt())));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
