package io.portolan.certificate;

import java.time.Instant;

/**
 * A request for a certificate (PKCS #10, RFC 2986), whose private key is in the vault.
 *
 * @param environment the kind of environment that the certificate will be for, {@code test} or {@code live}
 * @param keyType such as {@code RSA 2048} or {@code EC P-256}
 * @param pem the request, to be sent to the trust service provider
 * @param keySha256 the fingerprint of its public key
 * @param certificate the id of the certificate that was issued for it, or null
 */
public record CertificateRequest(String id, String tpp, Certificate.Kind kind, String environment, String label, String subject, String keyType, String pem,
        String keySha256, Instant madeAt, String certificate) {
}
