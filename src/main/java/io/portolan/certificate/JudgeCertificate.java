package io.portolan.certificate;

import io.portolan.tpp.TppProfile;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Says what is odd or wrong about a certificate, for what it is to be used. */
final class JudgeCertificate {

    private JudgeCertificate() {
    }

    /**
     * What a certificate is to be used for.
     *
     * @param isSupplied whether a bank has supplied it for its own sandbox, so that it names nobody real
     * @param holder the TPP that is to hold it, or null where that is not known
     */
    record Purpose(Certificate.Kind kind, boolean isLive, boolean isSupplied, TppProfile holder, Instant now) { }

    /** What is found about the first certificate of a chain, the worst first. */
    static List<Finding> of(CertificateContents contents, List<X509Certificate> chain, Purpose purpose) {
        var findings = new FindingList(purpose.isLive());
        KeyRules.judge(contents, findings);
        SubjectRules.judge(contents, purpose, findings);
        StatementRules.judge(contents, purpose, findings);
        UsageRules.judge(contents, purpose, findings);
        ValidityRules.judge(contents, chain, purpose, findings);
        if (purpose.holder() != null && !purpose.isSupplied()) {
            HolderRules.judge(contents, purpose, findings);
        }
        // a key that cannot be read is said to be unusable
        var unreadable = contents.unreadable().stream().filter(part -> !part.equals("key")).toList();
        if (!unreadable.isEmpty()) {
            findings.warning("unreadable", "RFC 5280, section 4.1", "These parts cannot be read, so that nothing is known of them: "
                    + String.join(", ", unreadable) + ".");
        }
        return findings.sorted();
    }
}
