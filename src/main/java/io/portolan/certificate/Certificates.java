package io.portolan.certificate;

import io.portolan.vault.Secret;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;

/** Our certificates; their private keys are in the vault and never leave this package but as a handle for TLS or a signature. */
public interface Certificates {

    /**
     * Takes in a certificate with its issuers. Its key may come with it, or be here already because it was made here; one without its key is
     * good for uploads and mails. Taking in the same one again is for adding its key.
     *
     * @throws io.portolan.refusal.Refused with code {@code unsuitable-certificate} and all reasons where it cannot be read, does not belong to
     * its key, or can never work; {@code certificate-already-taken} or {@code unknown-tpp}
     */
    Certificate take(Upload upload, String actor);

    /** A certificate that was read and not kept, with all that is found about it, errors included. */
    record Read(Certificate certificate, List<Finding> findings) { }

    /**
     * Reads a certificate and judges it without keeping anything.
     *
     * @throws io.portolan.refusal.Refused with code {@code unsuitable-certificate} where it cannot be read or does not belong to the key beside it
     */
    Read read(Upload upload);

    /** Takes in a certificate with its chain and its private key, all PEM, as {@link #take(Upload, String)} does. */
    default Certificate take(String tpp, Certificate.Kind kind, String environment, String label, String chainPem, Secret keyPem, String actor) {
        return take(Upload.pem(tpp, kind, environment, label, chainPem, keyPem), actor);
    }

    /** The certificate of this id. */
    Optional<Certificate> find(String id);

    /** All certificates of a TPP, newest first. */
    List<Certificate> of(String tpp);

    /**
     * A page of those that are sought, the first to end first and those that are retired last.
     *
     * @param after the id of the last one of the page before, or null
     */
    Page page(Sought sought, String after, int limit);

    /**
     * Which certificates are sought; what is null fits all.
     *
     * @param endsBefore by when they end, where only those are sought that are in use
     */
    record Sought(String tpp, Instant endsBefore) { }

    /** A page, and the id after which the next one begins, or null. */
    record Page(List<Certificate> items, String next) { }

    /**
     * The one in use for this TPP, kind and {@link Certificate#environment} at this bank: the one that was chosen for the bank, the one that the bank has
     * supplied, the default, or else, of those valid now, one whose key is here and that ends last.
     *
     * @param bank the bank, or null for no bank in particular
     */
    Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment, String bank);

    /** The one in use where no bank needs its own. */
    default Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment) {
        return inUse(tpp, kind, environment, null);
    }

    /** The one in use at this place, as {@link #inUse} finds it; that it is used there is written down. */
    default Optional<Certificate> use(IdentityUses.Place place, Certificate.Kind kind, String environment, IdentityUses.Manner manner) {
        return inUse(place.tpp(), kind, environment, place.bank());
    }

    /** What is to be said of this certificate today, the worst first. */
    default List<Finding> findings(Certificate certificate) {
        return findings(List.of(certificate)).get(certificate.id());
    }

    /** The same of several, by their ids. */
    Map<String, List<Finding>> findings(Collection<Certificate> several);

    /**
     * Takes a certificate out of use for good; what it was used for stays known.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-certificate} or {@code certificate-already-retired}
     */
    Certificate retire(String id, String reason, String actor);

    /** What proves to a TLS server that we are the holder of this certificate. */
    X509KeyManager keyManager(Certificate certificate);

    /** The private key for a signature in our name; it must not be kept or written anywhere. */
    PrivateKey signingKey(Certificate certificate);
}
