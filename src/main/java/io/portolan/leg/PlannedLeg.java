package io.portolan.leg;

import io.portolan.playbook.MeansName;
import io.portolan.playbook.Stage;

/**
 * A leg that an onboarding will come to.
 *
 * @param portalAccount the key of the portal account that it works with, or null
 * @param skipped whether it is not asked of this onboarding
 * @param looksFirst whether an earlier onboarding may have left at the bank what this leg would make
 */
public record PlannedLeg(String id, Stage stage, MeansName means, String portalAccount, boolean skipped, boolean looksFirst) {
}
