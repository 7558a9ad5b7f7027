package io.portolan.stories;

import io.portolan.leg.LegRun;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fills every template of a leg's work as its means would, so that a place which has nothing when its time has come is found. */
final class EveryPlace {

    private static final List<String> OF_THE_MEANS = List.of(Places.TOKEN, Places.SIGNED, "account.");

    private EveryPlace() { }

    /** Fills what the leg says; throws as the run does where something is missing. */
    static void fill(LegRun run) {
        var templates = new ArrayList<Template>();
        collect(run.order().leg().work(), templates);
        templates.stream().flatMap(template -> template.places().stream()).distinct()
                .filter(place -> OF_THE_MEANS.stream().noneMatch(place::startsWith)).forEach(place -> close(run.value(place)));
    }

    private static void close(io.portolan.leg.Value value) {
        if (value instanceof io.portolan.leg.Value.Hidden hidden) {
            hidden.secret().close();
        }
    }

    private static void collect(Object value, List<Template> found) {
        if (value instanceof Template template) {
            found.add(template);
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(item, found));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, found));
        } else if (value instanceof Record holder && holder.getClass().getName().startsWith("io.portolan.playbook.")) {
            for (var component : holder.getClass().getRecordComponents()) {
                try {
                    var read = component.getAccessor();
                    read.setAccessible(true);
                    collect(read.invoke(holder), found);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("cannot read " + component + " of " + Objects.toString(holder.getClass()), e);
                }
            }
        }
    }
}
