package io.portolan.console;

import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.onboarding.Onboarding;
import io.portolan.registration.AccessProof;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What has been with a registration: how its access was checked, by which certificates it is used, who has seen what of it, and the onboardings that worked for it. */
@Component
class RegistrationHistory {

    private static final Set<String> SHOWN = Set.of("secret-revealed", "credential-shown");
    private static final String DEGRADED = "registration-degraded";

    private final Registrations registrations;
    private final IdentityUses uses;
    private final Certificates certificates;
    private final Journal journal;

    RegistrationHistory(Registrations registrations, IdentityUses uses, Certificates certificates, Journal journal) {
        this.registrations = registrations;
        this.uses = uses;
        this.certificates = certificates;
        this.journal = journal;
    }

    /** All of it, each the newest first; the chart is null where nothing was checked. */
    record HistoryView(ChecksChart chart, List<UsedLine> used, List<ShownLine> shown, List<OnboardingLine> onboardings) { }

    /** A certificate that the bank was shown or given. */
    record UsedLine(String id, String label, String manner, TimeView last) { }

    /** That somebody has seen a value, and why. */
    record ShownLine(String who, String what, TimeView at) { }

    /** An onboarding that worked for it. */
    record OnboardingLine(String id, String services, BadgeView status, TimeView startedAt, TimeView finishedAt) { }

    HistoryView of(Registration registration, List<Onboarding> worked, Instant now) {
        var entries = journal.of(registration.id());
        return new HistoryView(ChecksChart.of(checks(registration.id(), entries), now), used(registration.id(), worked, now),
                entries.stream().filter(entry -> SHOWN.contains(entry.act().name())).sorted(Comparator.comparing(Entry::at).reversed())
                        .map(entry -> new ShownLine(Wording.actor(entry.act().actor()), entry.act().detail(), TimeView.of(entry.at(), now))).toList(),
                worked.stream().sorted(Comparator.comparing(Onboarding::startedAt).reversed()).map(each -> new OnboardingLine(each.id(), Wording.joined(each.services()),
                        BadgeView.of(each.status()), TimeView.of(each.startedAt(), now), TimeView.of(each.finishedAt(), now))).toList());
    }

    private List<ChecksChart.Check> checks(String registration, List<Entry> entries) {
        var checks = new ArrayList<ChecksChart.Check>();
        registrations.proofs(registration).forEach(proof -> checks.add(new ChecksChart.Check(proof.at(), ChecksChart.Level.valueOf(proof.level().name()), proof.controlled(), said(proof))));
        entries.stream().filter(entry -> entry.act().name().equals(DEGRADED)).forEach(entry -> checks.add(new ChecksChart.Check(entry.at(), null, false, entry.act().detail())));
        return checks;
    }

    private static String said(AccessProof proof) {
        return Wording.sentence(proof.level()) + (proof.service() == null ? "" : ", " + proof.service());
    }

    private List<UsedLine> used(String registration, List<Onboarding> worked, Instant now) {
        return uses.in(worked.stream().map(Onboarding::id).toList(), registration).stream().filter(use -> use.certificate() != null)
                .map(use -> new UsedLine(use.certificate(), certificates.find(use.certificate()).map(found -> found.label()).orElse(use.certificate()),
                        Wording.sentence(use.manner()), TimeView.of(use.lastAt(), now))).distinct().toList();
    }
}
