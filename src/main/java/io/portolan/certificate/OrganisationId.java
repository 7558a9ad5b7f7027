package io.portolan.certificate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The organizationIdentifier of a subject, taken apart (ETSI EN 319 412-1, clause 5.1.4; ETSI TS 119 495, clause 5.2.1).
 *
 * @param written as it stands in the certificate
 * @param scheme what the number is: {@code PSD}, {@code VAT}, {@code NTR}, {@code LEI} another of the standard or a country's own; null
 * where the text has no such form
 * @param country ISO 3166-1, or null
 * @param authority the authority of a {@code PSD} identifier without its country, such as {@code BAFIN}, or null
 * @param number what is left: the number of the licence, of the register or of the tax office, in any form
 * @param isExact whether it is written as the standard has it
 */
public record OrganisationId(String written, String scheme, String country, String authority, String number, boolean isExact) {

    /** Everything that is put where a hyphen belongs: other dashes, an underscore, a minus, with spaces around. */
    private static final Pattern DASH = Pattern.compile("\\s*[\\u002d\\u005f\\u00ad\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]\\s*");
    private static final Pattern PSD = Pattern.compile("PSD([A-Z]{2})-([A-Z0-9]{2,8})-(.+)");
    private static final Pattern EXACT_PSD = Pattern.compile("PSD[A-Z]{2}-[A-Z]{2,8}-\\S(.*\\S)?");
    private static final Pattern OTHER = Pattern.compile("(VAT|NTR|LEI|GOV|INT|EUI|EOR|TIN|EID|[A-Z]{2}:)([A-Z]{2})-(.+)");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Takes a text apart as far as that goes. */
    public static OrganisationId of(String written) {
        var text = DASH.matcher(written.strip()).replaceAll("-");
        var psd = PSD.matcher(text.toUpperCase(Locale.ROOT));
        if (psd.matches()) {
            var number = text.substring(psd.start(3));
            return new OrganisationId(written, "PSD", psd.group(1), psd.group(2), number,
                    EXACT_PSD.matcher(written).matches() && isCountry(psd.group(1)));
        }
        var other = OTHER.matcher(text.toUpperCase(Locale.ROOT));
        if (other.matches()) {
            var country = other.group(2);
            return new OrganisationId(written, other.group(1), country, null, text.substring(other.start(3)),
                    written.equals(other.group()) && isPlace(other.group(1), country));
        }
        return new OrganisationId(written, null, null, null, text, false);
    }

    /** Whether it names a licence as payment service provider. */
    public boolean isOfLicence() {
        return "PSD".equals(scheme);
    }

    /** Whether this number, written in any way, is the one that the identifier ends with. */
    boolean endsLike(String other) {
        var ours = bare(number);
        var theirs = bare(other);
        return !ours.isEmpty() && !theirs.isEmpty() && (ours.endsWith(theirs) || theirs.endsWith(ours));
    }

    private static String bare(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A LEI is of the whole world (ETSI EN 319 412-1, LEG-5.1.4-03); Greece has two codes. */
    private static boolean isPlace(String scheme, String code) {
        return scheme.equals("LEI") ? code.equals("XG") : isCountry(code) || code.equals("XG") || code.equals("EL");
    }

    private static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }
}
