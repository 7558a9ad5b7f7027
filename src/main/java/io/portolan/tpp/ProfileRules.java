package io.portolan.tpp;

import io.portolan.refusal.Refused;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks what a profile says, field by field; what is left out is the business of the bank that asks for it. */
final class ProfileRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern E_MAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:.]+(\\.[^\\s@<>\",;:.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{3,30}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> KINDS_OF_ENVIRONMENT = Set.of("test", "live");

    private final Map<String, String> wrong = new TreeMap<>();

    private ProfileRules() {
    }

    static void check(Tpp tpp) {
        var rules = new ProfileRules();
        rules.read(tpp);
        if (!rules.wrong.isEmpty()) {
            throw Refused.invalid("invalid-tpp", "This is not how a TPP can be kept: "
                    + String.join(" ", rules.wrong.values()), rules.wrong);
        }
    }

    private void read(Tpp tpp) {
        if (tpp.id() == null || !ID.matcher(tpp.id()).matches()) {
            wrong.put("id", "The id has lower-case letters, digits and hyphens, at most 63.");
        }
        var profile = tpp.profile();
        if (profile == null) {
            wrong.put("profile", "The profile is missing.");
            return;
        }
        if (isBlank(profile.legalName())) {
            wrong.put("legalName", "The legal name is missing.");
        }
        country("country", profile.country());
        if (profile.address() != null) {
            country("address.country", profile.address().country());
        }
        profile.passportedTo().forEach(country -> country("passportedTo", country));
        website(profile.website());
        if (!isBlank(profile.vatNumber()) && !VatNumber.isWellFormed(profile.vatNumber())) {
            wrong.put("vatNumber", "The VAT number does not have the form of its country: " + profile.vatNumber() + ".");
        }
        if (!isBlank(profile.lei()) && !Lei.isValid(profile.lei())) {
            wrong.put("lei", "The LEI is not valid: 18 letters or digits and two check digits that fit (ISO 17442).");
        }
        for (int i = 0; i < profile.contacts().size(); i++) {
            contact("contacts[" + i + "]", profile.contacts().get(i));
        }
        profile.applications().forEach((label, application) -> application("applications." + label, label, application));
    }

    private void contact(String field, TppProfile.Contact contact) {
        if (contact.kind() == null) {
            wrong.put(field + ".kind", "What the contact is there for is missing.");
        }
        if (!isBlank(contact.eMail()) && !E_MAIL.matcher(contact.eMail()).matches()) {
            wrong.put(field + ".eMail", "Not an e-mail address: " + contact.eMail() + ".");
        }
        if (!isBlank(contact.phone()) && !PHONE.matcher(contact.phone()).matches()) {
            wrong.put(field + ".phone", "Not a telephone number: " + contact.phone() + ".");
        }
    }

    private void application(String field, String label, TppProfile.Application application) {
        if (!ID.matcher(label).matches()) {
            wrong.put(field, "The label of an application has lower-case letters, digits and hyphens: " + label + ".");
        }
        if (isBlank(application.name())) {
            wrong.put(field + ".name", "The application " + label + " has no name.");
        }
        application.redirectUris().forEach((kind, uris) -> redirects(field + ".redirectUris." + kind, kind, uris));
    }

    private void redirects(String field, String kind, List<URI> uris) {
        if (!KINDS_OF_ENVIRONMENT.contains(kind)) {
            wrong.put(field, "Redirect URIs are for test or for live, not for " + kind + ".");
            return;
        }
        for (var uri : uris) {
            // RFC 6749, section 3.1.2: absolute and without a fragment
            var isWeb = "https".equals(uri.getScheme()) || "test".equals(kind) && isLocal(uri);
            if (!isWeb || uri.getHost() == null || uri.getFragment() != null) {
                wrong.put(field, "A redirect URI is absolute, with https and without a fragment: " + uri + ".");
            }
        }
    }

    private static boolean isLocal(URI uri) {
        return "http".equals(uri.getScheme()) && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
    }

    private void country(String field, String code) {
        if (!isBlank(code) && !COUNTRIES.contains(code)) {
            wrong.put(field, "Not a country code of ISO 3166-1, such as DE: " + code + ".");
        }
    }

    private void website(String address) {
        if (!isBlank(address) && !address.matches("https?://[^\\s/?#]+\\.[^\\s/?#]+([/?#]\\S*)?")) {
            wrong.put("website", "Not the address of a website: " + address + ".");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
