package io.portolan.onboarding;

import io.portolan.leg.AwaitedLeg;
import io.portolan.leg.AwaitedLegs;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes from a person that a leg that waits is to be looked at now, or that they have reminded the bank; the wait goes on. */
@Component
public class NudgeWait {

    private final JdbcOnboardings onboardings;
    private final AwaitedLegs awaited;
    private final AnswerWhileWaiting answer;

    NudgeWait(JdbcOnboardings onboardings, AwaitedLegs awaited, AnswerWhileWaiting answer) {
        this.onboardings = onboardings;
        this.awaited = awaited;
        this.answer = answer;
    }

    /** The legs of an onboarding that may be looked at now, or of which the bank may be reminded: those that wait and have begun. */
    public List<AwaitedLeg> of(String id) {
        return awaited.of(id).stream().filter(leg -> leg.since() != null).toList();
    }

    /**
     * Has it looked at now, in place of the next look.
     *
     * @param leg the leg, or null where only one waits
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code on-hold}, {@code nothing-waits} or {@code which-leg}
     */
    @Transactional
    public Onboarding lookNow(String id, String leg, String actor) {
        if (onboardings.lockRunning(id).status() == Onboarding.Status.ON_HOLD) {
            throw Refused.conflict("on-hold", "It is on hold: nothing is looked at before it goes on.", Map.of("onboarding", id));
        }
        answer.with(id, leg(id, leg), PersonAnswer.AGAIN, null, actor);
        return onboardings.find(id).orElseThrow();
    }

    /**
     * Keeps that somebody has reminded the bank: the next reminder is due as long from now; a note may be null. Refuses as the other, but goes on a hold, too.
     */
    @Transactional
    public Onboarding reminded(String id, String leg, String note, String actor) {
        onboardings.lockRunning(id);
        answer.with(id, leg(id, leg), PersonAnswer.HANDED_IN, note, actor);
        return onboardings.find(id).orElseThrow();
    }

    private String leg(String id, String wanted) {
        var waiting = of(id).stream().map(AwaitedLeg::leg).toList();
        if (waiting.isEmpty()) {
            throw Refused.conflict("nothing-waits", "No leg of this onboarding waits for anybody outside.", Map.of("onboarding", id));
        }
        if (wanted != null && waiting.contains(wanted)) {
            return wanted;
        }
        if (wanted != null || waiting.size() > 1) {
            throw Refused.invalid("which-leg", "Say which leg: " + waiting.stream().collect(Collectors.joining(", ")) + ".", Map.of("leg", "one of " + String.join(", ", waiting)));
        }
        return waiting.get(0);
    }
}
