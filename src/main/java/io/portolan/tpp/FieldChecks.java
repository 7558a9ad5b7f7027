package io.portolan.tpp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects what is wrong, with a sentence for each field that says what is right, and knows the checks that fields share. */
final class FieldChecks {

    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern E_MAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:.]+(\\.[^\\s@<>\",;:.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{3,30}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_E_MAIL = 254;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Map<String, String> wrong = new TreeMap<>();

    void needs(boolean isRight, String field, String otherwise) {
        if (!isRight) {
            wrong.merge(field, otherwise, (known, further) -> known.contains(further) ? known : known + " " + further);
        }
    }

    Map<String, String> found() {
        return wrong;
    }

    boolean isFree(String field) {
        return !wrong.containsKey(field);
    }

    void required(String field, String text, String otherwise) {
        needs(!isBlank(text) || !isFree(field), field, otherwise);
    }

    void text(String field, String text, int longest) {
        needs(isBlank(text) || text.length() <= longest, field, "This has at most " + longest + " characters; here are " + (text == null ? 0 : text.length()) + ".");
        needs(isBlank(text) || !CONTROL.matcher(text).find(), field, "This has a character that cannot be seen, from copying perhaps; type it again.");
    }

    void id(String field, String what, String id) {
        needs(id != null && ID.matcher(id).matches(), field, what + " has lower-case letters, digits and hyphens, at most 63 and no hyphen first, such as acme-pay.");
    }

    void country(String field, String code) {
        needs(isBlank(code) || COUNTRIES.contains(code), field, "\"" + code + "\" is no country: two capital letters of ISO 3166-1, such as DE.");
    }

    void eMail(String field, String address) {
        needs(isBlank(address) || E_MAIL.matcher(address).matches() && address.length() <= LONGEST_E_MAIL, field,
                "\"" + address + "\" is no e-mail address: one alone, such as banks@example.com.");
    }

    void phone(String field, String number) {
        needs(isBlank(number) || PHONE.matcher(number).matches(), field, "\"" + number + "\" is no telephone number: best with its country, such as +49 40 123456.");
    }

    void webAddress(String field, String address, boolean isSecure) {
        needs(isBlank(address) || isWebAddress(address, isSecure), field, "\"" + address + "\" is no address of a website: whole and "
                + (isSecure ? "with https" : "with https or http") + ", such as https://example.com/page.");
    }

    private static boolean isWebAddress(String address, boolean isSecure) {
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) || !isSecure && "http".equals(uri.getScheme())) && uri.getHost() != null && uri.getHost().matches(".+\\..+")
                    && uri.getUserInfo() == null && address.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
