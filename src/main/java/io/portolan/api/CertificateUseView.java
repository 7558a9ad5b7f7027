package io.portolan.api;

import io.portolan.certificate.IdentityUses;
import java.time.Instant;

/** Where a certificate, a key or a redirect URI of ours is known: by an onboarding, or by a registration that was taken in. */
record CertificateUseView(String onboarding, String registration, String tpp, String bank, String environment, String certificate, String redirectUri, String manner, Instant firstAt,
        Instant lastAt) {

    static CertificateUseView of(IdentityUses.Use use) {
        return new CertificateUseView(use.onboarding(), use.registration(), use.tpp(), use.bank(), use.environment(), use.certificate(), use.redirectUri(), Words.of(use.manner()),
                use.firstAt(), use.lastAt());
    }
}
