package io.portolan.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The places that a template may hold beside what a playbook itself names by {@code ask.} and {@code captured.}. */
public final class Places {

    /** What stands before the name of a fact that the playbook asks for. */
    public static final String ASK = "ask.";
    /** What stands before the name of a value that a leg has brought back. */
    public static final String CAPTURED = "captured.";
    /** What stands before the name of a value that is made. */
    public static final String GENERATED = "generated.";
    /** What stands before the name of a document of ours, a file. */
    public static final String DOCUMENT = "document.";
    /** What stands before the name of a value of the branch, or its key or name. */
    public static final String BRANCH = "branch.";
    /** What stands before the name of a value that is signed by itself, in the request that signs it. */
    public static final String SIGNED = "signed.";
    /** What stands before the name of what the bank's authorization server says of itself. */
    public static final String DISCOVERED = "discovered.";
    /** The services that are asked for. */
    public static final String SERVICES = "services";
    /** The services that are asked for, in the bank's words. */
    public static final String SERVICE_NAMES = "service-names";
    /** The places that stand for several things; alone in an item of a JSON array, each becomes an item. */
    public static final Set<String> LISTS = Set.of(SERVICES, SERVICE_NAMES, "tpp.roles", "tpp.passported-to", "tpp.outbound-addresses", "application.redirect-uris");
    /** The access token, in the header fields of the calls of a leg by api that gets one. */
    public static final String TOKEN = "token";
    /** What we sign in to the portal with. */
    public static final String LOGIN = "account.login";
    /** The password of the portal account. */
    public static final String PASSWORD = "account.password";
    /** The present one-time code of the portal account. */
    public static final String TOTP = "account.totp";

    private static final Map<String, String> MEANINGS = Collections.unmodifiableMap(collected());
    private static final Pattern BY_LANGUAGE = Pattern.compile("application\\.(?:name|description)\\.([a-z]{2})");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Places() { }

    /** What may stand behind the name of a key pair that is made: the forms of its public half. */
    public static final List<String> FORMS_OF_KEYS = List.of("public-pem", "public-der-base64", "public-jwk", "signing-jwk", "thumbprint");

    /** Every place that is always there, with what it stands for. */
    public static Map<String, String> meanings() {
        return MEANINGS;
    }

    /** Whether a place is always there: one of those, or the name or description of the application in any language. */
    public static boolean isKnown(String place) {
        var inLanguage = BY_LANGUAGE.matcher(place);
        return MEANINGS.containsKey(place) || inLanguage.matches() && LANGUAGES.contains(inLanguage.group(1));
    }

    private static Map<String, String> collected() {
        var places = new LinkedHashMap<String, String>();
        tpp(places);
        application(places);
        certificates(places);
        places.put(LOGIN, "what we sign in to the portal with");
        places.put(PASSWORD, "the password of the portal account; secret");
        places.put(TOTP, "the present one-time code of the portal account (RFC 6238), in enter-code only; secret");
        places.put("environment.name", "the name of the environment");
        places.put("environment.base-url", "its base-url");
        places.put("environment.api-url", "its api-url, or its base-url where it has none");
        places.put(DISCOVERED + "issuer", "what the bank's authorization server calls itself, in legs by api");
        places.put(DISCOVERED + "token-endpoint", "where it says that it gives tokens; over mutual TLS its alias for that (RFC 8705 section 5)");
        places.put(DISCOVERED + "registration-endpoint", "where it says that clients are registered; over mutual TLS its alias");
        places.put(DISCOVERED + "authorization-endpoint", "where it says that account holders consent");
        places.put("branch.key", "the key of the branch that is onboarded");
        places.put("branch.name", "its name");
        places.put("onboarding.id", "the id of the onboarding");
        places.put(SERVICES, "the services that are asked for, with a space between");
        places.put(SERVICE_NAMES, "the same in the bank's own words, by service-names of the playbook");
        places.put("generated.uuid", "a new UUID, the same whenever the leg is done again");
        places.put(TOKEN, "the access token of a leg with token, in the headers of its calls only; secret");
        return places;
    }

