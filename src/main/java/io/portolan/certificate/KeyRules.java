package io.portolan.certificate;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What there is to say of the key of a certificate, and of its issuer's signature (ETSI TS 119 312, version 2.1.1 of June 2026). */
final class KeyRules {

    private static final String ALGORITHMS = "ETSI TS 119 312, clause 6.2.1";
    private static final String RSA = "ETSI TS 119 312, clause 8.4";
    private static final String CURVES = "ETSI TS 119 312, clause 6.2.2.3";
    private static final String HASHES = "ETSI TS 119 312, clause 5.1";
    private static final int SHORTEST_RSA = 1024;
    private static final int USUAL_RSA = 2048;
    private static final int LASTING_RSA = 3000;
    private static final int LONGEST_RSA = 4096;
    private static final int SHORTEST_CURVE = 256;
    /** From when on no certificate is issued for an RSA key of less than 3000 bits, and when the last one has ended. */
    private static final Instant NO_MORE_ISSUED = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant ALL_ENDED = Instant.parse("2029-01-01T00:00:00Z");
    private static final Set<String> USUAL_CURVES = Set.of("P-256", "P-384");
    private static final Set<String> LISTED_CURVES = Set.of("P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "FRP256v1");
    private static final Pattern USUAL_SIGNATURE = Pattern.compile("SHA(3-)?(256|384|512)WITH.*|ED25519|ED448");

    private KeyRules() {
    }

    static void judge(CertificateContents contents, FindingList findings) {
        var key = contents.key();
        switch (key.algorithm()) {
            case "RSA", "RSASSA-PSS" -> rsa(contents, findings);
            case "EC" -> ec(key, findings);
            case "Ed25519", "Ed448" -> findings.warning("key-unusual", "ETSI TS 119 312, clause 6.2.2.4", "Hardly any bank takes " + key.algorithm()
                    + " keys; RSA and P-256 are taken by most.");
            case "unknown" -> findings.error("key-unusable", "RFC 5280, section 4.1.2.7", "Its public key cannot be read, so nothing can be proven with it.");
            default -> findings.error("key-unusable", ALGORITHMS, "The key is neither RSA nor of an elliptic curve (" + key.said() + "); TLS and signatures need one.");
        }
        signature(contents.signatureAlgorithm(), findings);
    }

    private static void rsa(CertificateContents contents, FindingList findings) {
        var key = contents.key();
        if (key.bits() < SHORTEST_RSA) {
            findings.error("key-too-short", RSA, "The RSA key has " + key.bits() + " bits, which anybody can break and no server takes; 2048 are needed, and 3072 from 2027 on.");
        } else if (key.bits() < USUAL_RSA - 1) {
            findings.errorIfLive("key-too-short", RSA, "The RSA key has " + key.bits() + " bits; 2048 are needed, and 3072 from 2027 on.");
        } else if (key.bits() < LASTING_RSA) {
            aging(contents, findings);
        } else if (key.bits() > LONGEST_RSA) {
            findings.warning("key-long", RSA, "The RSA key has " + key.bits() + " bits, where 3000 are enough; some banks take no more than 2048 or 4096.");
        }
        if (key.algorithm().equals("RSASSA-PSS")) {
            findings.warning("key-pss-only", "RFC 8446, section 4.2.3", "The key is for RSASSA-PSS only; many servers and libraries do not take such a key.");
        }
    }

    private static void aging(CertificateContents contents, FindingList findings) {
        var key = contents.key();
        if (!contents.notBefore().isBefore(NO_MORE_ISSUED) || contents.notAfter().isAfter(ALL_ENDED)) {
            findings.warning("key-outdated", RSA, "The RSA key has " + key.bits() + " bits; less than 3000 are not for certificates that begin after 2026 or end after 2028.");
        } else {
            findings.note("key-ages", RSA, "The RSA key has " + key.bits() + " bits. After 2026 issuers take 3000 and more, or an elliptic curve, so the next certificate needs another key.");
        }
    }

    private static void ec(CertificateContents.Key key, FindingList findings) {
        if ("explicit".equals(key.curve())) {
            findings.warning("curve-explicit", "RFC 5480, section 2.1.1", "The curve is written out instead of named, which most servers refuse.");
        } else if (key.bits() != 0 && key.bits() < SHORTEST_CURVE) {
            findings.errorIfLive("key-too-short", CURVES, "The curve " + key.curve() + " has " + key.bits() + " bits; 256 are needed.");
        } else if (!LISTED_CURVES.contains(key.curve())) {
            findings.warning("curve-unusual", CURVES, "The curve " + key.curve() + " is none of those that are recommended, and hardly any bank takes it; P-256 and P-384 are taken by most.");
        } else if (!USUAL_CURVES.contains(key.curve())) {
            findings.warning("curve-unusual", CURVES, "Not every bank takes the curve " + key.curve() + "; P-256 and P-384 are taken by most.");
        }
    }

    private static void signature(String algorithm, FindingList findings) {
        var upper = algorithm.toUpperCase(Locale.ROOT);
        if (upper.startsWith("MD")) {
            findings.error("signature-broken", HASHES, "The issuer has signed with " + algorithm + ", which can be forged.");
        } else if (upper.startsWith("SHA1")) {
            findings.errorIfLive("signature-broken", HASHES, "The issuer has signed with " + algorithm + ", which can be forged; SHA-256 is needed.");
        } else if (upper.endsWith("MGF1")) {
            findings.warning("signature-pss", ALGORITHMS, "The issuer has signed with RSASSA-PSS (" + algorithm + "), which is recommended, yet some banks do not take it.");
        } else if (!USUAL_SIGNATURE.matcher(upper).matches()) {
            findings.warning("signature-unusual", HASHES, "The issuer has signed with " + algorithm + ", which hardly any bank takes; SHA-256 with RSA or ECDSA is usual.");
        }
    }
}
