package io.portolan.console;

import io.portolan.onboarding.Preflight;
import java.util.List;

/**
 * The form that starts an onboarding.
 *
 * @param findings what stands in the way, or null where not enough is chosen to tell
 * @param refusal why the wish was not granted, or null
 */
record StartView(List<Choice> tpps, List<Choice> banks, List<Choice> branches, List<Choice> environments,
        List<Choice> routes, List<Choice> services, List<Preflight.Finding> findings, ErrorView refusal) {

    /** Something to choose. */
    record Choice(String value, String label, boolean isChosen) { }

    /** Whether there is anything to start with at all. */
    public boolean hasTpps() {
        return !tpps.isEmpty();
    }

    /** Whether nothing is known to stand in the way. */
    public boolean isReady() {
        return findings != null && findings.isEmpty() && refusal == null;
    }
}
