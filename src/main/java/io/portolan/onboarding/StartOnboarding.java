package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.PlannedLeg;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.playbook.Stage;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import java.time.Clock;
import java.time.Instant;
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
    private final FromAnother fromAnother;
    private final FurtherServices further;
    private final Preflight preflight;
    private final JdbcOnboardings onboardings;
    private final OnboardingRegistration registration;
    private final UniqueValues uniqueValues;
    private final LegQueue legs;
    private final Engine engine;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StartOnboarding(ReadRequest readRequest, FromAnother fromAnother, FurtherServices further, Preflight preflight,
            JdbcOnboardings onboardings, OnboardingRegistration registration, UniqueValues uniqueValues, LegQueue legs, Engine engine,
            Journal journal, PlatformTransactionManager transactions, Clock clock) {
        this.readRequest = readRequest;
        this.fromAnother = fromAnother;
        this.further = further;
        this.preflight = preflight;
        this.onboardings = onboardings;
        this.registration = registration;
        this.uniqueValues = uniqueValues;
        this.legs = legs;
        this.engine = engine;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Starts it, now or when the request says so, or says what stands in the way. Where the TPP is registered there already for
     * some of the services, it is an onboarding for the others.
     *
     * @throws Refused with codes {@code unknown-tpp}, {@code unknown-bank}, {@code unknown-environment},
     *         {@code unknown-branch}, {@code unknown-service}, {@code unknown-route}, {@code already-onboarding},
     *         {@code already-registered}, {@code pre-flight-failed} ({@link PreflightFailed}), {@code unique-value-used}, {@code not-finished},
     *         {@code route-withdraws}
     */
    public Onboarding with(StartRequest wished, String actor) {
        var request = fromAnother.filled(wished);
        var wish = readRequest.read(request);
        if (wish.isByRouteOut()) {
            throw Refused.invalid("route-withdraws", "The route " + wish.route().name() + " gives a registration up. Withdraw the registration instead.", Map.of("route", wish.route().name()));
        }
        return started(further.leftOf(wish, request.route()), request, actor);
    }

    /** Starts what has the bank remove a registration that is held, at a branch or null, by this route; refuses as {@link #with}. */
    Onboarding withdrawing(Registration held, String branch, Route route, String actor) {
        var services = held.granted().isEmpty() ? held.asked() : held.granted();
        var request = new StartRequest(held.tpp(), held.bank(), branch, held.environment(), held.application(), services.stream().map(Service::name).toList(), route.name());
        return started(readRequest.readWithoutApplication(request).withdrawing(), request, actor);
    }

    /** Starts what proves a registration that was adopted, at a branch or null, by the legs that prove access; refuses as {@link #with}, and with {@code nothing-to-prove}. */
    Onboarding proving(Registration adopted, String branch, String actor) {
        var request = new StartRequest(adopted.tpp(), adopted.bank(), branch, adopted.environment(), adopted.application(),
                adopted.asked().stream().map(Service::name).toList(), null);
        var wish = readRequest.read(request).proving(further.broughtAlong(adopted.id()));
        if (wish.route().legs().stream().noneMatch(leg -> leg.stage() == Stage.VERIFY_ACCESS && wish.asks(leg))) {
            throw Refused.conflict("nothing-to-prove", "No leg of route " + wish.route().name() + " proves access for these services.",
                    Map.of("registration", adopted.id()));
        }
        return started(wish, request, actor);
    }

    private Onboarding started(Wish wish, StartRequest request, String actor) {
        refuseWhereRunning(wish);
        var report = preflight.of(wish);
        if (!report.isReady()) {
            throw new PreflightFailed(report);
        }
        try {
            return transactions.execute(status -> start(wish, request, actor));
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

    private Onboarding start(Wish wish, StartRequest request, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = UUID.randomUUID().toString();
        var isPutOff = request.startAt() != null && request.startAt().isAfter(now);
        uniqueValues.claim(wish, id, request.despiteUsed(), actor);
        var onboarding = onboarding(id, wish, request, isPutOff, registration.open(wish, id), now);
        onboardings.insert(onboarding, wish.unit(), wish.branchKey(), wish.environmentKind(), actor);
        uniqueValues.keep(wish, onboarding.registration());
        var others = onboardings.hasEnded(wish.tpp(), wish.unit(), wish.branchKey(), wish.environmentName(), wish.application());
        legs.plan(id, wish.route().legs().stream().map(leg -> planned(leg, wish, onboarding, others)).toList());
        switch (wish.what()) {
            case ALL -> { }
            case FURTHER_SERVICES -> further.inherit(wish, onboarding);
            case PROOF -> further.bringAlong(onboarding);
            case WITHDRAWAL -> further.takeAll(wish, onboarding);
        }
        journal.write(Act.by(actor, id, isPutOff ? "onboarding-scheduled" : "onboarding-started", sentence(wish, onboarding)));
        if (!isPutOff) {
            engine.start(onboarding, wish.playbook(), wish.route().legs().stream().filter(leg -> !wish.asks(leg))
                    .map(Leg::id).collect(Collectors.toSet()));
        }
        return onboarding;
    }

    private static Onboarding onboarding(String id, Wish wish, StartRequest request, boolean isPutOff, String registration, Instant now) {
        return new Onboarding(id, wish.tpp(), wish.playbook().playbook().bank(), wish.branch(), wish.environmentName(),
                wish.application(), wish.services(), isPutOff ? Onboarding.Status.SCHEDULED : Onboarding.Status.RUNNING, null,
                wish.playbook().hash(), wish.route().name(), registration, null, now, now, null, Set.of(),
                isPutOff ? request.startAt() : null, request.from(), Map.of());
    }

    private static String sentence(Wish wish, Onboarding onboarding) {
        return "%s at %s, %s, for %s%s, by route %s of playbook version %s.%s%s".formatted(wish.tpp(), onboarding.bank(), onboarding.environment(),
                switch (wish.what()) {
                    case ALL -> "";
                    case FURTHER_SERVICES -> "further services, ";
                    case PROOF -> "proof of what was adopted, ";
                    case WITHDRAWAL -> "to give the registration up, ";
                }, DecidedServices.said(wish.services()), onboarding.route(), wish.playbook().shortHash(),
                onboarding.startAt() == null ? "" : " It begins at " + onboarding.startAt() + ".",
                onboarding.from() == null ? "" : " Made from the onboarding " + onboarding.from() + ".");
    }

    private static PlannedLeg planned(Leg leg, Wish wish, Onboarding onboarding, boolean others) {
        var order = new LegOrder(onboarding.id(), wish.tpp(), wish.playbook().playbook().atBranch(wish.environmentName(), wish.branch()), wish.environmentName(), wish.route(), leg,
                wish.branch(), wish.application(), wish.services(), onboarding.startedAt());
        return new PlannedLeg(leg.id(), leg.stage(), leg.by(), leg.by() == MeansName.PORTAL ? order.portalAccount() : null,
                !wish.asks(leg), canLook(leg) && (others || mayBeThereAlready(leg, wish)));
    }

    /** Where a bank takes something only once, ever, a registration of which we do not know would be harmed: even the first run looks first. */
    private static boolean mayBeThereAlready(Leg leg, Wish wish) {
        return wish.playbook().playbook().uniqueBy() != null && (leg.stage() == Stage.CREATE_APPLICATION || leg.stage() == Stage.REGISTER_CLIENT)
                && !(leg.work() instanceof PortalWork portal && portal.look().isEmpty());
    }

    private static boolean canLook(Leg leg) {
        return leg.work() instanceof PortalWork || leg.work() instanceof ApiWork api && api.look() != null;
    }
}
