package io.portolan.api;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateContents;
import io.portolan.certificate.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A certificate of ours as clients see it; its key is never shown. */
record CertificateView(String id, String tpp, String kind, String environment, String bank, String label, String subject,
        String issuer, String organisationId, List<String> psd2Roles, String authorityId, String authorityName, List<String> qcTypes, List<String> policies,
        List<String> keyUsage, List<String> extendedKeyUsage, List<String> dnsNames, String key, String signatureAlgorithm, String serial, Instant notBefore,
        Instant notAfter, String sha256, String keySha256, boolean hasKey, Instant takenAt, Instant retiredAt, List<FindingView> findings) {

    /** Something that was found about it, with where it is written. */
    record FindingView(String severity, String code, String clause, String sentence) {

        static FindingView of(Finding finding) {
            return new FindingView(Words.of(finding.severity()), finding.code(), finding.clause(), finding.sentence());
        }
    }

    static CertificateView of(Certificate c, List<Finding> findings) {
        var contents = c.contents();
        var psd2 = contents.statements().psd2();
        return new CertificateView(c.id(), c.tpp(), Words.of(c.kind()), c.environment(), c.bank(), c.label(),
                c.leaf().getSubjectX500Principal().toString(), c.leaf().getIssuerX500Principal().toString(),
                c.organisationId(), sorted(c.psd2Roles()), psd2 == null ? null : psd2.authorityId(), psd2 == null ? null : psd2.authorityName(),
                sorted(contents.statements().types()), contents.policies(), sorted(contents.keyUsage()), uses(contents), contents.dnsNames(),
                contents.key().said(), contents.signatureAlgorithm(), c.serial().toString(16), c.notBefore(),
                c.notAfter(), c.sha256(), c.keySha256(), c.hasKey(), c.takenAt(), c.retiredAt(), findings.stream().map(FindingView::of).toList());
    }

    private static List<String> uses(CertificateContents contents) {
        return contents.extendedKeyUsage() == null ? null : contents.extendedKeyUsage().stream().map(use -> use.equals(CertificateContents.CLIENT_AUTH) ? "clientAuth"
                : use.equals(CertificateContents.SERVER_AUTH) ? "serverAuth" : use).sorted().toList();
    }

    private static List<String> sorted(Set<String> words) {
        return words == null ? null : List.copyOf(new TreeSet<>(words));
    }
}
