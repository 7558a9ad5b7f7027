package io.portolan.onboarding;

import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A start that was refused because of what pre-flight has found, with all of it as data. */
public class PreflightFailed extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    PreflightFailed(PreflightReport report) {
        super(Kind.CONFLICT, "pre-flight-failed", "Before this can start: " + PreflightReport.said(report.errors()), Map.of());
        this.findings = Stream.concat(report.errors().stream(), report.warnings().stream()).toList();
    }

    /** All that stands in the way, and then what should be known besides. */
    public List<Finding> findings() {
        return findings;
    }
}
