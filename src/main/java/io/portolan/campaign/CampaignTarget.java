package io.portolan.campaign;

/**
 * Where a campaign begins an onboarding: at a bank or, where each branch registers us by itself, at one of its branches.
 *
 * @param branch null where the bank itself is meant
 */
public record CampaignTarget(String bank, String branch) {

    private static final char BETWEEN = ':';

    /** Reads {@code bank} or {@code bank:branch}. */
    public static CampaignTarget of(String written) {
        int at = written.indexOf(BETWEEN);
        return at < 0 ? new CampaignTarget(written, null) : new CampaignTarget(written.substring(0, at), written.substring(at + 1));
    }

    /** As {@link #of} reads it. */
    public String written() {
        return branch == null ? bank : bank + BETWEEN + branch;
    }
}