    private static void tpp(Map<String, String> places) {
        places.put("tpp.legal-name", "our legal name");
        places.put("tpp.trading-name", "our trading name");
        places.put("tpp.trading-names", "all our trading names, with a comma between");
        places.put("tpp.legal-form", "our legal form");
        places.put("tpp.country", "our country, ISO 3166 alpha-2");
        places.put("tpp.address", "our address in one line");
        places.put("tpp.address.street", "street and number");
        places.put("tpp.address.postal-code", "postal code");
        places.put("tpp.address.city", "city");
        places.put("tpp.address.country", "country of the address, ISO 3166 alpha-2");
        places.put("tpp.website", "our website");
        places.put("tpp.register-number", "our number in the company register");
        places.put("tpp.vat-number", "our VAT number");
        places.put("tpp.lei", "our legal entity identifier");
        places.put("tpp.authority", "the authority that licensed us");
        places.put("tpp.authority-id", "the authority as certificates name it, such as DE-BAFIN");
        places.put("tpp.licence-number", "the number of our licence");
        places.put("tpp.jwks-uri", "where banks find our public keys for the kind of environment (RFC 7517)");
        places.put("tpp.terms-url", "where our terms of use stand");
        places.put("tpp.privacy-url", "where our privacy notice stands");
        places.put("tpp.outbound-addresses", "where our calls come from, IP addresses and ranges with a space between");
        places.put("tpp.logo", "the logo of our company, a file");
        places.put("tpp.signatory.first-name", "first name of the first who signs for us");
        places.put("tpp.signatory.last-name", "last name of the first who signs for us");
        places.put("tpp.signatory.position", "position of the first who signs for us");
        places.put("tpp.signatory.e-mail", "e-mail address of the first who signs for us");
        places.put("tpp.roles", "our PSD2 roles, such as PSP_AI PSP_PI, with a space between");
        places.put("tpp.passported-to", "the countries of our passport, with a space between");
        contact(places, "tpp.contact", "our contact for banks");
        contact(places, "tpp.business-contact", "our business contact");
        contact(places, "tpp.technical-contact", "our technical contact");
        contact(places, "tpp.incident-contact", "our contact for incidents");
    }

    private static void contact(Map<String, String> places, String prefix, String who) {
        places.put(prefix + ".first-name", "first name of " + who);
        places.put(prefix + ".last-name", "last name of " + who);
        places.put(prefix + ".e-mail", "e-mail address of " + who);
        places.put(prefix + ".phone", "telephone number of " + who);
    }

    private static void application(Map<String, String> places) {
        places.put("application.name", "the name of the application that is registered");
        places.put("application.description", "its description");
        places.put("application.name.de", "its name in a language, here German (ISO 639-1), or where it has none in that, its name");
        places.put("application.description.de", "its description in a language, likewise");
        places.put("application.platform", "its platform");
        places.put("application.type", "its type");
        places.put("application.language", "its programming language");
        places.put("application.redirect-uri", "its first redirect URI for the kind of environment");
        places.put("application.redirect-uris", "all of them, with a space between");
        places.put("application.logo", "its logo, a file");
        places.put("application.logo-base64", "its logo in Base64, on one line");
        places.put("application.terms-url", "where its terms of use stand, or else ours");
        places.put("application.privacy-url", "where its privacy notice stands, or else ours");
        places.put("application.made-for.legal-name", "legal name of the agent or customer that it is registered for, or else ours");
        places.put("application.made-for.country", "country of whom it is registered for, ISO 3166 alpha-2");
        places.put("application.made-for.register-number", "number in the company register of whom it is registered for");
        places.put("application.made-for.authorisation-number", "number under which the authority lists whom it is registered for");
        places.put("application.made-for.website", "website of whom it is registered for");
    }

    private static void certificates(Map<String, String> places) {
        var forms = new LinkedHashMap<String, String>();
        forms.put("pem", "in PEM");
        forms.put("pem-body", "in PEM without its first and last line");
        forms.put("der-base64", "in DER, base64 on one line");
        forms.put("x5c", "with its chain as a JSON array of base64 (RFC 7517 section 4.7)");
        forms.put("chain-pem", "with its chain in PEM");
        forms.put("serial-hex", "its serial number in hexadecimal");
        forms.put("serial-decimal", "its serial number in decimal");
        forms.put("subject-dn", "its subject (RFC 2253), attributes by name");
        forms.put("subject-dn-oid", "its subject (RFC 4514), unusual attributes by OID with their value as #hex");
        forms.put("subject-dn-oid-text", "its subject (RFC 4514), unusual attributes by OID with their text in place of #hex");
        forms.put("issuer-dn", "its issuer (RFC 2253)");
        forms.put("issuer-dn-escaped", "its issuer (RFC 2253), with %20 for each space, and letters beyond ASCII as in addresses");
        forms.put("fingerprint-sha256", "its SHA-256 fingerprint in hexadecimal");
        forms.put("key-thumbprint", "the id of its key in our published set of keys (RFC 7638)");
        forms.put("jwk", "its key with its chain, as a key of a set (RFC 7517; RFC 8705 section 2.2)");
        forms.put("organisation-id", "the organizationIdentifier of its subject");
        forms.put("uri", "where banks find it, for signatures only");
        for (var kind : CertificateKind.values()) {
            forms.forEach((form, meaning) -> places.put(
                    "certificate." + kind.name().toLowerCase(Locale.ROOT) + "." + form,
                    "our " + Shape.word(kind) + " " + meaning));
        }
    }
}
