package io.portolan.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in a certificate, as far as it can be read.
 *
 * @param statements what it says of itself as a qualified certificate
 * @param policies the OIDs of the policies that it was issued under
 * @param keyUsage the names of RFC 5280, section 4.2.1.3; null where the certificate does not restrict its use
 * @param extendedKeyUsage the OIDs of RFC 5280, section 4.2.1.12; null where the certificate does not restrict its use
 * @param signatureAlgorithm how its issuer has signed it, such as {@code SHA256withRSA}
 * @param isAuthority whether it may issue certificates itself
 * @param unreadable the names of the parts that could not be read
 */
public record CertificateContents(Subject subject, String issuer, BigInteger serial, Instant notBefore, Instant notAfter,
        Key key, String signatureAlgorithm, QualifiedStatements statements, List<String> policies, Set<String> keyUsage,
        Set<String> extendedKeyUsage, List<String> dnsNames, boolean isAuthority, boolean isSelfIssued,
        List<String> unknownCritical, List<String> unreadable) {

    /** For a server's side of TLS. */
    public static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    /** For a client's side of TLS. */
    public static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    /** Any purpose, RFC 5280, section 4.2.1.12. */
    static final String ANY_USE = "2.5.29.37.0";

    /**
     * Who it is made out to.
     *
     * @param organisationIds each organizationIdentifier as it is written
     * @param oddStrings the attributes that are written in an outdated type of text, with the type
     */
    public record Subject(String name, String country, String organisation, String commonName, List<String> organisationIds,
            List<String> oddStrings) {

        /** The organizationIdentifier, taken apart; of several, the one of the licence. */
        public Optional<OrganisationId> organisationId() {
            var all = organisationIds.stream().map(OrganisationId::of).toList();
            return all.stream().filter(OrganisationId::isOfLicence).findFirst().or(() -> all.stream().findFirst());
        }
    }

    /**
     * Its public key.
     *
     * @param algorithm such as {@code RSA}, {@code EC}, {@code RSASSA-PSS} or {@code Ed25519}
     * @param bits the length of the modulus or of the curve, 0 where it is not known
     * @param curve the name of the curve, its OID, or {@code explicit}; null where there is none
     */
    public record Key(String algorithm, int bits, String curve) {

        /** Such as {@code RSA 2048} or {@code EC P-256}. */
        public String said() {
            return curve != null ? algorithm + " " + curve : bits == 0 ? algorithm : algorithm + " " + bits;
        }
    }

    /**
     * The statements of a qualified certificate (RFC 3739, section 3.2.6; ETSI EN 319 412-5).
     *
     * @param isExact whether they are put together as the standard has it; those that are not are read by what is in them
     * @param isCompliant whether it says that it is qualified in the sense of the law
     * @param types what it is for: {@code web}, {@code eseal} or {@code esign}, or an OID
     * @param isOnDevice whether it says that the key is in a qualified device
     * @param legislations the countries whose law is meant, where that is not the Union's
     * @param psd2 what it says of a payment service provider, or null
     * @param others the OIDs of further statements
     */
    public record QualifiedStatements(boolean isPresent, boolean isExact, boolean isCompliant, Set<String> types, boolean isOnDevice, List<String> legislations,
            Psd2Statement psd2, List<String> others) {

        static final QualifiedStatements NONE = new QualifiedStatements(false, true, false, Set.of(), false, List.of(), null, List.of());
    }

    /** The roles by OID, such as {@code PSP_AI}; none where it says nothing of them. */
    public Set<String> roles() {
        return statements.psd2() == null ? Set.of() : statements.psd2().roleNames();
    }

    /** Whether it says itself to be for the websites and TLS connections of its holder. */
    public boolean isForWeb() {
        return statements.types().contains("web");
    }

    /** Whether it says itself to be for the seals of its holder. */
    public boolean isForSeals() {
        return statements.types().contains("eseal");
    }
}
