package io.portolan.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a TPP's profile says, by which typed texts are known to be ours; as {@code /api/v1/tpps/{id}} gives it. */
final class TppValues {

    private static final int SHORTEST = 4;

    private final Map<String, Set<String>> places = new LinkedHashMap<>();

    private TppValues() { }

    /** Those of nobody. */
    static TppValues none() {
        return new TppValues();
    }

    static TppValues of(JsonNode tpp) {
        var values = new TppValues();
        for (var field : new String[] {"legalName", "tradingName", "legalForm", "country", "website", "registerNumber", "vatNumber", "lei", "authority", "licenceNumber"}) {
            values.add("tpp." + kebab(field), tpp.path(field));
        }
        for (var field : new String[] {"street", "postalCode", "city"}) {
            values.add("tpp.address." + kebab(field), tpp.path("address").path(field));
        }
        tpp.path("contacts").forEach(contact -> {
            var kind = contact.path("kind").asText("banks").toLowerCase(Locale.ROOT);
            var whose = kind.equals("banks") ? "tpp.contact." : "tpp." + kind + "-contact.";
            for (var field : new String[] {"firstName", "lastName", "eMail", "phone"}) {
                values.add(whose + kebab(field), contact.path(field));
            }
        });
        var application = tpp.path("applications").path("main").isObject() ? tpp.path("applications").path("main")
                : tpp.path("applications").elements().hasNext() ? tpp.path("applications").elements().next() : tpp.path("applications");
        for (var field : new String[] {"name", "description", "platform", "type", "language", "termsUrl", "privacyUrl"}) {
            values.add("application." + kebab(field), application.path(field));
        }
        application.path("redirectUris").forEach(uris -> uris.forEach(uri -> values.add("application.redirect-uri", uri)));
        return values;
    }

    /** The place that holds this text, where it is ours and long enough not to be so by chance. */
    Optional<String> place(String typed) {
        return typed.strip().length() < SHORTEST ? Optional.empty() : places.getOrDefault(key(typed), Set.of()).stream().findFirst();
    }

    /** Whether this very place holds this text, however short. */
    boolean holds(String place, String typed) {
        return places.getOrDefault(key(typed), Set.of()).contains(place);
    }

    private void add(String place, JsonNode value) {
        if (value.isTextual() && !value.asText().isBlank()) {
            places.computeIfAbsent(key(value.asText()), text -> new LinkedHashSet<>()).add(place);
        }
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String kebab(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
