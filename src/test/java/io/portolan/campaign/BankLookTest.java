package io.portolan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PreflightReport;
import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.onboarding.PreflightReport.Severity;
import io.portolan.onboarding.PreflightReport.Subject;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a bank in a campaign, and how that is counted. */
class BankLookTest {

    private static final CampaignTarget QUAY = CampaignTarget.of("xx-quay");
    private static final Finding MISSING = new Finding(Severity.ERROR, "certificate-missing", Subject.CERTIFICATE, "QWAC", "A QWAC is missing.");
    private static final Finding RUNNING = new Finding(Severity.ERROR, "already-onboarding", Subject.ONBOARDING, "o-1", "This is being onboarded already.");
    private static final Finding THERE = new Finding(Severity.ERROR, "already-registered", Subject.REGISTRATION, "r-1", "This TPP is registered there already.");
    private static final Finding SOON = new Finding(Severity.WARNING, "certificate-ends-soon", Subject.CERTIFICATE, "QWAC", "It ends soon.");

    @Test
    void startsWhereOnlyWarningsWereFound() {
        assertThat(look(SOON).verdict()).isEqualTo(BankLook.Verdict.START);
    }

    @Test
    void skipsWhatIsThereOrUnderWayWhateverElseIsMissing() {
        assertThat(look(MISSING, RUNNING)).satisfies(look -> {
            assertThat(look.verdict()).isEqualTo(BankLook.Verdict.SKIP);
            assertThat(look.onboarding()).isEqualTo("o-1");
        });
        assertThat(look(THERE).registration()).isEqualTo("r-1");
    }

    @Test
    void refusesWithWhatStandsInTheWay() {
        assertThat(look(MISSING, SOON)).satisfies(look -> {
            assertThat(look.verdict()).isEqualTo(BankLook.Verdict.REFUSE);
            assertThat(look.findings()).containsExactly(MISSING);
        });
    }

    @Test
    void skipsWhereSomebodyWasFaster() {
        var look = LookAtBank.of(QUAY, "sandbox", Refused.conflict("already-onboarding", "This is being onboarded already.", Map.of("onboarding", "o-2")), List.of());
        assertThat(look.verdict()).isEqualTo(BankLook.Verdict.SKIP);
        assertThat(look.onboarding()).isEqualTo("o-2");
    }

    @Test
    void countsWhatHasBegunAsItsOnboardingStands() {
        for (var status : Status.values()) {
            assertThat(Standing.of(CampaignItem.State.STARTED, status)).hasToString(status == Status.SCHEDULED ? "RUNNING" : status.name());
        }
        assertThat(Standing.of(CampaignItem.State.PLANNED, null)).isEqualTo(Standing.NOT_STARTED);
        assertThat(Standing.of(CampaignItem.State.REFUSED, null).mayBeRetried()).isTrue();
        assertThat(Standing.DONE.mayBeRetried() || Standing.NOT_STARTED.mayBeRetried() || Standing.ON_HOLD.mayBeRetried()).isFalse();
    }

    @Test
    void readsABankAndABranchAsTheyAreWritten() {
        assertThat(QUAY).isEqualTo(new CampaignTarget("xx-quay", null));
        assertThat(CampaignTarget.of("xx-quay:north")).isEqualTo(new CampaignTarget("xx-quay", "north")).extracting(CampaignTarget::written).isEqualTo("xx-quay:north");
    }

    @Test
    void wantsABranchOnlyWhereThatAloneIsMissing() {
        var branch = new Finding(Severity.ERROR, "branch-missing", Subject.BRANCH, "branch", "Say which branch.");
        assertThat(look(branch).wantsABranch()).isTrue();
        assertThat(look(MISSING).wantsABranch()).isFalse();
        assertThat(LookAtBank.judged(CampaignTarget.of("xx-quay:north"), "sandbox", new PreflightReport(List.of(branch))).wantsABranch()).isFalse();
    }

    private static BankLook look(Finding... findings) {
        return LookAtBank.judged(QUAY, "sandbox", new PreflightReport(List.of(findings)));
    }
}
