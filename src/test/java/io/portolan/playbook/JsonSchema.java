package io.portolan.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** So much of JSON Schema (draft 7) as the schema of playbooks uses; any other keyword is a fault of the schema. */
final class JsonSchema {

    private static final Set<String> ABOUT = Set.of("$schema", "$defs", "title", "description", "format");
    private static final Set<String> KNOWN = Set.of("$ref", "type", "properties", "additionalProperties", "required", "items", "uniqueItems", "enum", "const", "oneOf", "anyOf",
            "pattern", "propertyNames", "minimum");

    private final JsonNode root;

    JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** What an editor would underline. */
    List<String> errors(Node yaml) {
        var errors = new ArrayList<String>();
        check(root, json(yaml), "", errors);
        return errors;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> errors) {
        if (schema.isBoolean()) {
            add(schema.booleanValue(), path, "is not allowed", errors);
            return;
        }
        schema.fieldNames().forEachRemaining(keyword -> add(KNOWN.contains(keyword) || ABOUT.contains(keyword), path, "unknown keyword " + keyword, errors));
        if (schema.has("$ref")) {
            check(root.at(schema.path("$ref").asText().substring(1)), value, path, errors);
        }
        add(!schema.has("type") || isOf(schema.path("type"), value), path, "must be " + schema.path("type"), errors);
        add(!schema.has("enum") || has(schema.path("enum"), value), path, "must be one of " + schema.path("enum"), errors);
        add(!schema.has("const") || schema.path("const").equals(value), path, "must be " + schema.path("const"), errors);
        add(!schema.has("pattern") || !value.isTextual() || Pattern.compile(schema.path("pattern").asText()).matcher(value.asText()).find(), path, "must look like "
                + schema.path("pattern"), errors);
        add(!schema.has("minimum") || !value.isNumber() || value.asLong() >= schema.path("minimum").asLong(), path, "is too small", errors);
        add(!schema.has("oneOf") || fitting(schema.path("oneOf"), value, path) == 1, path, "fits " + fitting(schema.path("oneOf"), value, path) + " of the alternatives", errors);
        add(!schema.has("anyOf") || fitting(schema.path("anyOf"), value, path) > 0, path, "fits no alternative", errors);
        if (value.isObject()) {
            object(schema, value, path, errors);
        }
        if (value.isArray() && schema.has("items")) {
            add(!schema.path("uniqueItems").asBoolean() || new HashSet<>(list(value)).size() == value.size(), path, "has an item twice", errors);
            list(value).forEach(item -> check(schema.path("items"), item, path + "[]", errors));
        }
    }

    private void object(JsonNode schema, JsonNode value, String path, List<String> errors) {
        schema.path("required").forEach(key -> add(value.has(key.asText()), path, key.asText() + " is missing", errors));
        value.fields().forEachRemaining(member -> {
            var at = path + "." + member.getKey();
            if (schema.has("propertyNames")) {
                check(schema.path("propertyNames"), JsonNodeFactory.instance.textNode(member.getKey()), at, errors);
            }
            if (schema.path("properties").has(member.getKey())) {
                check(schema.path("properties").path(member.getKey()), member.getValue(), at, errors);
            } else if (schema.has("additionalProperties")) {
                check(schema.path("additionalProperties"), member.getValue(), at, errors);
            }
        });
    }

    private long fitting(JsonNode alternatives, JsonNode value, String path) {
        return list(alternatives).stream().filter(one -> {
            var errors = new ArrayList<String>();
            check(one, value, path, errors);
            return errors.isEmpty();
        }).count();
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        var is = value.isObject() ? "object" : value.isArray() ? "array" : value.isTextual() ? "string" : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer"
                : value.isNumber() ? "number" : "null";
        return type.isTextual() ? type.asText().equals(is) : has(type, JsonNodeFactory.instance.textNode(is)) || is.equals("integer") && type.toString().contains("\"number\"");
    }

    private static boolean has(JsonNode array, JsonNode value) {
        return list(array).contains(value);
    }

    private static List<JsonNode> list(JsonNode array) {
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        return items;
    }

    private static void add(boolean isWell, String path, String error, List<String> errors) {
        if (!isWell) {
            errors.add(path + " " + error);
        }
    }

    private static JsonNode json(Node node) {
        var json = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            var object = json.objectNode();
            mapping.getValue().forEach(entry -> object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = json.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        var text = ((ScalarNode) node).getValue();
        var tag = node.getTag();
        return tag.equals(Tag.INT) && text.matches("-?\\d{1,18}") ? json.numberNode(Long.parseLong(text)) : tag.equals(Tag.BOOL) ? json.booleanNode(Set.of("true", "yes", "on").contains(text))
                : tag.equals(Tag.NULL) ? json.nullNode() : tag.equals(Tag.FLOAT) ? json.numberNode(1.5) : json.textNode(text);
    }
}
