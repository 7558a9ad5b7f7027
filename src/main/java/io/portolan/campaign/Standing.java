package io.portolan.campaign;

import io.portolan.onboarding.Onboarding;

/** How a bank stands in a campaign: what became of its turn and, once an onboarding has begun, how that stands. */
public enum Standing {
    NOT_STARTED, RUNNING, WAITING_FOR_US, WAITING_FOR_BANK, WAITING_FOR_OTHER, ON_HOLD, DONE, REJECTED, WITHDRAWN, FAILED, SKIPPED, REFUSED;

    static Standing of(CampaignItem.State state, Onboarding.Status status) {
        return switch (state) {
            case PLANNED -> NOT_STARTED;
            case SKIPPED -> SKIPPED;
            case REFUSED -> REFUSED;
            case STARTED -> status == null || status == Onboarding.Status.SCHEDULED ? RUNNING : valueOf(status.name());
        };
    }

    /** Whether its onboarding is not over. */
    public boolean isUnderWay() {
        return this == RUNNING || this == WAITING_FOR_US || this == WAITING_FOR_BANK || this == WAITING_FOR_OTHER || this == ON_HOLD;
    }

    /** Whether it keeps Portolan or our people busy now. */
    boolean isBusy() {
        return this == RUNNING || this == WAITING_FOR_US;
    }

    /** Whether it may have another turn: it came to nothing, so that something may have been mended since. */
    public boolean mayBeRetried() {
        return this == SKIPPED || this == REFUSED || this == REJECTED || this == WITHDRAWN || this == FAILED;
    }
}
