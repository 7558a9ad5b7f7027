package io.portolan.playbook;

import io.portolan.refusal.Refused;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A bank as a person names it.
 *
 * @param id made of country and name
 * @param portal the address of its portal, or null
 */
public record NewBank(String id, String name, String country, String portal) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ID = 50;

    /**
     * The bank of this name, with its id.
     *
     * @throws Refused with code {@code invalid-values} and all that is wrong, by field
     */
    public static NewBank of(String name, String country, String portal) {
        var wrong = new LinkedHashMap<String, String>();
        var called = name == null ? "" : name.strip();
        var word = word(called);
        if (word.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            wrong.put("name", "a name of at most " + LONGEST_NAME + " characters, with Latin letters or digits in it");
        }
        var code = country == null ? "" : country.strip().toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            wrong.put("country", "an ISO 3166 code such as FI");
        }
        var address = portal == null || portal.isBlank() ? null : portal.strip();
        var findings = new Findings("");
        new AddressChecks(findings).checkWritten("portal", address);
        if (!findings.inOrder().isEmpty() || address != null && address.length() > 2000) {
            wrong.put("portal", "an address that begins with https:// and its host, or nothing");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-values", "This cannot be kept of a bank: " + String.join(", ", wrong.keySet()) + ".", Map.copyOf(wrong));
        }
        return new NewBank(code.toLowerCase(Locale.ROOT) + "-" + word, called, code, address);
    }

    private static String word(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replace("ß", "ss").replace("ł", "l").replace("ø", "o").replace("æ", "ae").replace("đ", "d")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() > LONGEST_ID ? plain.substring(0, LONGEST_ID).replaceAll("-$", "") : plain;
    }
}
