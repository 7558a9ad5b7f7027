package io.portolan.onboarding;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.playbook.LiveEnvironments;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops an onboarding that is no longer wanted. */
@Component
public class WithdrawOnboarding implements Deed {

    private final JdbcOnboardings onboardings;
    private final FinishOnboarding finish;
    private final LeftAtBank leftAtBank;
    private final Engine engine;
    private final LiveEnvironments environments;
    private final SecondPerson secondPerson;

    WithdrawOnboarding(JdbcOnboardings onboardings, FinishOnboarding finish, LeftAtBank leftAtBank, Engine engine, LiveEnvironments environments,
            SecondPerson secondPerson) {
        this.environments = environments;
        this.secondPerson = secondPerson;
        this.onboardings = onboardings;
        this.finish = finish;
        this.leftAtBank = leftAtBank;
        this.engine = engine;
    }

    /** What would stay at the bank if it were withdrawn now, as sentences; {@code unknown-onboarding} where there is none. */
    public List<String> wouldLeave(String id) {
        return leftAtBank.by(onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + ".")));
    }

    /** What was stopped, and what already exists at the bank, as sentences. */
    public record Withdrawn(Onboarding onboarding, List<String> existsAtBank) { }

    /**
     * Stops it, and opens a clean-up task where something exists at the bank already; a leg that is being worked on stops
     * before it does anything more that cannot be taken back.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Withdrawn with(String id, String reason, String actor) {
        secondPerson.before(this, id, Map.of(), reason, actor);
        return withdrawn(id, reason, actor);
    }

    private Withdrawn withdrawn(String id, String reason, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var exists = finish.stopped(onboarding, Onboarding.Status.WITHDRAWN, reason, actor);
        engine.stop(id, "withdrawn");
        return new Withdrawn(onboardings.find(id).orElseThrow(), exists);
    }

    @Override
    public String deed() {
        return "withdraw-onboarding";
    }

    @Override
    public Guarded act() {
        return Guarded.WITHDRAW;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        return onboardings.find(object).filter(onboarding -> !onboarding.status().isFinal() && environments.isLive(onboarding.bank(), onboarding.environment()))
                .map(onboarding -> asked(onboarding, wouldLeave(object)));
    }

    private static Asked asked(Onboarding onboarding, List<String> leaves) {
        return new Asked(onboarding.tpp(), onboarding.id(), "Withdraw the registration of " + onboarding.tpp() + " at " + onboarding.bank(),
                "The onboarding stops for good. What exists at the bank stays there until somebody removes it; a task lists it.", "/onboardings/" + onboarding.id(),
                List.of(new Fact("TPP", onboarding.tpp()), new Fact("Bank", onboarding.bank()), new Fact("Environment", onboarding.environment()),
                        new Fact("Services", DecidedServices.said(onboarding.wanted())), new Fact("Left at the bank", leaves.isEmpty() ? "nothing" : String.join(" ", leaves))),
                "", List.of());
    }

    @Override
    public boolean carryOut(Approval approval) {
        withdrawn(approval.object(), approval.reason(), approval.requestedBy());
        return true;
    }
}
