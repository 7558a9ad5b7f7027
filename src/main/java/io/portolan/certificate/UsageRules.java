package io.portolan.certificate;

/** What there is to say of what a certificate may be used for (RFC 5280, sections 4.2.1.3, 4.2.1.9 and 4.2.1.12). */
final class UsageRules {

    private static final String EXTENDED = "RFC 5280, section 4.2.1.12";
    /** Marks what an authority shows to the logs of certificates before it issues the real one (RFC 6962, section 3.1). */
    private static final String POISON = "1.3.6.1.4.1.11129.2.4.3";

    private UsageRules() {
    }

    static void judge(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        if (contents.isAuthority()) {
            findings.errorIfLive("is-authority", "RFC 5280, section 4.2.1.9", "It is the certificate of an issuer, and not of somebody who identifies himself.");
        }
        if (purpose.kind().isForWeb()) {
            web(contents, findings);
        } else {
            seal(contents, findings);
        }
        if (contents.unknownCritical().contains(POISON)) {
            findings.error("precertificate", "RFC 6962, section 3.1", "It is only the precertificate, as search engines for certificates show it, which no server takes; the issuer has the"
                    + " certificate itself.");
        } else if (!contents.unknownCritical().isEmpty()) {
            findings.warning("critical-unknown", "RFC 5280, section 4.2", "It has critical extensions that servers must know or refuse it: "
                    + String.join(", ", contents.unknownCritical()) + ".");
        }
    }

    private static void web(CertificateContents contents, FindingList findings) {
        var uses = contents.extendedKeyUsage();
        if (uses == null) {
            findings.warning("client-auth-missing", EXTENDED, "It does not say what its key may be used for (extended key usage), so it lacks clientAuth;"
                    + " most servers take it all the same, some do not.");
        } else if (!uses.contains(CertificateContents.CLIENT_AUTH) && !uses.contains(CertificateContents.ANY_USE)) {
            findings.warning("client-auth-missing", EXTENDED, "Its extended key usage lacks clientAuth, so servers that check it refuse our TLS connections;"
                    + " ask the issuer for one that has it.");
        } else if (!uses.contains(CertificateContents.SERVER_AUTH) && !uses.contains(CertificateContents.ANY_USE)) {
            findings.note("server-auth-missing", EXTENDED, "Its extended key usage lacks serverAuth, which certificates for websites have.");
        }
        if (contents.keyUsage() != null && !contents.keyUsage().contains("digitalSignature")) {
            findings.warning("digital-signature-missing", "RFC 5280, section 4.2.1.3", "Its key usage lacks digitalSignature, which TLS 1.3 needs.");
        }
    }

    private static void seal(CertificateContents contents, FindingList findings) {
        if (contents.keyUsage() != null && !contents.keyUsage().contains("digitalSignature") && !contents.keyUsage().contains("nonRepudiation")) {
            findings.warning("digital-signature-missing", "RFC 5280, section 4.2.1.3", "Its key usage has neither digitalSignature nor nonRepudiation,"
                    + " so nothing may be signed with it.");
        }
        var uses = contents.extendedKeyUsage();
        if (uses != null && (uses.contains(CertificateContents.CLIENT_AUTH) || uses.contains(CertificateContents.SERVER_AUTH))) {
            findings.note("seal-for-tls", EXTENDED, "A seal certificate needs no extended key usage for TLS.");
        }
    }
}
