package io.portolan.onboarding;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a bank asks of us for an onboarding, and whether we have it.
 *
 * @param findings errors first, then warnings, then what is fine; within each in the order in which it was looked at
 */
public record PreflightReport(List<Finding> findings) {

    /** How much it matters. */
    public enum Severity {
        /** It does not start. */
        ERROR,
        /** It may start, and something will not go by itself or not for long. */
        WARNING,
        /** It was looked at and is as it should be. */
        FINE
    }

    /** What a finding is about, which tells where it can be mended. */
    public enum Subject { APPLICATION, BANK, BRANCH, CERTIFICATE, CONTACT, DOCUMENT, FACT, ONBOARDING, PASSPORT, PORTAL, PROFILE, REDIRECT_URI, REGISTRATION, ROLE }

    /**
     * Something that was found.
     *
     * @param code stable, such as {@code certificate-missing}
     * @param about the field, certificate, document, fact, bank, onboarding or registration that it is about, by its name or id
     * @param sentence what is so and, where it is wrong, what would be right
     */
    public record Finding(Severity severity, String code, Subject subject, String about, String sentence) { }

    /** Whether nothing stands in the way of a start. */
    public boolean isReady() {
        return errors().isEmpty();
    }

    /** What stands in the way. */
    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    /** What should be known before a start. */
    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    /** What is as it should be. */
    public List<Finding> fine() {
        return of(Severity.FINE);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }

    /** The sentences of these findings, one after the other. */
    static String said(List<Finding> findings) {
        return findings.stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }
}
