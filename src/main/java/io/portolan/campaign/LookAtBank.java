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
    BankLook at(String bank, Campaign campaign) {
        var environment = environment(bank, campaign.environment());
        if (environment.isEmpty()) {
            return BankLook.refused(bank, null, "no-such-environment", "This bank has no environment " + campaign.environment() + ".", List.of());
        }
        try {
            return judged(bank, environment.get(), preflight.of(request(bank, environment.get(), campaign)).report());
        } catch (Refused refused) {
            return of(bank, environment.get(), refused, List.of());
        }
    }

    /** What a refused start makes of a bank. */
    static BankLook of(String bank, String environment, Refused refused, List<Finding> findings) {
        return refused.code().equals(ONBOARDING) || refused.code().equals(REGISTERED)
                ? new BankLook(bank, environment, BankLook.Verdict.SKIP, refused.code(), refused.getMessage(), List.of(), refused.about().get("onboarding"),
                        refused.about().get("registration"))
                : BankLook.refused(bank, environment, refused.code(), refused.getMessage(), findings);
    }

    static StartRequest request(String bank, String environment, Campaign campaign) {
        return new StartRequest(campaign.tpp(), bank, null, environment, campaign.application(), campaign.services().stream().sorted().map(Service::name).toList(), null);
    }

    /** That it is there already says more than anything that would be missing for it. */
    static BankLook judged(String bank, String environment, PreflightReport report) {
        var there = report.errors().stream().filter(finding -> finding.code().equals(ONBOARDING) || finding.code().equals(REGISTERED)).findFirst();
        if (there.isPresent()) {
            var isOnboarding = there.get().code().equals(ONBOARDING);
            return new BankLook(bank, environment, BankLook.Verdict.SKIP, there.get().code(), there.get().sentence(), List.of(),
                    isOnboarding ? there.get().about() : null, isOnboarding ? null : there.get().about());
        }
        return report.isReady() ? BankLook.starts(bank, environment)
                : BankLook.refused(bank, environment, "pre-flight-failed", "Something is to be mended before it can start.", report.errors());
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
