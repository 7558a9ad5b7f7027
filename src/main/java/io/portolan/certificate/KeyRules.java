package io.portolan.certificate;

import java.util.Locale;
import java.util.Set;

/** What there is to say of the key of a certificate, and of its issuer's signature (ETSI TS 119 312). */
final class KeyRules {

    private static final String STRENGTH = "ETSI TS 119 312, clause 6";
    private static final String SIGNATURE = "ETSI TS 119 312, clause 5";
    private static final int SHORTEST_RSA = 1024;
    private static final int USUAL_RSA = 2048;
    private static final int LONGEST_RSA = 4096;
    private static final Set<String> USUAL_CURVES = Set.of("P-256", "P-384");

    private KeyRules() {
    }

    static void judge(CertificateContents contents, FindingList findings) {
        var key = contents.key();
        switch (key.algorithm()) {
            case "RSA", "RSASSA-PSS" -> rsa(key, findings);
            case "EC" -> ec(key, findings);
            case "Ed25519", "Ed448" -> findings.warning("key-unusual", STRENGTH, "Hardly any bank takes " + key.algorithm()
                    + " keys; RSA of 2048 bits and P-256 are taken by most.");
            default -> findings.error("key-unusable", STRENGTH, "The key is neither RSA nor of an elliptic curve (" + key.said() + "); TLS and signatures need one.");
        }
        signature(contents.signatureAlgorithm(), findings);
    }

    private static void rsa(CertificateContents.Key key, FindingList findings) {
        if (key.bits() < SHORTEST_RSA) {
            findings.error("key-too-short", STRENGTH, "The RSA key has " + key.bits() + " bits, which anybody can break and no server takes; 2048 are needed.");
        } else if (key.bits() < USUAL_RSA - 1) {
            findings.errorIfLive("key-too-short", STRENGTH, "The RSA key has " + key.bits() + " bits; 2048 are needed.");
        } else if (key.bits() > LONGEST_RSA) {
            findings.warning("key-long", STRENGTH, "The RSA key has " + key.bits() + " bits; some banks take no more than 2048 or 4096.");
        }
        if (key.algorithm().equals("RSASSA-PSS")) {
            findings.warning("key-pss-only", "RFC 8446, section 4.2.3", "The key is for RSASSA-PSS only; many servers and libraries do not take such a key.");
        }
    }

    private static void ec(CertificateContents.Key key, FindingList findings) {
        if ("explicit".equals(key.curve())) {
            findings.warning("curve-explicit", "RFC 5480, section 2.1.1", "The curve is written out instead of named, which most servers refuse.");
        } else if (key.bits() != 0 && key.bits() < 224) {
            findings.errorIfLive("key-too-short", STRENGTH, "The curve " + key.curve() + " has " + key.bits() + " bits; 256 are needed.");
        } else if (!USUAL_CURVES.contains(key.curve())) {
            findings.warning("curve-unusual", STRENGTH, "Not every bank takes the curve " + key.curve() + "; P-256 and P-384 are taken by most.");
        }
    }

    private static void signature(String algorithm, FindingList findings) {
        var upper = algorithm.toUpperCase(Locale.ROOT);
        if (upper.startsWith("MD")) {
            findings.error("signature-broken", SIGNATURE, "The issuer has signed with " + algorithm + ", which can be forged.");
        } else if (upper.startsWith("SHA1")) {
            findings.errorIfLive("signature-broken", SIGNATURE, "The issuer has signed with " + algorithm + ", which can be forged; SHA-256 is needed.");
        } else if (upper.endsWith("MGF1")) {
            findings.warning("signature-pss", SIGNATURE, "The issuer has signed with RSASSA-PSS (" + algorithm + "), which some banks do not take.");
        }
    }
}
