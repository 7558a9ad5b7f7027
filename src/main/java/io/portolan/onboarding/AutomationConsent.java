package io.portolan.onboarding;

import java.time.Instant;

/**
 * Whether a TPP wants machines to work a portal whose terms say nothing of them.
 *
 * @param portal the name of the portal, which the banks of a group share
 * @param given whether it has consented; false until somebody has decided, and after a withdrawal
 * @param note why, or null
 * @param decidedBy who has decided, or null where nobody has
 */
public record AutomationConsent(String tpp, String portal, boolean given, String note, String decidedBy, Instant decidedAt) {
}
