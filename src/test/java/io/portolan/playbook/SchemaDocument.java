package io.portolan.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the JSON Schema of playbooks, by which editors complete and check them while somebody types. */
final class SchemaDocument {

    private static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));

    private SchemaDocument() { }

    static String text() {
        var vocabulary = new Vocabulary();
        var definitions = new LinkedHashMap<String, Object>();
        vocabulary.enums().forEach(type -> definitions.put(name(type), words(type)));
        vocabulary.records().stream().filter(type -> type != Playbook.class && !Vocabulary.isInlineOnly(type))
                .filter(type -> !Work.class.isAssignableFrom(type))
                .forEach(type -> definitions.put(name(type), object(type)));
        definitions.put("Step", steps());
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "A bank playbook of Portolan");
        root.putAll(object(Playbook.class));
        root.put("$defs", definitions);
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root)
                    .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> object(Class<?> record) {
        var kinds = Vocabulary.inlineKinds(record);
        if (kinds == null) {
            return closed(properties(record), required(record));
        }
        return ordered("oneOf", Shape.kinds(kinds).entrySet().stream().map(kind -> {
            var properties = properties(record);
            properties.put(Shape.discriminator(kinds), ordered("const", kind.getKey(),
                    "description", kind.getValue().getAnnotation(Doc.class).value()));
            properties.putAll(properties(kind.getValue()));
            var required = Stream.of(required(record).stream(), Stream.of(Shape.discriminator(kinds)),
                    required(kind.getValue()).stream()).flatMap(one -> one).toList();
            return closed(properties, required);
        }).toList());
    }

    private static Map<String, Object> properties(Class<?> record) {
        var properties = new LinkedHashMap<String, Object>();
        for (var key : Vocabulary.written(record)) {
            var value = new LinkedHashMap<String, Object>();
            if (key.doc() != null) {
                value.put("description", key.doc().value());
            }
            value.putAll(key.listed() ? ordered("anyOf", List.of(value(key.type()),
                    ordered("type", "array", "items", value(Vocabulary.argument(key.type(), 1))))) : key.single()
                    ? ordered("anyOf", List.of(value(key.type()), value(Vocabulary.argument(key.type(), 0))))
                    : value(key.type()));
            properties.put(key.name(), value);
        }
        return properties;
    }

    private static List<String> required(Class<?> record) {
        return Shape.keys(record).stream().filter(key -> key.required() && !key.inline()).map(Shape.Key::name).toList();
    }

    private static Map<String, Object> value(Type type) {
        var raw = Vocabulary.raw(type);
        if (raw == List.class) {
            return ordered("type", "array", "items", item(Vocabulary.argument(type, 0)));
        }
        if (raw == Set.class) {
            return ordered("type", "array", "uniqueItems", true, "items", value(Vocabulary.argument(type, 0)));
        }
        if (raw == Map.class) {
            var keys = Vocabulary.raw(Vocabulary.argument(type, 0));
            var map = ordered("type", "object", "additionalProperties", item(Vocabulary.argument(type, 1)));
            if (keys.isEnum()) {
                map.put("propertyNames", ordered("$ref", "#/$defs/" + name(keys)));
            }
            return map;
        }
        if (raw == JsonBody.class) {
            return new LinkedHashMap<>();
        }
        if (raw == String.class || raw == Template.class) {
            return new LinkedHashMap<>(TEXT);
        }
        if (raw == Integer.class || raw == int.class) {
            return ordered("type", "integer", "minimum", 0);
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return ordered("type", "boolean");
        }
        if (raw == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (raw == LocalTime.class) {
            return ordered("type", "string", "pattern", "^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$");
        }
        if (raw == ZoneId.class) {
            return ordered("type", "string");
        }
        if (Scalars.mayBeMapping(raw)) {
            return ordered("anyOf", List.of(new LinkedHashMap<>(TEXT), ordered("$ref", "#/$defs/" + name(raw))));
        }
        if (raw == Span.class) {
            return ordered("type", "string", "pattern",
                    "^(up[- ]to )?\\d{1,6} (second|minute|hour|day|business day|week)s?$");
        }
        return ordered("$ref", "#/$defs/" + name(raw));
    }

    private static Map<String, Object> item(Type type) {
        return type == Template.class ? ordered("anyOf", List.of(value(type), ordered("$ref", "#/$defs/" + name(Template.class)))) : value(type);
    }

    private static Map<String, Object> steps() {
        return ordered("oneOf", Shape.kinds(Step.class).entrySet().stream().map(kind -> {
            var inner = Shape.isBare(kind.getKey(), kind.getValue())
                    ? value(Shape.keys(kind.getValue()).get(0).type())
                    : ordered("$ref", "#/$defs/" + name(kind.getValue()));
            var described = ordered("description", kind.getValue().getAnnotation(Doc.class).value());
            described.putAll(inner);
            return closed(ordered(kind.getKey(), described), List.of(kind.getKey()));
        }).toList());
    }

    private static Map<String, Object> words(Class<?> type) {
        return ordered("enum", List.copyOf(Shape.words(type).keySet()));
    }

    private static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        var object = ordered("type", "object", "additionalProperties", false, "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    static String name(Class<?> type) {
        var outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
