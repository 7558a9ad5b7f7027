package io.portolan.playbook;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the types of a playbook are written in YAML: the names of keys, words and kinds. */
final class Shape {

    /** A key of a record with the component it fills. */
    record Key(String name, RecordComponent component, Doc doc) {

        Type type() {
            return component.getGenericType();
        }

        boolean inline() {
            return doc != null && doc.inline();
        }

        boolean required() {
            return doc != null && doc.required();
        }

        boolean single() {
            return doc != null && doc.single();
        }

        boolean listed() {
            return doc != null && doc.listed();
        }
    }

    private static final Map<Class<?>, List<Key>> KEYS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Map<String, Class<?>>> KINDS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Map<String, Object>> WORDS = new ConcurrentHashMap<>();

    private Shape() { }

    /** The components of a record, inline ones too, in their order. */
    static List<Key> keys(Class<?> record) {
        return KEYS.computeIfAbsent(record, Shape::keysOf);
    }

    private static List<Key> keysOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(c -> new Key(named(c, c.getName()), c, c.getAnnotation(Doc.class)))
                .toList();
    }

    /** The names that may stand among the keys of a record, those of its inline records with them. */
    static List<String> names(Class<?> record) {
        var names = new ArrayList<String>();
        for (var key : keys(record)) {
            if (!key.inline()) {
                names.add(key.name());
            } else if (!key.component().getType().isSealed()) {
                names.addAll(names(key.component().getType()));
            } else {
                names.add(discriminator(key.component().getType()));
            }
        }
        return names;
    }

    /** The kinds of a sealed type by the word that names each. */
    static Map<String, Class<?>> kinds(Class<?> sealed) {
        return KINDS.computeIfAbsent(sealed, Shape::kindsOf);
    }

    private static Map<String, Class<?>> kindsOf(Class<?> sealed) {
        var kinds = new LinkedHashMap<String, Class<?>>();
        for (var kind : sealed.getPermittedSubclasses()) {
            var simple = kind.getSimpleName();
            var end = sealed.getSimpleName();
            kinds.put(named(kind, simple.endsWith(end) ? simple.substring(0, simple.length() - end.length()) : simple),
                    kind);
        }
        return Collections.unmodifiableMap(kinds);
    }

    /** The key whose value names the kind of a sealed type, or null where the kind is itself the only key. */
    static String discriminator(Class<?> sealed) {
        var doc = sealed.getAnnotation(Doc.class);
        return doc == null || doc.key().isEmpty() ? null : doc.key();
    }

    /** Whether a kind is written as a bare value, since it holds nothing but one of its own name. */
    static boolean isBare(String kind, Class<?> record) {
        var keys = keys(record);
        return keys.size() == 1 && !keys.get(0).inline() && keys.get(0).name().equals(kind);
    }

    /** The words of an enum in their order. */
    static Map<String, Object> words(Class<?> type) {
        return WORDS.computeIfAbsent(type, Shape::wordsOf);
    }

    private static Map<String, Object> wordsOf(Class<?> type) {
        var words = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            words.put(word((Enum<?>) constant), constant);
        }
        return Collections.unmodifiableMap(words);
    }

    /** The one way in which a constant is written. */
    static String word(Enum<?> constant) {
        try {
            return named(constant.getDeclaringClass().getField(constant.name()),
                    constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String named(AnnotatedElement element, String name) {
        var doc = element.getAnnotation(Doc.class);
        return doc != null && !doc.key().isEmpty() ? doc.key() : kebab(name);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
