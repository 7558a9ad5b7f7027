package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** What a bank has registered otherwise than we have asked: it may change or leave out what it likes, and only its answer tells (RFC 7591, section 3.2.1). */
final class ClientDifferences {

    /** What belongs to the request and is no part of a registration. */
    private static final Set<String> OF_THE_REQUEST = Set.of("software_statement", "iss", "aud", "iat", "exp", "nbf", "jti", "client_id", "client_secret");
    private static final String AUTH_METHOD = "token_endpoint_auth_method";
    private static final String SUBJECT = "tls_client_auth_subject_dn";
    /** Without these as we asked for them tokens or account holders' consents may not be had. */
    private static final Set<String> NEEDED = Set.of("scope", "redirect_uris", "grant_types", "response_types", AUTH_METHOD,
            "token_endpoint_auth_signing_alg", SUBJECT, "tls_client_auth_san_dns", "tls_client_auth_san_uri", "tls_client_auth_san_ip",
            "tls_client_auth_san_email", "tls_client_certificate_bound_access_tokens", "jwks", "jwks_uri", "request_object_signing_alg");
    /** Short names that certificates' forms are written with and that Java does not read by itself. */
    private static final Map<String, String> NAMES = Map.of("ORGANIZATIONIDENTIFIER", "2.5.4.97", "BUSINESSCATEGORY", "2.5.4.15", "POSTALCODE", "2.5.4.17",
            "TITLE", "2.5.4.12", "SN", "2.5.4.4", "JURISDICTIONCOUNTRYNAME", "1.3.6.1.4.1.311.60.2.1.3");
    private static final int LONGEST = 120;

    private ClientDifferences() {
    }

    /**
     * What differs in one member.
     *
     * @param sentence what it is, and what we asked for
     * @param keepsOut whether something may not work for it that we have asked for; that a bank adds something, or is silent, does no harm
     */
    record Difference(String sentence, boolean keepsOut) {

        /** The sentences of those that do harm, or of those that do none. */
        static String said(List<Difference> differences, boolean keepOut) {
            return differences.stream().filter(each -> each.keepsOut() == keepOut).map(Difference::sentence).collect(Collectors.joining("; "));
        }
    }

    /** One for each member that differs; none where the bank does not say what it has registered. */
    static List<Difference> between(JsonNode asked, JsonNode registered) {
        var differences = new ArrayList<Difference>();
        if (!says(asked, registered)) {
            return differences;
        }
        asked.properties().stream().filter(member -> !OF_THE_REQUEST.contains(member.getKey())).forEach(member -> {
            var there = registered.get(member.getKey());
            if (there == null || there.isNull()) {
                differences.add(new Difference(member.getKey() + " is left out, we asked for " + shown(member.getValue()),
                        // silence means the default (RFC 7591, section 2)
                        member.getKey().equals(AUTH_METHOD) && !member.getValue().asText().equals("client_secret_basic")));
            } else if (!isSame(member.getKey(), member.getValue(), there)) {
                differences.add(new Difference(member.getKey() + " is " + shown(there) + ", we asked for " + shown(member.getValue()),
                        NEEDED.contains(member.getKey()) && !isWithin(member.getKey(), member.getValue(), there)));
            }
        });
        return differences;
    }

    /** Whether the bank says what it has registered. */
    static boolean says(JsonNode asked, JsonNode registered) {
        return asked.properties().stream().anyMatch(member -> !OF_THE_REQUEST.contains(member.getKey()) && registered.has(member.getKey()));
    }

    /** Neither the order of values nor that of scopes means anything. */
    private static boolean isSame(String name, JsonNode asked, JsonNode registered) {
        if (asked.isArray() || registered.isArray()) {
            return values(asked).equals(values(registered));
        }
        if (name.equals("scope")) {
            return words(asked).equals(words(registered));
        }
        if (name.equals(SUBJECT)) {
            return isSameName(asked.asText(), registered.asText());
        }
        return asked.equals(registered) || asked.isValueNode() && registered.isValueNode() && asked.asText().equals(registered.asText());
    }

    /** Whether all that we asked for is there; with it may stand more. */
    private static boolean isWithin(String name, JsonNode asked, JsonNode registered) {
        return name.equals("jwks") ? keys(registered).containsAll(keys(asked)) : name.equals("scope") ? words(registered).containsAll(words(asked))
                : asked.isArray() && values(registered).containsAll(values(asked));
    }

    /** A name may be written in several ways (RFC 4514, section 5.2). */
    private static boolean isSameName(String asked, String registered) {
        try {
            return new X500Principal(asked, NAMES).equals(new X500Principal(registered, NAMES));
        } catch (IllegalArgumentException e) {
            return asked.equals(registered);
        }
    }

    /** What tells keys apart, whatever a server writes beside it (RFC 7517, section 4). */
    private static Set<String> keys(JsonNode set) {
        var keys = new TreeSet<String>();
        set.path("keys").forEach(key -> keys.add(Stream.of("kty", "n", "e", "crv", "x", "y").map(part -> key.path(part).asText()).collect(Collectors.joining(" "))));
        return keys;
    }

    private static Set<String> values(JsonNode node) {
        var values = new TreeSet<String>();
        if (node.isArray()) {
            node.forEach(each -> values.add(each.isValueNode() ? each.asText() : each.toString()));
        } else {
            values.add(node.asText());
        }
        return values;
    }

    private static Set<String> words(JsonNode node) {
        return new TreeSet<>(List.of(node.asText().strip().split("\\s+")));
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
