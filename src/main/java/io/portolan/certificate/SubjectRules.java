package io.portolan.certificate;

import java.util.Locale;
import java.util.Set;

/** What there is to say of the subject of a certificate. */
final class SubjectRules {

    private static final String ID = "ETSI TS 119 495, GEN-5.2.1-3";
    private static final String LEGAL_PERSON = "ETSI EN 319 412-3, clause 4.2.1";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private SubjectRules() {
    }

    static void judge(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var subject = contents.subject();
        organisationId(contents, purpose, findings);
        missing("organisation", "O, the legal name", subject.organisation(), findings);
        missing("common-name", "CN, a name", subject.commonName(), findings);
        missing("country", "C, the country", subject.country(), findings);
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

    private static void organisationId(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var ids = contents.subject().organisationIds();
        if (ids.isEmpty()) {
            if (!purpose.kind().isOfOpenBanking()) {
                findings.warning("organisation-id-missing", "ETSI TS 119 495, GEN-5.3-3", "The subject has no organizationIdentifier (2.5.4.97), by which banks"
                        + " find us in the register.");
            }
            return;
        }
        if (ids.size() > 1) {
            findings.warning("organisation-ids-several", "ETSI EN 319 412-1, clause 5.1.4", "The subject has more than one organizationIdentifier: "
                    + String.join(", ", ids) + "; banks may read any of them.");
        }
        var id = contents.subject().organisationId().orElseThrow();
        if (id.isOfLicence()) {
            licence(id, contents, findings);
        } else if (id.scheme() != null) {
            findings.note("organisation-id-other", "ETSI TS 119 495, GEN-5.2.1-4", "The organizationIdentifier \"" + id.written() + "\" names no licence;"
                    + " some banks look for one that begins with PSD.");
            if (!id.isExact()) {
                malformed(id, findings);
            }
        } else {
            malformed(id, findings);
        }
    }

    private static void licence(OrganisationId id, CertificateContents contents, FindingList findings) {
        if (!id.isExact()) {
            malformed(id, findings);
        }
        var psd2 = contents.statements().psd2();
        var authority = psd2 == null || psd2.authorityId() == null ? null : psd2.authorityId().strip();
        if (authority != null && !authority.equals("NA") && !authority.replaceAll("[^A-Z]", "").equals(id.country() + id.authority())) {
            findings.warning("authority-differs", "ETSI TS 119 495, GEN-5.2.1-3 and GEN-5.2.3-2", "The organizationIdentifier names the authority "
                    + id.country() + "-" + id.authority() + ", and the statement " + authority + ".");
        }
    }

    private static void malformed(OrganisationId id, FindingList findings) {
        findings.warning("organisation-id-malformed", ID, "The organizationIdentifier \"" + id.written()
                + "\" does not have the form of the standard, such as PSDDE-BAFIN-123456: banks that take it apart may not find us.");
    }

    private static void missing(String what, String said, String value, FindingList findings) {
        if (value == null || value.isBlank()) {
            findings.note(what + "-missing", LEGAL_PERSON, "The subject has no " + said + ".");
        }
    }
}
