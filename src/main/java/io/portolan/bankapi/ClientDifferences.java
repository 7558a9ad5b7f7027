package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a bank has registered otherwise than we have asked: it may change or leave out what it likes, and only its answer tells (RFC 7591, section 3.2.1). */
final class ClientDifferences {

    /** What belongs to the request and is no part of a registration. */
    private static final Set<String> OF_THE_REQUEST = Set.of("software_statement", "iss", "aud", "iat", "exp", "nbf", "jti", "client_id", "client_secret");
    private static final int LONGEST = 120;

    private ClientDifferences() {
    }

    /** One sentence for each member that differs; none where the bank does not say what it has registered. */
    static List<String> between(JsonNode asked, JsonNode registered) {
        var differences = new ArrayList<String>();
        if (!says(asked, registered)) {
            return differences;
        }
        asked.properties().stream().filter(member -> !OF_THE_REQUEST.contains(member.getKey())).forEach(member -> {
            var there = registered.get(member.getKey());
            if (there == null || there.isNull()) {
                differences.add(member.getKey() + " is left out, we asked for " + shown(member.getValue()));
            } else if (!isSame(member.getKey(), member.getValue(), there)) {
                differences.add(member.getKey() + " is " + shown(there) + ", we asked for " + shown(member.getValue()));
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
        return asked.equals(registered) || asked.isValueNode() && registered.isValueNode() && asked.asText().equals(registered.asText());
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
