package io.portolan.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.Certificate;

/** SHA-256 fingerprints in hexadecimal. */
final class Fingerprints {

    private Fingerprints() {
    }

    static String of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** The fingerprint of the public key as the certificate has it (RFC 5280, section 4.1.2.7). */
    static String ofKey(X509Certificate certificate) {
        try {
            return of(Certificate.getInstance(certificate.getEncoded()).getSubjectPublicKeyInfo().getEncoded());
        } catch (CertificateEncodingException | IOException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    static String of(PublicKey key) {
        return of(key.getEncoded());
    }

    private static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
