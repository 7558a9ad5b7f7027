package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.playbook.Needs;
import io.portolan.tpp.TppProfile;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Compares a certificate with the TPP's profile, as banks compare it with the register of licences (ETSI TS 119 495, clause 5.2). */
final class AsInTheRegister {

    private AsInTheRegister() { }

    /** What is different, as a sentence; empty where nothing is. */
    static Optional<String> difference(Needs.Compared what, Certificate certificate, TppProfile profile) {
        return switch (what) {
            case NAME -> differs("is made out to", organisation(certificate), "the legal name", profile.legalName());
            case LICENCE -> differs("names the organisation", certificate.organisationId(), "country and licence number", licence(certificate, profile));
            case ROLES -> differs("has the roles", certificate.psd2Roles().stream().sorted().collect(Collectors.joining(" ")), "those of the licence",
                    profile.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        };
    }

    private static Optional<String> differs(String says, String there, String ours, String here) {
        return there != null && here != null && bare(there).equals(bare(here)) ? Optional.empty()
                : Optional.of(says + " \"" + (there == null ? "" : there) + "\", and in the profile " + ours + " " + (ours.startsWith("the legal") ? "is" : "are")
                        + " \"" + (here == null ? "" : here) + "\"");
    }

    private static String bare(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** The identifier that the profile's country and licence number make, by the authority that the certificate names. */
    private static String licence(Certificate certificate, TppProfile profile) {
        if (profile.licenceNumber() == null || certificate.organisationId() == null) {
            return profile.licenceNumber();
        }
        var parts = certificate.organisationId().split("-", 3);
        return parts.length < 3 ? profile.licenceNumber() : "PSD" + profile.country() + "-" + parts[1] + "-" + profile.licenceNumber();
    }

    private static String organisation(Certificate certificate) {
        try {
            return new LdapName(certificate.leaf().getSubjectX500Principal().getName()).getRdns().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("O")).map(part -> String.valueOf(part.getValue())).findFirst().orElse(null);
        } catch (InvalidNameException unreadable) {
            return null;
        }
    }
}
