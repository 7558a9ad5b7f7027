package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.PreflightReport;
import io.portolan.onboarding.PreflightReport.Finding;
import java.util.List;

/** What a bank asks and whether we have it, as a list to go through: what stands in the way first, with where to mend it. */
record ChecklistView(List<Line> errors, List<Line> warnings, List<Line> fine) {

    /** Something to see; the link may be null. */
    record Line(String label, String sentence, String linkText, String link) { }

    static ChecklistView of(Preflight.Looked looked) {
        var report = looked.report();
        return new ChecklistView(lines(report.errors(), looked), lines(report.warnings(), looked), lines(report.fine(), looked));
    }

    private static List<Line> lines(List<Finding> findings, Preflight.Looked looked) {
        return findings.stream().map(finding -> {
            var where = finding.severity() == PreflightReport.Severity.FINE ? null : WhereToMend.of(finding, looked);
            return new Line(label(finding), finding.sentence(), where == null ? null : where.text(), where == null ? null : where.link());
        }).toList();
    }

    private static String label(Finding finding) {
        return switch (finding.subject()) {
            case ONBOARDING -> say("onboarding.under-way");
            case REGISTRATION -> switch (finding.code()) {
                case "already-registered", "services-added" -> say("onboarding.registered");
                case "unique-value-used" -> say("onboarding.used-before");
                default -> say("onboarding.registration-at", finding.about());
            };
            case ROLE -> say("onboarding.roles");
            case PASSPORT -> say("onboarding.passport-to", finding.about());
            case APPLICATION -> finding.code().startsWith("application-field") ? say("onboarding.application-2", words(finding.about())) : say("onboarding.application");
            case BRANCH -> say("onboarding.branch");
            case PORTAL -> say("onboarding.portal", finding.about());
            case DOCUMENT -> finding.code().startsWith("logo") ? say("onboarding.logo") : say("onboarding.document", finding.about());
            case CONTACT, FACT, PROFILE, REDIRECT_URI, BANK -> capital(words(finding.about()));
            case CERTIFICATE -> capital(finding.about());
        };
    }

    private static String words(String field) {
        return field.replace("vat-", "VAT-").replace("lei", "LEI").replace("uri", "URI").replace("jwks", "JWKS").replace("e-mail", "e_mail")
                .replace('-', ' ').replace('.', ' ').replace("e_mail", "e-mail");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Whether nothing stands in the way. */
    public boolean isReady() {
        return errors.isEmpty();
    }

    /** How it stands, in a few words. */
    public String said() {
        var known = warnings.isEmpty() ? "" : warnings.size() == 1 ? say("onboarding.one-thing-should-be-known") : say("onboarding.things-should-be-known-before", warnings.size());
        return (switch (errors.size()) {
            case 0 -> say("onboarding.nothing-stands-in-the-way");
            case 1 -> say("onboarding.one-thing-stands-in-the");
            default -> say("onboarding.things-stand-in-the-way", errors.size());
        }) + known;
    }
}
