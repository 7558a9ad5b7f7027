package io.portolan.campaign;

import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.PreflightReport;
import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what would become of a bank's turn in a campaign, and starts nothing. */
@Component
class LookAtBank {

    private static final String ONBOARDING = "already-onboarding";
    private static final String REGISTERED = "already-registered";

    private final Playbooks playbooks;
    private final Preflight preflight;

    LookAtBank(Playbooks playbooks, Preflight preflight) {
        this.playbooks = playbooks;
        this.preflight = preflight;
    }

    /** What would become of it now. */
    BankLook at(CampaignTarget target, Campaign campaign) {
        var environment = environment(target.bank(), campaign.environment());
        if (environment.isEmpty()) {
            return BankLook.refused(target, null, "no-such-environment", "This bank has no environment " + campaign.environment() + ".", List.of());
        }
        try {
            return judged(target, environment.get(), preflight.of(request(target, environment.get(), campaign)).report());
        } catch (Refused refused) {
            return of(target, environment.get(), refused, List.of());
        }
    }

    /** The same for a bank and, where each of its branches registers us by itself and none was named, for each of them. */
    List<BankLook> atEach(CampaignTarget target, Campaign campaign) {
        var look = at(target, campaign);
        return look.wantsABranch() ? branches(target.bank()).stream().map(branch -> at(new CampaignTarget(target.bank(), branch), campaign)).toList() : List.of(look);
    }

    private List<String> branches(String bank) {
        return playbooks.current(bank).map(version -> List.copyOf(version.playbook().branches().keySet())).orElse(List.of());
    }

    /** What a refused start makes of a bank. */
    static BankLook of(CampaignTarget target, String environment, Refused refused, List<Finding> findings) {
        return refused.code().equals(ONBOARDING) || refused.code().equals(REGISTERED)
                ? new BankLook(target, environment, BankLook.Verdict.SKIP, refused.code(), refused.getMessage(), List.of(), refused.about().get("onboarding"),
                        refused.about().get("registration"))
                : BankLook.refused(target, environment, refused.code(), refused.getMessage(), findings);
    }

    static StartRequest request(CampaignTarget target, String environment, Campaign campaign) {
        return new StartRequest(campaign.tpp(), target.bank(), target.branch(), environment, campaign.application(), campaign.services().stream().sorted().map(Service::name).toList(), null);
    }

    /** That it is there already says more than anything that would be missing for it. */
    static BankLook judged(CampaignTarget target, String environment, PreflightReport report) {
        var there = report.errors().stream().filter(finding -> finding.code().equals(ONBOARDING) || finding.code().equals(REGISTERED)).findFirst();
        if (there.isPresent()) {
            var isOnboarding = there.get().code().equals(ONBOARDING);
            return new BankLook(target, environment, BankLook.Verdict.SKIP, there.get().code(), there.get().sentence(), List.of(),
                    isOnboarding ? there.get().about() : null, isOnboarding ? null : there.get().about());
        }
        return report.isReady() ? BankLook.starts(target, environment)
                : BankLook.refused(target, environment, "pre-flight-failed", "Something is to be mended before it can start.", report.errors());
    }

    /** The one of this name or, for a kind, the bank's first of it. */
    private Optional<String> environment(String bank, String wanted) {
        var all = playbooks.current(bank).map(Playbooks.Versioned::playbook).map(Playbook::environments).orElse(Map.of());
        return all.containsKey(wanted) ? Optional.of(wanted) : all.entrySet().stream().filter(each -> isKind(each.getValue(), wanted)).map(Map.Entry::getKey).findFirst();
    }

    private static boolean isKind(Environment environment, String wanted) {
        return wanted.equals(environment.kind() == Environment.Kind.LIVE ? "live" : "test");
    }
}
