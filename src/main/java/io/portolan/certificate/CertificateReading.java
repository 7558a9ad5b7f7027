package io.portolan.certificate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads from a chain of certificates what it proves of us. */
final class CertificateReading {

    private CertificateReading() {
    }

    static Certificate of(String id, String tpp, Certificate.Kind kind, String environment, String label,
            List<X509Certificate> chain) {
        var leaf = chain.get(0);
        var roles = Psd2Statement.of(leaf).map(Psd2Statement::roles).orElse(Set.of());
        return new Certificate(id, tpp, kind, environment, label, chain, organisationId(leaf), roles,
                leaf.getSerialNumber(), leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant(), sha256(leaf), true);
    }

    private static String organisationId(X509Certificate certificate) {
        var ids = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.ORGANIZATION_IDENTIFIER);
        return ids.length == 0 ? null : IETFUtils.valueToString(ids[0].getFirst().getValue());
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
