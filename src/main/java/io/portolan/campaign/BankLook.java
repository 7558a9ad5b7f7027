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
public record BankLook(String bank, String environment, Verdict verdict, String code, String reason, List<Finding> findings, String onboarding,
        String registration) {

    /** Whether it would begin. */
    public enum Verdict {
        /** Nothing stands in the way. */
        START,
        /** It is live or under way already. */
        SKIP,
        /** Something is to be mended first. */
        REFUSE
    }

    static BankLook starts(String bank, String environment) {
        return new BankLook(bank, environment, Verdict.START, null, null, List.of(), null, null);
    }

    static BankLook refused(String bank, String environment, String code, String reason, List<Finding> findings) {
        return new BankLook(bank, environment, Verdict.REFUSE, code, reason, findings, null, null);
    }
}
