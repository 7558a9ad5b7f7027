package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateContents;
import io.portolan.certificate.CertificateForms;
import io.portolan.certificate.Finding;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A certificate as its page shows it. */
record CertificateDetail(CertificateLine line, String subject, String issuer, String organisationId, String authority, String types, String policies, String uses,
        String signature, String serial, String sha256, TimeView begins, TimeView taken, TimeView retired, List<FindingLine> findings, List<String> chain, String pem) {

    private static final Map<String, String> USES = Map.of(CertificateContents.CLIENT_AUTH, "clientAuth", CertificateContents.SERVER_AUTH, "serverAuth");

    /** A finding with a coloured word and where it is written. */
    record FindingLine(BadgeView severity, String sentence, String clause, String code) {

        static FindingLine of(Finding finding) {
            var tone = switch (finding.severity()) {
                case ERROR -> "rejected";
                case WARNING -> "waiting";
                case NOTE -> "quiet";
            };
            return new FindingLine(new BadgeView(Wording.word(finding.severity()), Wording.sentence(finding.severity()), tone), finding.sentence(), finding.clause(),
                    finding.code());
        }
    }

    static CertificateDetail of(Certificate c, List<Finding> findings, Instant now) {
        var contents = c.contents();
        var psd2 = contents.statements().psd2();
        return new CertificateDetail(CertificateLine.of(c, findings, ValidityScale.of(List.of(c), now), now), contents.subject().name(), contents.issuer(), said(c.organisationId()),
                psd2 == null ? "none" : psd2.authorityName() + ", " + psd2.authorityId(), joined(contents.statements().types()), joined(contents.policies()), uses(contents),
                contents.signatureAlgorithm(), c.serial().toString(16) + " (" + c.serial() + ")", c.sha256(), TimeView.of(c.notBefore(), now), TimeView.of(c.takenAt(), now),
                TimeView.of(c.retiredAt(), now), findings.stream().map(FindingLine::of).toList(),
                c.chain().stream().skip(1).map(X509Certificate::getSubjectX500Principal).map(Object::toString).toList(), CertificateForms.form(c, "chain-pem").orElseThrow());
    }

    private static String uses(CertificateContents contents) {
        var usage = contents.keyUsage() == null ? say("certificate.not-restricted") : joined(contents.keyUsage());
        return contents.extendedKeyUsage() == null ? usage : usage + "; " + contents.extendedKeyUsage().stream().map(use -> USES.getOrDefault(use, use))
                .sorted().collect(Collectors.joining(", "));
    }

    private static String joined(Iterable<String> words) {
        return said(String.join(", ", words));
    }

    private static String said(String text) {
        return text == null || text.isEmpty() ? "none" : text;
    }
}
