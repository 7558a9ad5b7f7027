package io.portolan.api;

import io.portolan.onboarding.PreflightReport;
import java.util.Locale;

/**
 * Something that pre-flight has found.
 *
 * @param severity {@code error}, {@code warning} or {@code fine}
 * @param subject what kind of thing it is about, such as {@code certificate}
 */
record PreflightFindingView(String severity, String code, String subject, String about, String sentence) {

    static PreflightFindingView of(PreflightReport.Finding finding) {
        return new PreflightFindingView(word(finding.severity()), finding.code(), word(finding.subject()), finding.about(), finding.sentence());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
