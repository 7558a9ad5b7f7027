package io.portolan.onboarding;

import io.portolan.leg.BankAnswer;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Set;

/** Tells a waiting onboarding what the bank said. */
public class AnswerForBank {

    /** What the bank said, by whichever way it reached us; what is not known is null. */
    public record Said(BankAnswer.Kind answer, Set<Service> services, String note, String reference, Instant expectedBy,
            Instant effectiveFrom) { }

    /**
     * Keeps the answer and wakes the onboarding where it waits.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}
     */
    public Onboarding with(String onboarding, Said said, String actor) {
        throw new UnsupportedOperationException();
    }
}
