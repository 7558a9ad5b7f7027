package io.portolan.stories;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of one onboarding that was killed at one point.
 *
 * @param reached whether it got to the point
 * @param made how much the bank has of what must not be there twice, by the names of {@link #MADE}
 * @param held the credentials that are those that the bank has handed out last
 * @param lost the credentials that are not those that the bank has handed out last
 * @param leaked where which secret was found in clear
 * @param end how it stands at the end
 * @param isIntact whether the journal's chain holds
 */
record ChaosRow(String bank, String point, boolean reached, Map<String, Integer> made, Set<String> held, Set<String> lost,
        Set<String> leaked, String end, boolean isIntact, double seconds) {

    /** What a bank must never have twice; secrets may be made anew where one was lost, calls that may be repeated are repeated. */
    static final Set<String> MADE = Set.of("accounts", "applications", "subscriptions", "enrolments");

    private static final String FORM = "| %-14s | %-40s | %-48s | %-28s | %-6s | %-7s | %-40s | %6s |%n";

    /** What follows on the status where a person is asked. */
    static final String ASKS = ", a person at ";

    static String head() {
        return FORM.formatted("bank", "killed at", "at the bank", "held", "lost", "leaked", "end", "s")
                + FORM.formatted("---", "---", "---", "---", "---", "---", "---", "---");
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
        boolean isOnce = undisturbed.made.entrySet().stream().allMatch(each -> made.getOrDefault(each.getKey(), 0) <= each.getValue());
        boolean hasAll = made.equals(undisturbed.made) && held.containsAll(undisturbed.held) || isAsking();
        return reached && isOnce && hasAll && lost.isEmpty() && leaked.isEmpty() && isIntact && isSettled;
    }

    private static String words(Map<String, Integer> made) {
        return made.entrySet().stream().filter(each -> each.getValue() > 0).sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue() + " " + (each.getValue() == 1 ? each.getKey().replaceFirst("s$", "") : each.getKey()))
                .collect(Collectors.joining(", "));
    }

    private boolean isAsking() {
        return end.contains(ASKS);
    }

    @Override
    public String toString() {
        return FORM.formatted(bank, reached ? point : point + ", not reached", words(made), held.isEmpty() ? "none" : String.join(", ", held),
                lost.isEmpty() ? "none" : lost,
                leaked.isEmpty() ? "none" : leaked, isIntact ? end : end + ", JOURNAL BROKEN", "%.0f".formatted(seconds));
    }
}
