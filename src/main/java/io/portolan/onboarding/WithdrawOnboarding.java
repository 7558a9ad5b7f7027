package io.portolan.onboarding;

import io.portolan.refusal.Refused;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops an onboarding that is no longer wanted. */
@Component
public class WithdrawOnboarding {

    private final JdbcOnboardings onboardings;
    private final FinishOnboarding finish;
    private final LeftAtBank leftAtBank;
    private final Engine engine;

    WithdrawOnboarding(JdbcOnboardings onboardings, FinishOnboarding finish, LeftAtBank leftAtBank, Engine engine) {
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
     * @throws io.portolan.refusal.Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}
     */
    @Transactional
    public Withdrawn with(String id, String reason, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var exists = finish.stopped(onboarding, Onboarding.Status.WITHDRAWN, reason, actor);
        engine.stop(id, "withdrawn");
        return new Withdrawn(onboardings.find(id).orElseThrow(), exists);
    }
}
