package io.portolan.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** An address of the console with what a list is filtered by; what is null or empty is left out. */
record Address(String path, Map<String, String> filter) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with another filter, or without it. */
    Address with(String name, Object value) {
        var more = new LinkedHashMap<>(filter);
        more.remove(name);
        if (value != null && !value.toString().isBlank()) {
            more.put(name, value.toString());
        }
        return new Address(path, more);
    }

    /** As a link has it. */
    String written() {
        var address = UriComponentsBuilder.fromPath(path);
        filter.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(filter).toUriString();
    }
}
