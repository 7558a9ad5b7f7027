package io.portolan.certificate;

import java.util.List;
import java.util.Optional;

/** Requests for certificates; an issued certificate finds its request by its key when it is taken in. */
public interface CertificateRequests {

    /**
     * Makes a key pair, whose private half goes to the vault and nowhere else, and a request for a certificate.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-tpp}, or {@code invalid-request} and a sentence for each field that is missing or wrong
     */
    CertificateRequest make(CertificateWish wish, String actor);

    /** The request of this id. */
    Optional<CertificateRequest> find(String id);

    /** All requests of a TPP, newest first. */
    List<CertificateRequest> of(String tpp);

    /** The newest, so many at most: of one TPP, or of all where that is null; those for which nothing was issued come first. */
    List<CertificateRequest> newest(String tpp, int most);
}
