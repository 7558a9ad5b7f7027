package io.portolan.tpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of a profile has changed, field by field, by the names that the fields have in drafts. */
final class ProfileChanges {

    private static final JsonMapper JSON = new JsonMapper();

    private ProfileChanges() {
    }

    /** A field that has another text now; null is none. */
    record Change(String field, String was, String becomes) {

        /** What has changed, from what to what, as the journal keeps it. */
        String said() {
            return field + ": " + quoted(was) + " became " + quoted(becomes);
        }

        private static String quoted(String text) {
            return text == null ? "nothing" : "\"" + text + "\"";
        }
    }

    /** The fields that differ, by name. */
    static List<Change> between(Tpp before, Tpp after) {
        var was = texts(before);
        var becomes = texts(after);
        var fields = new TreeSet<>(was.keySet());
        fields.addAll(becomes.keySet());
        return fields.stream().filter(field -> !Objects.equals(was.get(field), becomes.get(field)))
                .map(field -> new Change(field, was.get(field), becomes.get(field))).toList();
    }

    private static Map<String, String> texts(Tpp tpp) {
        var texts = new TreeMap<String, String>();
        collect("", JSON.valueToTree(TppDraft.of(tpp, null)), texts);
        return texts;
    }

    private static void collect(String field, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(field.isEmpty() ? member.getKey() : field + "." + member.getKey(), member.getValue(), texts));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                collect(field + "[" + i + "]", node.get(i), texts);
            }
        } else if (node.isArray() && !node.isEmpty()) {
            var items = new ArrayList<String>();
            node.forEach(item -> items.add(item.asText()));
            texts.put(field, String.join(", ", items));
        } else if (node.isValueNode() && !node.isNull()) {
            texts.put(field, node.asText());
        }
    }
}
