package io.portolan.leg;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The means there are; two of the same name stop the start. */
@Component
class MeansByName {

    private final Map<String, Means> byName;

    MeansByName(List<Means> all) {
        byName = all.stream().collect(Collectors.toMap(means -> means.name().name(), Function.identity()));
    }

    Means get(String name) {
        var means = byName.get(name);
        if (means == null) {
            throw new IllegalStateException("there is no means " + name);
        }
        return means;
    }

    Collection<String> names() {
        return byName.keySet();
    }
}
