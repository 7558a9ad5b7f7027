package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.refusal.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an onboarding on hold: nothing more is acted on until it goes on; what waits goes on waiting, and people may still answer. */
@Component
public class HoldOnboarding {

    private final JdbcOnboardings onboardings;
    private final LegQueue legs;
    private final Journal journal;

    HoldOnboarding(JdbcOnboardings onboardings, LegQueue legs, Journal journal) {
        this.onboardings = onboardings;
        this.legs = legs;
        this.journal = journal;
    }

    /**
     * Puts it on hold; a leg that is being acted on goes to its end.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code on-hold}
     */
    @Transactional
    public Onboarding hold(String id, String reason, String actor) {
        if (onboardings.lockRunning(id).status() == Onboarding.Status.ON_HOLD) {
            throw Refused.conflict("on-hold", "This onboarding is on hold already.", Map.of("onboarding", id));
        }
        legs.hold(id, true);
        journal.write(Act.by(actor, id, "put-on-hold", reason));
        return onboardings.hold(id, true, reason);
    }

    /**
     * Lets it go on where it stood.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code not-on-hold}
     */
    @Transactional
    public Onboarding resume(String id, String actor) {
        if (onboardings.lockRunning(id).status() != Onboarding.Status.ON_HOLD) {
            throw Refused.conflict("not-on-hold", "This onboarding is not on hold.", Map.of("onboarding", id));
        }
        legs.hold(id, false);
        journal.write(Act.by(actor, id, "resumed", null));
        return onboardings.hold(id, false, null);
    }
}
