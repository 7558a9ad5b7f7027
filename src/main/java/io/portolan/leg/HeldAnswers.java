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

    private static final int SHORTEST_REASON = 3;
    /** A person may have ended the leg while its answer was held. */
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
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw Refused.invalid("reason-required", "Say why you need to see it; the reason is kept.", Map.of("reason", "A reason is required."));
        }
        return held(onboarding, leg).flatMap(row -> vault.reveal(WholeAnswer.name(row), new Vault.Purpose(actor, reason.strip(), true, onboarding)))
                .orElseThrow(() -> Refused.conflict("answer-not-held",
                        "No answer of the bank to this leg is held any more: the leg has gone on, or is over.", Map.of("onboarding", onboarding)));
    }

    private Optional<LegRecord> held(String onboarding, String leg) {
        return legs.find(new LegKey(onboarding, leg)).filter(row -> row.answerHeld() && !OVER.contains(row.state()));
    }
}
