package io.portolan.certificate;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A certificate of ours with what it proves.
 *
 * @param kind QWAC, QSealC, OBWAC or OBSEAL
 * @param environment the kind of environments that it is for, {@code test} or {@code live}, or the one environment of a bank that has
 * handed it out, such as {@code xx-bank/sandbox}
 * @param bank the bank that has supplied it for its own sandbox and is the only one to see it, or null
 * @param chain the certificate itself, then its issuers in order
 * @param contents what stands in it
 * @param sha256 its fingerprint in hexadecimal
 * @param keySha256 the fingerprint of its public key, by which certificates of one key are known
 * @param hasKey whether its private key is in the vault; without it Portolan can show and upload it, and neither connect nor sign with it
 * @param retiredAt since when it is used no more, or null
 */
public record Certificate(String id, String tpp, Kind kind, String environment, String bank, String label, List<X509Certificate> chain,
        CertificateContents contents, String sha256, String keySha256, boolean hasKey, Instant takenAt, Instant retiredAt) {

    /** The kinds of certificates by which a TPP identifies itself (RTS (EU) 2018/389, Article 34). */
    public enum Kind {
        QWAC, QSEALC, OBWAC, OBSEAL;

        /** Whether it is for TLS; otherwise it is for signatures. */
        public boolean isForWeb() {
            return this == QWAC || this == OBWAC;
        }

        boolean isOfOpenBanking() {
            return this == OBWAC || this == OBSEAL;
        }

        /** As people write it. */
        public String said() {
            return this == QSEALC ? "QSealC" : name();
        }
    }

    /** The certificate itself. */
    public X509Certificate leaf() {
        return chain.get(0);
    }

    /** The same without its issuers, for those who want to see it alone. */
    public Certificate alone() {
        return new Certificate(id, tpp, kind, environment, bank, label, List.of(leaf()), contents, sha256, keySha256, hasKey, takenAt, retiredAt);
    }

    /** The roles by OID (ETSI TS 119 495, clause 5.2.2), such as {@code PSP_AI}. */
    public Set<String> psd2Roles() {
        return contents.roles();
    }

    /** The organizationIdentifier of the subject (ETSI EN 319 412-1, clause 5.1.4), or null. */
    public String organisationId() {
        return contents.subject().organisationId().map(OrganisationId::written).orElse(null);
    }

    /** The serial number that its issuer gave it. */
    public BigInteger serial() {
        return contents.serial();
    }

    /** From when it is valid. */
    public Instant notBefore() {
        return contents.notBefore();
    }

    /** Until when it is valid. */
    public Instant notAfter() {
        return contents.notAfter();
    }

    /** Whether this stands in its issuer's name, as whoever names the issuers that a bank trusts would write it, with or without escapes (RFC 2253). */
    public boolean isIssuedBy(String part) {
        var issuer = leaf().getIssuerX500Principal();
        return issuer.getName().contains(part) || issuer.toString().contains(part);
    }

    /** Whether it is used no more. */
    public boolean isRetired() {
        return retiredAt != null;
    }
}
