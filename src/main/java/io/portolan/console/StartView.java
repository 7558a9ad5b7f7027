package io.portolan.console;

import java.util.List;

/**
 * The form that starts an onboarding.
 *
 * @param checklist what the bank asks and whether we have it, or null where that cannot be told
 * @param hint what is still to be chosen before it can be told, or null
 * @param asksForReason whether it may begin only with a reason, and which one was given so far
 * @param refusal why the wish was not granted, or null
 */
record StartView(List<Choice> tpps, List<Choice> banks, List<Choice> byHand, List<Choice> branches, List<Choice> environments, List<Choice> routes, List<Choice> applications,
        List<Choice> services, ChecklistView checklist, String hint, boolean asksForReason, String reason, ErrorView refusal) {

    /** Something to choose. */
    record Choice(String value, String label, boolean isChosen) { }

    /** Whether there is anything to start with at all. */
    public boolean hasTpps() {
        return !tpps.isEmpty();
    }
}
