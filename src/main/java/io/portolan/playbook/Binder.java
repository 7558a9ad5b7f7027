package io.portolan.playbook;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes records of YAML nodes by the records' own types. It goes on after each mistake, so that all are found at once;
 * what could not be read is then null or empty.
 */
final class Binder {

    private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new ConcurrentHashMap<>();

    private final Findings findings;

    Binder(Findings findings) {
        this.findings = findings;
    }

    /** The record that this mapping writes down. */
    <T> T record(Class<T> type, MappingNode node, String path) {
        var entries = new Entries(node, path, findings);
        var known = new ArrayList<String>();
        var bound = members(type, entries, known);
        entries.leaveNone(known);
        return type.cast(bound);
    }

    private Object members(Class<?> type, Entries entries, List<String> known) {
        var arguments = Shape.keys(type).stream()
                .map(key -> key.inline() ? inline(key, entries, known) : member(key, entries, known))
                .toArray();
        return made(type, arguments);
    }

    /** What stands under a key, or what there is instead where it is not written. */
    Object member(Shape.Key key, Entries entries, List<String> known) {
        known.add(key.name());
        var path = entries.at(key.name());
        var node = entries.take(key.name());
        if (node == null) {
            if (key.required()) {
                findings.add(entries.path(), key.name() + " is missing" + hint(key));
            }
            return absent(key.component().getType());
        }
        if (key.listed() && node instanceof SequenceNode list) {
            return new Listed(findings).templates(list, path);
        }
        var isItem = key.single() && !(node instanceof SequenceNode);
        return isItem ? List.copyOf(some(value(argument(key.type(), 0), node, path))) : value(key.type(), node, path);
    }

    private Object inline(Shape.Key key, Entries entries, List<String> known) {
        var type = key.component().getType();
        if (type.isSealed()) {
            return inlineKind(type, entries, known);
        }
        if (key.required() && Shape.names(type).stream().noneMatch(entries::has)) {
            findings.add(entries.path(), "needs one of " + String.join(", ", Shape.names(type)));
        }
        return members(type, entries, known);
    }

    private Object inlineKind(Class<?> sealed, Entries entries, List<String> known) {
        var kinds = Shape.kinds(sealed);
        var discriminator = Shape.discriminator(sealed);
        known.add(discriminator);
        var node = entries.take(discriminator);
        if (node instanceof ScalarNode word && kinds.containsKey(word.getValue())) {
            return members(kinds.get(word.getValue()), entries, known);
        }
        if (node == null) {
            findings.add(entries.path(), discriminator + " is missing" + Findings.among(kinds.keySet()));
        } else {
            findings.unknown(entries.at(discriminator), discriminator + ":",
                    node instanceof ScalarNode word ? word.getValue() : "", kinds.keySet());
        }
        kinds.values().forEach(kind -> Shape.names(kind).forEach(entries::take));
        return null;
    }

    /** What stands in a list or mapping; a text there may say for which services it is. */
    private Object item(Type type, Node node, String path) {
        return raw(type) == Template.class && node instanceof MappingNode mapping && YamlDocument.isPlain(node) ? record(Template.class, mapping, path)
                : value(type, node, path);
    }

    private Object value(Type type, Node node, String path) {
        var raw = raw(type);
        if (raw == JsonBody.class) {
            return new JsonBodies(findings).of(node, path);
        }
        if (!YamlDocument.isPlain(node)) {
            return wrong(node, path, raw, "tags and values that hold themselves are not read");
        }
        if (List.class == raw || Set.class == raw) {
            return node instanceof SequenceNode sequence ? collection(type, sequence, path)
                    : wrong(node, path, raw, "must be a list: [...] or lines that begin with -");
        }
        if (raw.isEnum() || Scalars.of(raw) != null && !(node instanceof MappingNode && Scalars.mayBeMapping(raw))) {
            return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                    ? scalar(raw, scalar, path) : wrong(node, path, raw, "must be " + form(raw));
        }
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, path, raw, "must be a mapping of keys to values");
        }
        return raw == Map.class ? map(type, mapping, path)
                : raw.isSealed() ? kind(raw, mapping, path) : record(raw, mapping, path);
    }

    private Object kind(Class<?> sealed, MappingNode node, String path) {
        var kinds = Shape.kinds(sealed);
        var entries = new Entries(node, path, findings);
        if (entries.keys().size() != 1) {
            findings.add(path, "must have exactly one key, which names it" + Findings.among(kinds.keySet()));
            return null;
        }
        var word = entries.keys().iterator().next();
        var at = entries.at(word);
        if (!kinds.containsKey(word)) {
            findings.unknown(at, sealed.getSimpleName().toLowerCase(Locale.ROOT), word, kinds.keySet());
            return null;
        }
        var kind = kinds.get(word);
        if (Shape.isBare(word, kind)) {
            var key = Shape.keys(kind).get(0);
            return made(kind, value(key.type(), entries.take(word), at));
        }
        return value(kind, entries.take(word), at);
    }

    private Object collection(Type type, SequenceNode sequence, String path) {
        var items = new ArrayList<Object>();
        int index = 0;
        for (var node : sequence.getValue()) {
            var at = path + "[" + index++ + "]";
            findings.stands(at, node.getStartMark());
            for (var item : some(item(argument(type, 0), node, at))) {
                if (raw(type) == Set.class && items.contains(item)) {
                    findings.add(at, "stands twice; keep one");
                }
                items.add(item);
            }
        }
        return raw(type) == List.class ? List.copyOf(items)
                : Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    private Object map(Type type, MappingNode node, String path) {
        var entries = new Entries(node, path, findings);
        var map = new LinkedHashMap<Object, Object>();
        for (var key : List.copyOf(entries.keys())) {
            var named = raw(argument(type, 0)).isEnum()
                    ? Shape.words(raw(argument(type, 0))).get(key) : key;
            if (named == null) {
                findings.unknown(entries.at(key), "key", key, Shape.words(raw(argument(type, 0))).keySet());
            }
            var value = item(argument(type, 1), entries.take(key), entries.at(key));
            if (named != null && value != null) {
                map.put(named, value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private Object scalar(Class<?> type, ScalarNode node, String path) {
        var written = node.getValue();
        var value = type.isEnum() ? Shape.words(type).get(written) : Scalars.of(type).read(written);
        if (value != null) {
            return value;
        }
        var nearest = type.isEnum() ? Nearest.to(written, Shape.words(type).keySet()) : null;
        findings.add(node.getStartMark(), path, "\"" + written + "\" is not " + form(type), nearest);
        return absent(type);
    }

    private Object wrong(Node node, String path, Class<?> type, String message) {
        findings.add(node.getStartMark(), path, message, null);
        return absent(type);
    }

    private static String form(Class<?> type) {
        return type.isEnum() ? "one of " + String.join(", ", Shape.words(type).keySet()) : Scalars.of(type).form();
    }

    private static String hint(Shape.Key key) {
        return key.doc().example().isEmpty() ? "" : ", such as " + key.doc().example();
    }

    /** What stands for a key that is not written. */
    static Object absent(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        return type == Map.class ? Map.of() : type == boolean.class ? Boolean.FALSE : null;
    }

    private static Collection<Object> some(Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static Object made(Class<?> type, Object... arguments) {
        try {
            return CONSTRUCTORS.computeIfAbsent(type, Binder::constructor).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        var types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }
}
