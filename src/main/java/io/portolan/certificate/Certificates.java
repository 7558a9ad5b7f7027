package io.portolan.certificate;

import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;

/** Our certificates; their private keys are in the vault and never leave this package but as a handle for TLS or a signature. */
public interface Certificates {

    /**
     * Takes in a certificate with its chain and its private key, all PEM.
     *
     * @throws io.portolan.refusal.Refused with code {@code unsuitable-certificate} where they cannot be read or do not belong
     * together, {@code certificate-already-taken} or {@code unknown-tpp}
     */
    Certificate take(String tpp, Certificate.Kind kind, String environment, String label, String chainPem,
            io.portolan.vault.Secret keyPem, String actor);

    /** The certificate of this id. */
    Optional<Certificate> find(String id);

    /** All certificates of a TPP, newest first. */
    List<Certificate> of(String tpp);

    /** The one in use for this TPP, kind and {@link Certificate#environment}: of those valid now, the one that ends last. */
    Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment);

    /** What proves to a TLS server that we are the holder of this certificate. */
    X509KeyManager keyManager(Certificate certificate);

    /** The private key for a signature in our name; it must not be kept or written anywhere. */
    PrivateKey signingKey(Certificate certificate);
}
