package io.portolan.tpp;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** VAT numbers by country, as VIES and the countries themselves describe them; it tells typing errors, not whether a number was given out. */
final class VatNumber {

    /** How a country's numbers look, behind its letters. */
    private record Form(Pattern pattern, String said) { }

    private static final Map<String, Form> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}", "U and 8 digits"), form("BE", "[01]\\d{9}", "10 digits of which the first is 0 or 1"), form("BG", "\\d{9,10}", "9 or 10 digits"),
            form("CH", "E\\d{9}(MWST|TVA|IVA)?", "E, 9 digits and MWST, TVA or IVA"), form("CY", "\\d{8}[A-Z]", "8 digits and a letter"), form("CZ", "\\d{8,10}", "8 to 10 digits"),
            form("DE", "[1-9]\\d{8}", "9 digits"), form("DK", "\\d{8}", "8 digits"), form("EE", "\\d{9}", "9 digits"), form("EL", "\\d{9}", "9 digits"),
            form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]", "9 characters, of which the first, the last or both are letters"), form("FI", "\\d{8}", "8 digits"),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}", "2 letters or digits and 9 digits"), form("GB", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})", "9 or 12 digits"), form("HR", "\\d{11}", "11 digits"),
            form("HU", "\\d{8}", "8 digits"), form("IE", "\\d[A-Z0-9+*]\\d{5}[A-W][A-I]?", "7 digits and 1 or 2 letters"), form("IS", "\\d{5,6}", "5 or 6 digits"),
            form("IT", "\\d{11}", "11 digits"), form("LI", "\\d{5}", "5 digits"), form("LT", "(\\d{9}|\\d{12})", "9 or 12 digits"), form("LU", "\\d{8}", "8 digits"),
            form("LV", "\\d{11}", "11 digits"), form("MT", "\\d{8}", "8 digits"), form("NL", "[A-Z0-9+*]{10}\\d{2}", "9 digits, B and 2 digits"), form("NO", "\\d{9}(MVA)?", "9 digits and MVA"),
            form("PL", "\\d{10}", "10 digits"), form("PT", "\\d{9}", "9 digits"), form("RO", "[1-9]\\d{1,9}", "2 to 10 digits"), form("SE", "\\d{10}01", "10 digits and 01"),
            form("SI", "[1-9]\\d{7}", "8 digits"), form("SK", "[1-9]\\d{9}", "10 digits"), form("XI", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})", "9 or 12 digits"));
    private static final Pattern ANY = Pattern.compile("[A-Z]{2}[A-Z0-9+*]{1,15}");

    private VatNumber() {
    }

    /** What is wrong with it and what would be right, empty where nothing is. */
    static Optional<String> wrong(String written) {
        var number = written.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (number.startsWith("GR")) {
            return Optional.of("VAT numbers of Greece begin with EL: EL and 9 digits.");
        }
        if (!ANY.matcher(number).matches()) {
            return Optional.of("\"" + written + "\" is no VAT number: it begins with the letters of its country, such as DE123456788.");
        }
        var country = number.substring(0, 2);
        var form = FORMS.get(country);
        if (form == null) {
            return Optional.empty();
        }
        if (!form.pattern().matcher(number.substring(2)).matches()) {
            return Optional.of("\"" + written + "\" does not have the form of its country: " + country + " and " + form.said() + ".");
        }
        return VatCheckDigits.fit(country, number.substring(2)) ? Optional.empty()
                : Optional.of("The check digits of \"" + written + "\" do not fit the others, so one of them is wrong; compare it with your certificate of registration.");
    }

    private static Map.Entry<String, Form> form(String country, String pattern, String said) {
        return Map.entry(country, new Form(Pattern.compile(pattern), said));
    }
}
