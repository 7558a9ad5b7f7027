package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Playbooks;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes down what an onboarding starts with, so that the journal shows later what the bank was told. */
@Component
public class RecordPreflight {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final Playbooks playbooks;
    private final LegQueue legs;
    private final Preflight preflight;
    private final Certificates certificates;
    private final Journal journal;

    RecordPreflight(JdbcOnboardings onboardings, OnboardingOrders orders, Playbooks playbooks, LegQueue legs, Preflight preflight,
            Certificates certificates, Journal journal) {
        this.playbooks = playbooks;
        this.legs = legs;
        this.preflight = preflight;
        this.onboardings = onboardings;
        this.orders = orders;
        this.certificates = certificates;
        this.journal = journal;
    }

    /** Writes it to the chain of this onboarding. */
    public void of(String id) {
        var onboarding = onboardings.find(id).orElseThrow();
        var certificatesFor = orders.environment(onboarding).certificatesFor(onboarding.bank(), onboarding.environment());
        var inUse = Stream.of(Certificate.Kind.values()).flatMap(each -> certificates.inUse(onboarding.tpp(), each, certificatesFor, onboarding.bank()).stream())
                .map(certificate -> certificate.kind() + " " + certificate.sha256() + " valid until " + certificate.notAfter())
                .collect(Collectors.joining("; "));
        journal.write(Act.ofPortolan(id, "pre-flight-passed", null, null,
                "Nothing stands in the way. Certificates: " + (inUse.isEmpty() ? "none" : inUse) + "." + warnings(onboarding)));
    }

    /** What was known beforehand not to go by itself, or not for long. */
    private String warnings(Onboarding onboarding) {
        var playbook = playbooks.version(onboarding.bank(), onboarding.playbookVersion()).orElseThrow();
        var skipped = legs.of(onboarding.id()).stream().filter(row -> row.state() == LegState.SKIPPED).map(LegRecord::leg).collect(Collectors.toSet());
        var warnings = preflight.of(Wish.planned(onboarding, playbook, orders.route(onboarding), skipped)).warnings();
        return warnings.isEmpty() ? "" : " Known before: " + PreflightReport.said(warnings);
    }
}
