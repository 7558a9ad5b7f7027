package io.portolan.certificate;

import io.portolan.certificate.ReadChains.ReadChain;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes a certificate of ours of a chain. */
final class CertificateReading {

    private CertificateReading() {
    }

    /** One that was just read and is not kept yet. */
    static Certificate of(String tpp, Certificate.Kind kind, String environment, String bank, String label, List<X509Certificate> chain, boolean hasKey, Instant now) {
        return of(UUID.randomUUID().toString(), tpp, kind, environment, bank, label, ReadChain.of(chain), hasKey, now, null);
    }

    static Certificate of(String id, String tpp, Certificate.Kind kind, String environment, String bank, String label, ReadChain read,
            boolean hasKey, Instant takenAt, Instant retiredAt) {
        return new Certificate(id, tpp, kind, environment, bank, label, read.chain(), read.contents(), read.sha256(), read.keySha256(), hasKey, takenAt, retiredAt);
    }
}
