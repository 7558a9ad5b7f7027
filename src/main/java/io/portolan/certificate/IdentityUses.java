package io.portolan.certificate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What of ours each bank was given or shown, so that it is known who is concerned when a certificate, a key or a redirect URI changes. */
public interface IdentityUses {

    /** How something was used. */
    enum Manner { TLS, SIGNATURE, VALUE }

    /**
     * A use.
     *
     * @param onboarding the id of the onboarding that gave it, or null
     * @param registration the id of the registration that was made with it before us, or null
     * @param environment the name of the bank's environment
     * @param certificate the id of the certificate, or null
     * @param redirectUri the redirect URI, or null
     */
    record Use(String onboarding, String registration, String tpp, String bank, String environment, String certificate, String redirectUri, Manner manner, Instant firstAt, Instant lastAt) { }

    /**
     * Where something is used at a bank: by an onboarding, or by a registration that was there before us.
     *
     * @param onboarding its id, or null
     * @param registration its id, or null
     */
    record Place(String onboarding, String registration, String tpp, String bank, String environment) {

        /** That of an onboarding. */
        public Place(String onboarding, String tpp, String bank, String environment) {
            this(onboarding, null, tpp, bank, environment);
        }

        /** That of a registration that was taken in. */
        public static Place adopted(String registration, String tpp, String bank, String environment) {
            return new Place(null, registration, tpp, bank, environment);
        }
    }

    /** Writes down that a certificate is used there. */
    void certificate(Place place, String certificate, Manner manner);

    /** Writes down that a redirect URI is given there. */
    void redirectUri(Place place, String uri);

    /** Who has this certificate, the latest first. */
    List<Use> ofCertificate(String certificate);

    /** Who has any certificate of the key with this fingerprint, the latest first. */
    List<Use> ofKey(String keySha256);

    /** What is used in these onboardings, and in a registration that was taken in, the latest first. */
    List<Use> in(Collection<String> onboardings, String registration);

    /** Who has this redirect URI of this TPP, the latest first. */
    List<Use> ofRedirectUri(String tpp, String uri);

    /** A redirect URI of a TPP. */
    record Uri(String tpp, String uri) { }

    /** Who has each of these redirect URIs, at most so many of each, the latest. */
    List<Use> latestOfRedirectUris(List<Uri> uris, int each);
}
