package io.portolan.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.util.io.pem.PemReader;

/** A certificate with its issuers as PEM (RFC 7468, section 5). */
final class PemChain {

    private PemChain() {
    }

    /** The certificates of a PEM text in the order: the one that this key belongs to, its issuer, and so on. */
    static List<X509Certificate> ordered(String pem, Predicate<PublicKey> isOurs) {
        var rest = new LinkedHashSet<>(read(pem));
        var chain = new ArrayList<X509Certificate>();
        var next = rest.stream().filter(certificate -> isOurs.test(certificate.getPublicKey())).findFirst();
        if (next.isEmpty()) {
            throw Unsuitable.because("key", "The private key belongs to none of these certificates.");
        }
        while (next.isPresent()) {
            chain.add(next.get());
            rest.remove(next.get());
            next = issuer(next.get(), rest);
        }
        if (!rest.isEmpty()) {
            throw Unsuitable.because("chain", "This certificate does not belong to the chain: "
                    + rest.iterator().next().getSubjectX500Principal() + ".");
        }
        return List.copyOf(chain);
    }

    /** The certificates of a PEM text, in its own order. */
    static List<X509Certificate> read(String pem) {
        var certificates = new ArrayList<X509Certificate>();
        try (var reader = new PemReader(new StringReader(pem))) {
            var factory = CertificateFactory.getInstance("X.509");
            for (var part = reader.readPemObject(); part != null; part = reader.readPemObject()) {
                if (!part.getType().endsWith("CERTIFICATE")) {
                    throw Unsuitable.because("chain", "The chain holds something else than certificates: " + part.getType() + ".");
                }
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(part.getContent())));
            }
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            throw Unsuitable.because("chain", "The certificate cannot be read; it is expected as PEM.");
        }
        if (certificates.isEmpty()) {
            throw Unsuitable.because("chain", "There is no certificate in it; it is expected as PEM, beginning with"
                    + " -----BEGIN CERTIFICATE-----.");
        }
        return certificates;
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, Set<X509Certificate> among) {
        return among.stream()
                .filter(other -> other.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(other -> isSignedBy(certificate, other))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
