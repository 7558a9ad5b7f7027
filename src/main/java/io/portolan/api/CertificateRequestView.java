package io.portolan.api;

import io.portolan.certificate.CertificateRequest;
import java.time.Instant;

/** A request for a certificate as clients see it; its private key is never shown. */
record CertificateRequestView(String id, String tpp, String kind, String environment, String label, String subject, String keyType, String pem, String keySha256,
        Instant madeAt, String certificate) {

    static CertificateRequestView of(CertificateRequest r) {
        return new CertificateRequestView(r.id(), r.tpp(), Words.of(r.kind()), r.environment(), r.label(), r.subject(), r.keyType(), r.pem(), r.keySha256(), r.madeAt(),
                r.certificate());
    }
}
