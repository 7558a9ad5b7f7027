package io.portolan.tpp;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of VAT numbers by country, as VIES describes them; it tells typing errors, not whether a number was given out. */
final class VatNumber {

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"), form("BE", "[01]\\d{9}"), form("BG", "\\d{9,10}"), form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"), form("DE", "\\d{9}"), form("DK", "\\d{8}"), form("EE", "\\d{9}"),
            form("EL", "\\d{9}"), form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"), form("FI", "\\d{8}"),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"), form("GB", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"), form("HR", "\\d{11}"),
            form("HU", "\\d{8}"), form("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"), form("IT", "\\d{11}"),
            form("LT", "(\\d{9}|\\d{12})"), form("LU", "\\d{8}"), form("LV", "\\d{11}"), form("MT", "\\d{8}"),
            form("NL", "[A-Z0-9+*]{10}\\d{2}"), form("PL", "\\d{10}"), form("PT", "\\d{9}"), form("RO", "\\d{2,10}"),
            form("SE", "\\d{12}"), form("SI", "\\d{8}"), form("SK", "\\d{10}"));
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Z]{2,3}[A-Z0-9]{2,15}");

    private VatNumber() {
    }

    static boolean isWellFormed(String number) {
        var plain = number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (!ELSEWHERE.matcher(plain).matches() && !plain.startsWith("IE") && !plain.startsWith("NL")) {
            return false;
        }
        var form = FORMS.get(plain.substring(0, 2));
        return form == null || form.matcher(plain.substring(2)).matches();
    }

    private static Map.Entry<String, Pattern> form(String country, String pattern) {
        return Map.entry(country, Pattern.compile(pattern));
    }
}
