package io.portolan.playbook;

import java.util.List;
import java.util.Map;

/** The JSON body of a request as a playbook writes it: objects, lists, templates and plain values. */
public sealed interface JsonBody {

    /** A JSON object, its keys in the order in which they are written. */
    record Members(Map<String, JsonBody> members) implements JsonBody { }

    /** A JSON array. */
    record Items(List<JsonBody> items) implements JsonBody { }

    /** A JSON string with places to fill. */
    record Text(Template text) implements JsonBody { }

    /** A number, a boolean or null, as it stands. */
    record Literal(String json) implements JsonBody { }
}
