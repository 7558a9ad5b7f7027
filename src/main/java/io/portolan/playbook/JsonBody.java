package io.portolan.playbook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON body of a request as a playbook writes it: objects, lists, templates and plain values. */
public sealed interface JsonBody {

    /** Whether a text is a number as JSON writes it (RFC 8259, section 6). */
    static boolean isNumber(String text) {
        return text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    /** A JSON object, its keys in the order in which they are written. */
    record Members(Map<String, JsonBody> members) implements JsonBody { }

    /** A JSON array. */
    record Items(List<JsonBody> items) implements JsonBody { }

    /** A JSON string with places to fill. */
    record Text(Template text) implements JsonBody { }

    /** A number, a boolean or null, as it stands. */
    record Literal(String json) implements JsonBody { }

    /** What stands there for these services only; for others the third, or nothing where that is null. */
    record ForSome(Set<Service> onlyFor, JsonBody value, JsonBody otherwise) implements JsonBody { }
}
