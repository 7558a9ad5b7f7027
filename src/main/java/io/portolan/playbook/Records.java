package io.portolan.playbook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Makes records of the format by the names of their components, whatever else the format grows. */
final class Records {

    private Records() { }

    /** A record of these components; the others are as if they were not written. */
    static <R extends Record> R of(Class<R> type, Map<String, Object> components) {
        return made(type, each -> components.containsKey(each.getName()) ? components.get(each.getName()) : Binder.absent(each.getType()));
    }

    /** A copy of a record in which one component is another. */
    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R record, String component, Object value) {
        return made((Class<R>) record.getClass(), each -> each.getName().equals(component) ? value : of(record, each));
    }

    private static Object of(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName() + " of " + record.getClass(), e);
        }
    }

    private static <R extends Record> R made(Class<R> type, Function<RecordComponent, Object> values) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(Arrays.stream(components).map(values).toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }
}
