package io.portolan.certificate;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What there is to say of how long a certificate and its issuers are valid, and of the chain to the root. */
final class ValidityRules {

    private static final String VALIDITY = "RFC 5280, section 4.1.2.5";
    private static final String PATH = "RFC 5280, section 6.1";
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration LONG = Duration.ofDays(3 * 366);

    private ValidityRules() {
    }

    static void judge(CertificateContents contents, List<X509Certificate> chain, JudgeCertificate.Purpose purpose, FindingList findings) {
        period(contents, purpose, findings);
        var last = chain.get(chain.size() - 1);
        boolean isSelfSigned = contents.isSelfIssued() && chain.size() == 1;
        if (isSelfSigned) {
            findings.errorIfLive("self-signed", "RTS (EU) 2018/389, Article 34", "It was issued by nobody but its holder, so no bank has a reason to believe it.");
        } else if (chain.size() == 1) {
            findings.note("issuers-missing", PATH, "The certificates of its issuers were not given; some banks want them.");
        } else if (!last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            findings.note("root-missing", PATH, "The chain ends before the root, which few banks mind.");
        }
        chain.stream().skip(1).filter(issuer -> !issuer.getNotAfter().toInstant().isAfter(purpose.now())).findFirst()
                .ifPresent(issuer -> findings.warning("issuer-expired", PATH, "The certificate of an issuer ended on " + day(issuer.getNotAfter().toInstant())
                        + ": " + issuer.getSubjectX500Principal() + "."));
    }

    private static void period(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var now = purpose.now();
        if (contents.notAfter().isBefore(contents.notBefore())) {
            findings.error("never-valid", VALIDITY, "It ends on " + day(contents.notAfter()) + ", before it begins on " + day(contents.notBefore()) + ".");
        } else if (!contents.notAfter().isAfter(now)) {
            findings.errorIfLive("expired", VALIDITY, "It ended on " + day(contents.notAfter()) + ".");
        } else if (contents.notBefore().isAfter(now)) {
            findings.warning("not-yet-valid", VALIDITY, "It is valid from " + day(contents.notBefore()) + " on and is not used before.");
        } else if (contents.notAfter().isBefore(now.plus(SOON))) {
            findings.warning("ends-soon", VALIDITY, "It ends on " + day(contents.notAfter()) + ", in "
                    + ChronoUnit.DAYS.between(now, contents.notAfter()) + " days.");
        }
        if (contents.notBefore().plus(LONG).isBefore(contents.notAfter())) {
            findings.note("long-lived", VALIDITY, "It is valid for more than three years; issuers give certificates for one or two.");
        }
    }

    private static String day(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    }
}
