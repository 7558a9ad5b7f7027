package io.portolan.playbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** What is special about TLS connections to an environment's hosts; most banks need nothing of it. */
public record Connection(
        @Doc(value = "What is shown of our certificate: some banks take it only with its issuers, some only alone. Without it, all that was taken in.",
                example = "chain: leaf") Chain chain,
        @Doc(value = "Authorities of the bank's servers that not everybody trusts, each a certificate in PEM; they are trusted for this environment alone.",
                example = "trust: []") List<String> trust) {

    /** As almost all banks have it. */
    public static final Connection USUAL = new Connection(null, List.of());

    /** How much of our certificate's chain is shown in the handshake (RFC 8446, section 4.4.2). */
    public enum Chain {
        @Doc("The certificate alone.") LEAF,
        @Doc("The certificate with its issuers, as they were taken in.") WHOLE
    }

    /** A connection that does not say what is shown shows all. */
    public Connection {
        chain = chain == null ? Chain.WHOLE : chain;
        trust = trust == null ? List.of() : List.copyOf(trust);
    }

    /** The authorities that are trusted here besides those that are everywhere. */
    public List<X509Certificate> authorities() {
        return trust.stream().flatMap(pem -> read(pem).stream()).toList();
    }

    /** The certificates in this text; none where it holds anything else. */
    static List<X509Certificate> read(String pem) {
        try (var in = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.UTF_8))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException | IOException e) {
            return List.of();
        }
    }
}
