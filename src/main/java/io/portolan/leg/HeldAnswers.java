package io.portolan.leg;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows what a bank has answered to a leg, as long as it is held, to somebody who may see it and says why; the journal knows before they do. */
@Component
public class HeldAnswers {

    /** A person may have ended the leg while its answer was held; it is then of what the leg has left at the bank. */
    private static final Set<LegState> OVER = EnumSet.of(LegState.DONE, LegState.SKIPPED, LegState.STOPPED);

    private final JdbcLegs legs;
    private final Vault vault;

    HeldAnswers(JdbcLegs legs, Vault vault) {
        this.legs = legs;
        this.vault = vault;
    }

    /** Whether an answer to this leg, which is not over, is held. */
    public boolean isHeld(String onboarding, String leg) {
        return held(onboarding, leg).isPresent();
    }

    /**
     * The whole answer, status, header fields and body, which the caller closes; whether the actor may see it is for the caller to check.
     *
     * @throws Refused with codes {@code reason-required} or {@code answer-not-held}
     */
    public Secret reveal(String onboarding, String leg, String reason, String actor) {
        var said = Vault.Purpose.said(reason);
        return held(onboarding, leg).flatMap(row -> shown(onboarding, leg, row.round(), said, actor))
                .orElseThrow(() -> notHeld(onboarding, "No answer of the bank to this leg is held any more: the leg has gone on, or is over."));
    }

    /** Whether the answer to what a round that is over has left at the bank is still held. */
    public boolean isHeld(String onboarding, String leg, int round) {
        return vault.holds(WholeAnswer.name(onboarding, leg, round));
    }

    /**
     * The same for the answer of a round that is over: what is to be cleared away at the bank may be known by it alone.
     *
     * @throws Refused with codes {@code reason-required} or {@code answer-not-held}
     */
    public Secret reveal(String onboarding, String leg, int round, String reason, String actor) {
        return shown(onboarding, leg, round, Vault.Purpose.said(reason), actor)
                .orElseThrow(() -> notHeld(onboarding, "No answer of the bank is held for what was left there."));
    }

    /** What the bank has answered is gone from it, and good for nothing any more. */
    public void forget(String onboarding, String leg, int round) {
        vault.forget(WholeAnswer.name(onboarding, leg, round));
    }

    private Optional<Secret> shown(String onboarding, String leg, int round, String reason, String actor) {
        return vault.reveal(WholeAnswer.name(onboarding, leg, round), new Vault.Purpose(actor, reason, true, onboarding));
    }

    private static Refused notHeld(String onboarding, String sentence) {
        return Refused.conflict("answer-not-held", sentence, Map.of("onboarding", onboarding));
    }

    private Optional<LegRecord> held(String onboarding, String leg) {
        return legs.find(new LegKey(onboarding, leg)).filter(row -> row.answerHeld() && !OVER.contains(row.state()));
    }
}
