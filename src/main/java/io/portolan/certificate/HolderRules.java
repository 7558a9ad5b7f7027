package io.portolan.certificate;

import io.portolan.tpp.TppProfile;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a certificate with the TPP that is to hold it. */
final class HolderRules {

    private HolderRules() {
    }

    static void judge(CertificateContents contents, JudgeCertificate.Purpose purpose, FindingList findings) {
        var holder = purpose.holder();
        var id = contents.subject().organisationId().orElse(null);
        var idDiffers = id != null && differs(id, holder);
        var nameDiffers = contents.subject().organisation() != null && !isNamed(contents.subject().organisation(), holder);
        if (idDiffers && nameDiffers) {
            findings.errorIfLive("holder-other", "ETSI TS 119 495, clause 5.2.1", "It is made out to \"" + contents.subject().organisation() + "\", "
                    + id.written() + ", and not to " + holder.legalName() + "; neither name nor number is that of this TPP.");
        } else if (idDiffers) {
            findings.warning("holder-number-differs", "ETSI TS 119 495, clause 5.2.1", "Its organizationIdentifier " + id.written()
                    + " does not end with what the profile has: " + number(id, holder) + ".");
        } else if (nameDiffers) {
            findings.note("holder-name-differs", "ETSI EN 319 412-3, clause 4.2.1", "It is made out to \"" + contents.subject().organisation()
                    + "\"; in the profile the legal name is \"" + holder.legalName() + "\".");
        }
        roles(contents, holder, findings);
    }

    private static void roles(CertificateContents contents, TppProfile holder, FindingList findings) {
        if (contents.roles().isEmpty() || holder.roles().isEmpty()) {
            return;
        }
        var licensed = holder.roles().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(licensed);
        missing.removeAll(contents.roles());
        var further = new TreeSet<>(contents.roles());
        further.removeAll(licensed);
        if (!missing.isEmpty()) {
            findings.warning("roles-fewer", "ETSI TS 119 495, clause 5.2.2", "It does not have these roles of the licence, so banks will not let it do what they are for: "
                    + String.join(", ", missing) + ".");
        }
        if (!further.isEmpty()) {
            findings.warning("roles-more", "ETSI TS 119 495, clause 5.2.2", "It has roles that the TPP's profile does not have: " + String.join(", ", further) + ".");
        }
    }

    private static boolean differs(OrganisationId id, TppProfile holder) {
        var ours = number(id, holder);
        return ours != null && !ours.isBlank() && !id.endsLike(ours);
    }

    private static String number(OrganisationId id, TppProfile holder) {
        return switch (id.scheme() == null ? "" : id.scheme()) {
            case "PSD" -> holder.licenceNumber();
            case "VAT" -> holder.vatNumber();
            case "NTR" -> holder.registerNumber();
            case "LEI" -> holder.lei();
            default -> null;
        };
    }

    private static boolean isNamed(String organisation, TppProfile holder) {
        var theirs = bare(organisation);
        return Stream.concat(Stream.of(holder.legalName(), holder.tradingName()), holder.details().tradingNames().stream()).filter(Objects::nonNull).map(HolderRules::bare)
                .anyMatch(ours -> !ours.isEmpty() && (ours.contains(theirs) || theirs.contains(ours)));
    }

    private static String bare(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
