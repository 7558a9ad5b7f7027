package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.playbook.CertificateKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The certificates that a wish would be done with. */
record CertificatesInUse(Certificates certificates, Wish wish, Instant now) {

    /** The one of this kind that is in use and valid now. */
    Optional<Certificate> valid(CertificateKind kind) {
        return certificates.inUse(wish.tpp(), of(kind), wish.certificatesFor(), wish.playbook().playbook().bank())
                .filter(found -> found.notAfter().isAfter(now) && !found.notBefore().isAfter(now));
    }

    /** Where none is valid, the one that would be: that begins next or, if none does, has ended last. */
    Optional<Certificate> notValid(CertificateKind kind) {
        var bank = wish.playbook().playbook().bank();
        return certificates.of(wish.tpp()).stream().filter(one -> one.kind() == of(kind) && one.environment().equals(wish.certificatesFor()) && !one.isRetired()
                && (one.bank() == null || one.bank().equals(bank))).max(Comparator.comparing(Certificate::notAfter));
    }

    /** What the environments are called for which they are, as a person would say it. */
    String environments() {
        return wish.certificatesFor().contains("/") ? wish.certificatesFor() : wish.certificatesFor() + " environments";
    }

    static Certificate.Kind of(CertificateKind kind) {
        return Certificate.Kind.valueOf(kind.name());
    }

    /** The kind as people write it. */
    static String said(CertificateKind kind) {
        return of(kind).said();
    }
}
