package io.portolan.certificate;

import java.util.List;
import java.util.Set;

/**
 * What is to stand in a request for a certificate; what is null or empty is taken from the profile of the TPP.
 *
 * @param environment {@code test} or {@code live}
 * @param keyType {@code RSA 2048}, {@code RSA 3072}, {@code RSA 4096}, {@code EC P-256} or {@code EC P-384}; where it is null, {@code RSA 2048}
 * @param commonName for a QWAC a domain name, for a QSealC the name of the seal
 * @param authorityId such as {@code DE-BAFIN} (ETSI TS 119 495, clause 5.2.3)
 * @param roles such as {@code PSP_AI}
 * @param dnsNames the domain names of a QWAC, besides its common name
 */
public record CertificateWish(String tpp, Certificate.Kind kind, String environment, String label, String keyType, String commonName, String organisation,
        String organisationId, String country, String locality, String authorityName, String authorityId, Set<String> roles, List<String> dnsNames) {

    /** Reads lists that were left out as empty. */
    public CertificateWish {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        dnsNames = dnsNames == null ? List.of() : List.copyOf(dnsNames);
    }
}
