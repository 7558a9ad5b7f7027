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
 * @param chain the certificate itself, then its issuers in order
 * @param psd2Roles the roles by OID (ETSI TS 119 495, clause 5.1), such as {@code PSP_AI}
 * @param organisationId the organizationIdentifier of the subject (ETSI EN 319 412-1, clause 5.1.4), or null
 */
public record Certificate(String id, String tpp, Kind kind, String environment, String label, List<X509Certificate> chain,
        String organisationId, Set<String> psd2Roles, BigInteger serial, Instant notBefore, Instant notAfter,
        String sha256, boolean hasKey) {

    /** The kinds of certificates by which a TPP identifies itself (RTS (EU) 2018/389, Article 34). */
    public enum Kind { QWAC, QSEALC, OBWAC, OBSEAL }

    /** The certificate itself. */
    public X509Certificate leaf() {
        return chain.get(0);
    }
}
