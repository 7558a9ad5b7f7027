package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A certificate as a row; {@code worst} says how it stands. */
record CertificateLine(String id, String label, String kind, String tpp, String environment, String bank, String roles, String key, boolean hasKey, TimeView ends,
        BadgeView worst, String findings, ValidityScale.Bar validity) {

    private static final Duration SOON = Duration.ofDays(30);

    static CertificateLine of(Certificate c, List<Finding> findings, ValidityScale scale, Instant now) {
        return new CertificateLine(c.id(), c.label(), c.kind().said(), c.tpp(), c.environment(), c.bank(), String.join(", ", c.psd2Roles()),
                c.contents().key().said(), c.hasKey(), TimeView.of(c.notAfter(), now), standing(c, now), said(findings), scale.bar(c, now));
    }

    static BadgeView standing(Certificate c, Instant now) {
        if (c.isRetired()) {
            return new BadgeView("retired", say("certificate.retired"), "quiet");
        }
        if (!c.notAfter().isAfter(now)) {
            return new BadgeView("expired", say("certificate.over"), "rejected");
        }
        if (c.notBefore().isAfter(now)) {
            return new BadgeView("not-yet", say("certificate.not-yet-valid"), "waiting");
        }
        return c.notAfter().isBefore(now.plus(SOON)) ? new BadgeView("ends-soon", say("certificate.ends-soon"), "person") : new BadgeView("valid", say("certificate.valid"), "done");
    }

    private static String said(List<Finding> findings) {
        long serious = findings.stream().filter(finding -> finding.severity() != Finding.Severity.NOTE).count();
        return say("certificate.findings-2", serious);
    }
}
