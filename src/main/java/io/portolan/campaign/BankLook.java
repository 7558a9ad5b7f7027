package io.portolan.campaign;

import io.portolan.onboarding.PreflightReport.Finding;
import java.util.List;

/**
 * What would become of a bank's turn now.
 *
 * @param environment where it would begin, or null where there is none
 * @param code why it would be skipped or refused, or null
 * @param onboarding what is under way already, or null
 * @param registration what is there already, or null
 */
public record BankLook(CampaignTarget target, String environment, Verdict verdict, String code, String reason, List<Finding> findings, String onboarding,
        String registration) {

    private static final String BRANCH_MISSING = "branch-missing";

    /** Whether it would begin. */
    public enum Verdict {
        /** Nothing stands in the way. */
        START,
        /** It is live or under way already. */
        SKIP,
        /** Something is to be mended first. */
        REFUSE
    }

    /** Whether only a branch has to be said: then each of them has a turn of its own. */
    boolean wantsABranch() {
        return verdict == Verdict.REFUSE && target.branch() == null
                && (BRANCH_MISSING.equals(code) || findings.stream().anyMatch(finding -> BRANCH_MISSING.equals(finding.code())));
    }

    static BankLook starts(CampaignTarget target, String environment) {
        return new BankLook(target, environment, Verdict.START, null, null, List.of(), null, null);
    }

    static BankLook refused(CampaignTarget target, String environment, String code, String reason, List<Finding> findings) {
        return new BankLook(target, environment, Verdict.REFUSE, code, reason, findings, null, null);
    }
}
