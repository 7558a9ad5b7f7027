package io.portolan.api;

import io.portolan.certificate.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** A certificate of ours as clients see it; its key is never shown. */
record CertificateView(String id, String tpp, String kind, String environment, String label, String subject,
        String issuer, String organisationId, List<String> psd2Roles, String serial, Instant notBefore,
        Instant notAfter, String sha256, boolean hasKey) {

    static CertificateView of(Certificate c) {
        return new CertificateView(c.id(), c.tpp(), Words.of(c.kind()), c.environment(), c.label(),
                c.leaf().getSubjectX500Principal().toString(), c.leaf().getIssuerX500Principal().toString(),
                c.organisationId(), List.copyOf(new TreeSet<>(c.psd2Roles())), c.serial().toString(16), c.notBefore(),
                c.notAfter(), c.sha256(), c.hasKey());
    }
}
