package io.portolan.onboarding;

import io.portolan.leg.LegQueue;
import io.portolan.leg.LegState;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops an onboarding that is no longer wanted. */
@Component
public class WithdrawOnboarding {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final FinishOnboarding finish;
    private final Engine engine;
    private final PeopleNeeded people;

    WithdrawOnboarding(JdbcOnboardings onboardings, OnboardingOrders orders, LegQueue legs, FinishOnboarding finish,
            Engine engine, PeopleNeeded people) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.legs = legs;
        this.finish = finish;
        this.engine = engine;
        this.people = people;
    }

    /** What was stopped, and what already exists at the bank, as sentences. */
    public record Withdrawn(Onboarding onboarding, List<String> existsAtBank) { }

    /**
     * Stops it, and opens a clean-up task where something exists at the bank already; a leg that is being worked on stops
     * before it does anything more that cannot be taken back.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}
     */
    @Transactional
    public Withdrawn with(String id, String reason, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var exists = existsAtBank(onboarding);
        finish.stopped(onboarding, Onboarding.Status.WITHDRAWN, reason, actor);
        engine.stop(id, "withdrawn");
        var ended = onboardings.find(id).orElseThrow();
        if (!exists.isEmpty()) {
            people.cleanUp(ended, "The onboarding was withdrawn. Please remove at the bank what is no longer wanted.", exists);
        }
        return new Withdrawn(ended, exists);
    }

    private List<String> existsAtBank(Onboarding onboarding) {
        var route = orders.route(onboarding);
        var exists = new ArrayList<String>();
        for (var row : legs.of(onboarding.id())) {
            var leg = route.leg(row.leg()).orElseThrow();
            if (row.state() == LegState.DONE && leg.stage().leavesTraces()) {
                exists.add(leg.title() + " (done)");
            } else if (row.intent() != null) {
                exists.add(leg.title() + (row.happenedAt() == null ? " (begun; it may exist)" : " (handed in)"));
            }
        }
        return exists;
    }
}
