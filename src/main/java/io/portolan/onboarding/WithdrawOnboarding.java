package io.portolan.onboarding;

import java.util.List;

/** Stops an onboarding that is no longer wanted. */
public class WithdrawOnboarding {

    /** What was stopped, and what already exists at the bank, as sentences. */
    public record Withdrawn(Onboarding onboarding, List<String> existsAtBank) { }

    /**
     * Stops it, and opens a clean-up task where something exists at the bank already.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}
     */
    public Withdrawn with(String onboarding, String reason, String actor) {
        throw new UnsupportedOperationException();
    }
}
