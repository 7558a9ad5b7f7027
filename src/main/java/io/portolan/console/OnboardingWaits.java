package io.portolan.console;

import io.portolan.access.Approval;
import io.portolan.access.Approvals;
import io.portolan.leg.AwaitedLeg;
import io.portolan.leg.AwaitedLegs;
import io.portolan.onboarding.Leanings;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.WaitingFor;
import io.portolan.worklist.WorklistSettings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** For whom an onboarding waits, and what is done about it by itself and when. */
@Component
class OnboardingWaits {

    private static final String SUBMISSION = "submit-application";

    private final AwaitedLegs awaited;
    private final Approvals approvals;
    private final Leanings leanings;
    private final Catalogue catalogue;
    private final WorklistSettings settings;

    OnboardingWaits(AwaitedLegs awaited, Approvals approvals, Leanings leanings, Catalogue catalogue, WorklistSettings settings) {
        this.awaited = awaited;
        this.approvals = approvals;
        this.leanings = leanings;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    List<WaitView> of(Onboarding onboarding, Instant now) {
        return onboarding.status().isFinal() ? List.of() : awaited.of(onboarding.id()).stream()
                .map(leg -> WaitView.of(leg, whom(onboarding, leg), leg.since() == null ? approval(onboarding, leg) : null, settings.zone(), now)).toList();
    }

    private String approval(Onboarding onboarding, AwaitedLeg leg) {
        return leg.whom() != WaitingFor.US ? null : approvals.latest(SUBMISSION, onboarding.id() + "/" + leg.leg())
                .filter(approval -> approval.state() == Approval.State.WAITING || approval.state() == Approval.State.APPROVED).map(Approval::id).orElse(null);
    }

    private String whom(Onboarding onboarding, AwaitedLeg leg) {
        if (leg.whom() == WaitingFor.BANK) {
            return catalogue.bankName(onboarding.bank());
        }
        var units = leg.whom() != WaitingFor.OTHER ? "" : leanings.of(onboarding.id()).stream().filter(leaning -> leg.leg().equals(leaning.leg()))
                .map(leaning -> catalogue.bankName(leaning.unit())).distinct().collect(Collectors.joining(", "));
        return units.isEmpty() ? Wording.of(leg.whom()) : units;
    }
}
