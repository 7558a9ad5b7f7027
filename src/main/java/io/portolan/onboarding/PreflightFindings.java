package io.portolan.onboarding;

import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.onboarding.PreflightReport.Severity;
import io.portolan.onboarding.PreflightReport.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the checks of a pre-flight find. */
final class PreflightFindings {

    private final List<Finding> all = new ArrayList<>();

    /** What stands in the way of a start. */
    void error(Subject subject, String code, String about, String sentence) {
        add(new Finding(Severity.ERROR, code, subject, about, sentence));
    }

    /** What will not go by itself, or not for long. */
    void warning(Subject subject, String code, String about, String sentence) {
        add(new Finding(Severity.WARNING, code, subject, about, sentence));
    }

    /** What was looked at and is as it should be. */
    void fine(Subject subject, String code, String about, String sentence) {
        add(new Finding(Severity.FINE, code, subject, about, sentence));
    }

    /** Keeps a finding, once. */
    void add(Finding finding) {
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    PreflightReport report() {
        return new PreflightReport(all.stream().sorted(Comparator.comparing(Finding::severity)).toList());
    }

    /** Those that are not fine. */
    List<Finding> notFine() {
        return report().findings().stream().filter(finding -> finding.severity() != Severity.FINE).toList();
    }
}
