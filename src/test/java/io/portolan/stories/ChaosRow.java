package io.portolan.stories;

import java.util.Set;

/**
 * What became of one onboarding that was killed at one point.
 *
 * @param reached whether it got to the point
 * @param applications how many the bank has
 * @param lost the credentials that are not those that the bank has handed out last
 * @param leaked where which secret was found in clear
 * @param end how it stands at the end
 * @param isIntact whether the journal's chain holds
 */
record ChaosRow(String bank, String point, boolean reached, int applications, Set<String> lost, Set<String> leaked, String end,
        boolean isIntact, double seconds) {

    private static final String FORM = "| %-14s | %-40s | %-12s | %-6s | %-7s | %-40s | %6s |%n";

    /** What follows on the status where a person is asked. */
    static final String ASKS = ", a person at ";

    static String head() {
        return FORM.formatted("bank", "killed at", "applications", "lost", "leaked", "end", "s")
                + FORM.formatted("---", "---", "---", "---", "---", "---", "---");
    }

    static String words(KillPoint point) {
        return point == null ? "nothing" : point.toString();
    }

    /**
     * Whether it is as it has to be, compared with an onboarding of this bank that was not killed: nothing twice, and nothing less
     * or standing still unless a person is asked.
     */
    boolean isGood(ChaosRow undisturbed) {
        boolean isSettled = end.equals(undisturbed.end) || end.startsWith("done") || isAsking();
        boolean hasAll = applications == undisturbed.applications || applications < undisturbed.applications && isAsking();
        return reached && hasAll && lost.isEmpty() && leaked.isEmpty() && isIntact && isSettled;
    }

    private boolean isAsking() {
        return end.contains(ASKS);
    }

    @Override
    public String toString() {
        return FORM.formatted(bank, reached ? point : point + ", not reached", applications, lost.isEmpty() ? "none" : lost,
                leaked.isEmpty() ? "none" : leaked, isIntact ? end : end + ", JOURNAL BROKEN", "%.0f".formatted(seconds));
    }
}
