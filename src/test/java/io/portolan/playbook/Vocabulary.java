package io.portolan.playbook;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All types that a playbook is made of, found from its root, for what is generated from them. */
final class Vocabulary {

    private final Set<Class<?>> records = new LinkedHashSet<>();
    private final Set<Class<?>> enums = new LinkedHashSet<>();

    Vocabulary() {
        find(Playbook.class);
    }

    /** Records in the order in which a reader meets them, those that stand inline in others too. */
    List<Class<?>> records() {
        return List.copyOf(records);
    }

    /** Words to choose from. */
    List<Class<?>> enums() {
        return List.copyOf(enums);
    }

    /** The keys of a record as somebody writes them: those of its inline records among them. */
    static List<Shape.Key> written(Class<?> record) {
        var keys = new ArrayList<Shape.Key>();
        for (var key : Shape.keys(record)) {
            if (!key.inline()) {
                keys.add(key);
            } else if (!key.component().getType().isSealed()) {
                keys.addAll(written(key.component().getType()));
            }
        }
        return keys;
    }

    /** The sealed type whose kinds' keys stand among those of this record, or null. */
    static Class<?> inlineKinds(Class<?> record) {
        return Shape.keys(record).stream().filter(Shape.Key::inline).map(key -> key.component().getType())
                .filter(Class::isSealed).findFirst().orElse(null);
    }

    /** Whether its keys always stand among those of others. */
    static boolean isInlineOnly(Class<?> record) {
        return record == Signs.class;
    }

    /** The example lines of a record's keys, by key. */
    static Map<Shape.Key, String> examples(Class<?> record) {
        var examples = new LinkedHashMap<Shape.Key, String>();
        for (var key : Shape.keys(record)) {
            if (!key.inline() && key.doc() != null && !key.doc().example().isEmpty()) {
                examples.put(key, key.doc().example());
            }
        }
        return examples;
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private void find(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (var argument : generic.getActualTypeArguments()) {
                find(argument);
            }
            return;
        }
        var raw = (Class<?>) type;
        if (raw == Span.class || raw == JsonBody.class || raw == ZoneId.class) {
            return;
        }
        if (raw.isEnum()) {
            enums.add(raw);
        } else if (raw.isSealed()) {
            Shape.kinds(raw).values().forEach(this::find);
        } else if (raw.isRecord() && records.add(raw)) {
            Shape.keys(raw).forEach(key -> find(key.type()));
        }
    }
}
