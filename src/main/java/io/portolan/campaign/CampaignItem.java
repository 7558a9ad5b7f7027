package io.portolan.campaign;

import io.portolan.onboarding.PreflightReport.Finding;
import java.time.Instant;
import java.util.List;

/**
 * A bank in a campaign.
 *
 * @param environment where it begins, or null where the bank has none of the wanted kind
 * @param code why it was skipped or refused, as a stable word, or null
 * @param reason the same as a sentence
 * @param findings what pre-flight has found where that stands in the way
 * @param onboarding what it has begun, or what made it skip the bank, or null
 * @param registration what made it skip the bank, or null
 * @param startedAt when it has begun an onboarding last, or null
 * @param tries how often Portolan itself has failed to begin it
 */
public record CampaignItem(String campaign, CampaignTarget target, String environment, State state, Standing standing, String code, String reason,
        List<Finding> findings, String onboarding, String registration, Instant startedAt, int tries, Instant changedAt) {

    /** What became of its turn. */
    public enum State {
        /** It has not come yet. */
        PLANNED,
        /** An onboarding was begun. */
        STARTED,
        /** It is live or under way already. */
        SKIPPED,
        /** Something stands in the way. */
        REFUSED
    }
}
