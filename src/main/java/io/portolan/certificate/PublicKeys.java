package io.portolan.certificate;

import java.net.URI;
import java.util.Optional;

/** The public keys by which banks check what we sign, as a set that anybody may read (RFC 7517). */
public interface PublicKeys {

    /**
     * The set of a TPP for a {@link Certificate#environment} as JSON: the keys of its certificates for signatures that have not ended and are
     * not retired, those that are valid only later too, so that banks know them in time. The id of a key is its thumbprint (RFC 7638).
     *
     * @param algorithm what RSA keys say that they are used with, {@code RS256} or {@code PS256}; null where they shall leave it open
     * @throws io.portolan.refusal.Refused with code {@code unknown-tpp}, {@code unknown-environment} or {@code unknown-algorithm}
     */
    String set(String tpp, String environment, String algorithm);

    /** A certificate whose key is published, by its SHA-256 fingerprint in hexadecimal, in PEM; empty where it is not or no more. */
    Optional<String> certificate(String tpp, String sha256);

    /** Where banks find this certificate, as STET wants the id of a key to be; empty as below, and for one for TLS. */
    Optional<URI> address(Certificate certificate);

    /** Where banks find the set; empty where nobody has said under which address we are reached from outside. */
    Optional<URI> address(String tpp, String environment);
}
