package io.portolan.playbook;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Goes through records in the order and by the paths in which they are written. */
final class Walk {

    /** Sees every value that is no collection. */
    interface Visitor {

        /** The value stands under the given key of its owner, perhaps deeper within a list, map or JSON body. */
        void see(String path, Record owner, String key, Object value);
    }

    private final Visitor visitor;

    private Walk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Shows the visitor all that the record holds, the record itself excepted. */
    static void through(Record root, String path, Visitor visitor) {
        new Walk(visitor).members(root, path);
    }

    private void members(Record owner, String path) {
        for (var key : Shape.keys(owner.getClass())) {
            var value = component(owner, key);
            if (key.inline() && value instanceof Record inline) {
                members(inline, path);
            } else {
                value(joined(path, key.name()), owner, key.name(), value);
            }
        }
    }

    private void value(String path, Record owner, String key, Object value) {
        if (value instanceof Collection<?> items) {
            int index = 0;
            for (var item : items) {
                value(path + "[" + index++ + "]", owner, key, item);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> value(
                    joined(path, name instanceof Enum<?> word ? Shape.word(word) : name.toString()), owner, key, item));
        } else if (value instanceof JsonBody body) {
            body(path, owner, key, body, Set.of());
        } else if (value instanceof Step step) {
            step(joined(path, wordOf(step)), owner, key, step);
        } else if (value != null) {
            visitor.see(path, owner, key, value);
            if (value instanceof Template template) {
                template.onlyFor().forEach(service -> visitor.see(path, template, "only-for", service));
            }
            if (value instanceof Record inner && !(value instanceof Template) && !(value instanceof Span)) {
                members(inner, path);
            }
        }
    }

    private void step(String path, Record owner, String key, Step step) {
        visitor.see(path, owner, key, step);
        var inner = (Record) step;
        if (Shape.isBare(wordOf(step), inner.getClass())) {
            var only = Shape.keys(inner.getClass()).get(0);
            value(path, inner, only.name(), component(inner, only));
        } else {
            members(inner, path);
        }
    }

    private void body(String path, Record owner, String key, JsonBody body, Set<Service> services) {
        if (body instanceof JsonBody.Members object) {
            object.members().forEach((name, member) -> body(joined(path, name), owner, key, member, services));
        } else if (body instanceof JsonBody.Items array) {
            array.items().forEach(item -> body(path, owner, key, item, services));
        } else if (body instanceof JsonBody.ForSome some) {
            some.onlyFor().forEach(service -> visitor.see(path, some, "only-for", service));
            body(joined(path, "value"), owner, key, some.value(), ByService.within(some.onlyFor(), services));
            body(joined(path, "else"), owner, key, some.otherwise(), ByService.within(EnumSet.complementOf(ByService.limited(some.onlyFor())), services));
        } else if (body instanceof JsonBody.Text text) {
            visitor.see(path, owner, key, new Template(text.text().written(), services));
        }
    }

    /** The key that names this step. */
    static String wordOf(Step step) {
        return Shape.kinds(Step.class).entrySet().stream().filter(kind -> kind.getValue() == step.getClass())
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    /** The element that this step works on, if it is one that does. */
    static Optional<Target> targetOf(Step step) {
        return Shape.keys(step.getClass()).stream().filter(key -> key.inline() && key.type() == Target.class)
                .map(key -> (Target) component((Record) step, key)).filter(Objects::nonNull).findFirst();
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static Object component(Record owner, Shape.Key key) {
        try {
            return key.component().getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + key.name() + " of " + owner.getClass(), e);
        }
    }
}
