package io.portolan.onboarding;

/** Starts an onboarding, once for each TPP, bank, branch, environment and application. */
public class StartOnboarding {

    /**
     * Starts it, or says what stands in the way.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-tpp}, {@code unknown-bank}, {@code unknown-environment},
     *         {@code unknown-branch}, {@code unknown-service}, {@code unknown-route}, {@code already-onboarding},
     *         {@code already-registered}, {@code pre-flight-failed}
     */
    public Onboarding with(StartRequest request, String actor) {
        throw new UnsupportedOperationException();
    }
}
