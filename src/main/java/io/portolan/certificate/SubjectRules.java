package io.portolan.certificate;

import java.util.Locale;
import java.util.Set;

/** What there is to say of the subject of a certificate. */
final class SubjectRules {

    private static final String ID = "ETSI TS 119 495, GEN-5.2.1-3";
    private static final String OTHER_ID = "ETSI EN 319 412-1, LEG-5.1.4-03";
    private static final String LEGAL_PERSON = "ETSI EN 319 412-3, LEG-4.2.1-2";
    private static final String WEBSITE = "Regulation (EU) 910/2014, Annex IV";
    private static final int LONGEST_NAME = 64;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private SubjectRules() {
    }

    static void judge(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var subject = contents.subject();
        organisationId(contents, purpose, findings);
        present(contents, purpose, findings);
        legible(subject, findings);
        if (subject.country() != null && !COUNTRIES.contains(subject.country())) {
            findings.warning("country-unknown", LEGAL_PERSON, "The country of the subject is \"" + subject.country()
                    + "\", which is no code of ISO 3166-1, such as DE.");
        }
        if (!subject.oddStrings().isEmpty()) {
            findings.note("text-outdated", "RFC 5280, section 4.1.2.4", "Some attributes are written in an outdated type of text, which banks may compare"
                    + " or show wrongly: " + String.join(", ", subject.oddStrings()) + ".");
        }
        if (contents.serial().signum() <= 0 || contents.serial().bitLength() > 160) {
            findings.warning("serial-odd", "RFC 5280, section 4.1.2.2", "The serial number is " + (contents.serial().signum() <= 0 ? "not positive"
                    : "longer than 20 octets") + "; where a bank asks for it, say which form was given.");
        }
    }

    /** For websites the domain names stand elsewhere, and a common name is no duty. */
    private static void present(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var subject = contents.subject();
        boolean isWeb = purpose.kind() == Certificate.Kind.QWAC;
        missing("organisation", "O, the legal name", subject.organisation(), isWeb ? WEBSITE : LEGAL_PERSON, findings);
        missing("country", "C, the country", subject.country(), isWeb ? WEBSITE : LEGAL_PERSON, findings);
        if (!isWeb) {
            missing("common-name", "CN, a name", subject.commonName(), LEGAL_PERSON, findings);
        } else if (contents.dnsNames().isEmpty() && !contents.unreadable().contains("subjectAltName")) {
            findings.note("domain-names-missing", WEBSITE, "It names no domain of its holder as an alternative name of the subject, which certificates for websites do.");
        }
    }

    private static void legible(CertificateContents.Subject subject, FindingList findings) {
        if (subject.name().codePoints().anyMatch(SubjectRules::isInvisible)) {
            findings.warning("text-invisible", "RFC 5280, section 4.1.2.6", "The subject holds characters that nobody sees, such as control characters: what banks compare or show may"
                    + " differ from what is shown here.");
        }
        if (isLong(subject.organisation()) || isLong(subject.commonName())) {
            findings.note("name-long", "RFC 5280, appendix A.1", "O or CN of the subject is longer than " + LONGEST_NAME + " characters, which not every program takes.");
        }
    }

    private static boolean isInvisible(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isLong(String name) {
        return name != null && name.length() > LONGEST_NAME;
    }

    private static void organisationId(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var ids = contents.subject().organisationIds();
        if (ids.isEmpty()) {
            if (!purpose.kind().isOfOpenBanking()) {
                findings.warning("organisation-id-missing", purpose.kind().isForWeb() ? "ETSI TS 119 495, GEN-5.3-3" : "ETSI TS 119 495, clause 5.4", "The subject has no organizationIdentifier (2.5.4.97), by which banks"
                        + " find us in the register.");
            }
            return;
        }
        if (ids.size() > 1) {
            findings.warning("organisation-ids-several", purpose.kind().isForWeb() ? "ETSI EN 319 412-1, clause 5.1.4" : "ETSI EN 319 412-3, LEG-4.2.1-3", "The subject has more than one organizationIdentifier: "
                    + String.join(", ", ids) + "; banks may read any of them.");
        }
        var id = contents.subject().organisationId().orElseThrow();
        if (id.isOfLicence()) {
            licence(id, contents, findings);
        } else if (id.scheme() != null) {
            findings.note("organisation-id-other", "ETSI TS 119 495, clause 5.2.1", "The organizationIdentifier \"" + id.written() + "\" names no licence;"
                    + " some banks look for one that begins with PSD.");
            if (!id.isExact()) {
                malformed(id, OTHER_ID, findings);
            }
        } else {
            malformed(id, ID, findings);
        }
    }

    private static void licence(OrganisationId id, CertificateContents contents, FindingList findings) {
        if (!id.isExact()) {
            malformed(id, ID, findings);
        }
        var psd2 = contents.statements().psd2();
        var authority = psd2 == null || psd2.authorityId() == null ? null : psd2.authorityId().strip();
        if (authority != null && !authority.isEmpty() && !authority.equals("NA")
                && !authority.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").equals(id.country() + id.authority())) {
            findings.warning("authority-differs", "ETSI TS 119 495, GEN-5.2.1-3 and GEN-5.2.3-2", "The organizationIdentifier names the authority "
                    + id.country() + "-" + id.authority() + ", and the statement " + authority + ".");
        }
    }

    private static void malformed(OrganisationId id, String clause, FindingList findings) {
        findings.warning("organisation-id-malformed", clause, "The organizationIdentifier \"" + id.written() + "\" does not have the form of the standard, such as "
                + (clause.equals(ID) ? "PSDDE-BAFIN-123456" : "VATDE-123456789, NTRDE-HRB 1234 or LEIXG-529900T8BM49AURSDO55") + ": banks that take it apart may not find us.");
    }

    private static void missing(String what, String said, String value, String clause, FindingList findings) {
        if (value == null || value.isBlank()) {
            findings.note(what + "-missing", clause, "The subject has no " + said + ".");
        }
    }
}
