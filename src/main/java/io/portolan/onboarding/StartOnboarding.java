package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.PlannedLeg;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts an onboarding, once for each TPP, bank, branch, environment and application. */
@Component
public class StartOnboarding {

    private final ReadRequest readRequest;
    private final Preflight preflight;
    private final JdbcOnboardings onboardings;
    private final OnboardingRegistration registration;
    private final LegQueue legs;
    private final Engine engine;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StartOnboarding(ReadRequest readRequest, Preflight preflight, JdbcOnboardings onboardings,
            OnboardingRegistration registration, LegQueue legs, Engine engine, Journal journal,
            PlatformTransactionManager transactions, Clock clock) {
        this.readRequest = readRequest;
        this.preflight = preflight;
        this.onboardings = onboardings;
        this.registration = registration;
        this.legs = legs;
        this.engine = engine;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Starts it, or says what stands in the way.
     *
     * @throws Refused with codes {@code unknown-tpp}, {@code unknown-bank}, {@code unknown-environment},
     *         {@code unknown-branch}, {@code unknown-service}, {@code unknown-route}, {@code already-onboarding},
     *         {@code already-registered}, {@code pre-flight-failed}
     */
    public Onboarding with(StartRequest request, String actor) {
        var wish = readRequest.read(request);
        registration.activeFor(wish).ifPresent(active -> {
            throw Refused.conflict("already-registered", "This TPP is registered there already.", Map.of("registration", active));
        });
        refuseWhereRunning(wish);
        var findings = preflight.of(wish);
        if (!findings.isEmpty()) {
            throw Refused.conflict("pre-flight-failed", "Before this can start: " + findings.stream()
                    .map(Preflight.Finding::sentence).collect(Collectors.joining(" ")), about(findings));
        }
        try {
            return transactions.execute(status -> start(wish, actor));
        } catch (DuplicateKeyException somebodyWasFaster) {
            refuseWhereRunning(wish);
            throw somebodyWasFaster;
        }
    }

    private void refuseWhereRunning(Wish wish) {
        onboardings.running(wish.tpp(), wish.unit(), wish.branchKey(), wish.environmentName(), wish.application())
                .ifPresent(running -> {
                    throw Refused.conflict("already-onboarding", "This is being onboarded already.", Map.of("onboarding", running));
                });
    }

    private static Map<String, String> about(List<Preflight.Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Preflight.Finding::about, Preflight.Finding::sentence, (one, other) -> one + " " + other));
    }

    private Onboarding start(Wish wish, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = UUID.randomUUID().toString();
        var onboarding = new Onboarding(id, wish.tpp(), wish.playbook().playbook().bank(), wish.branch(), wish.environmentName(),
                wish.application(), wish.services(), Onboarding.Status.RUNNING, null, wish.playbook().hash(), wish.route().name(),
                registration.open(wish, id), null, now, now, null);
        onboardings.insert(onboarding, wish.unit(), wish.branchKey(), wish.environmentKind(), actor);
        var others = onboardings.hasEnded(wish.tpp(), wish.unit(), wish.branchKey(), wish.environmentName(), wish.application());
        legs.plan(id, wish.route().legs().stream().map(leg -> planned(leg, wish, onboarding, others)).toList());
        journal.write(Act.by(actor, id, "onboarding-started", "%s at %s, %s, for %s, by route %s of playbook version %s.".formatted(
                wish.tpp(), onboarding.bank(), onboarding.environment(), said(wish.services()), onboarding.route(), wish.playbook().shortHash())));
        engine.start(onboarding, wish.playbook(), wish.route().legs().stream().filter(leg -> !leg.isFor(wish.services()))
                .map(Leg::id).collect(Collectors.toSet()));
        return onboarding;
    }

    private static String said(Set<Service> services) {
        return services.stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
    }

    private static PlannedLeg planned(Leg leg, Wish wish, Onboarding onboarding, boolean others) {
        var order = new LegOrder(onboarding.id(), wish.tpp(), wish.playbook().playbook(), wish.environmentName(), wish.route(), leg,
                wish.branch(), wish.application(), wish.services(), onboarding.startedAt());
        return new PlannedLeg(leg.id(), leg.by(), leg.by() == MeansName.PORTAL ? order.portalAccount() : null,
                !leg.isFor(wish.services()), others && leg.work() instanceof PortalWork);
    }
}
