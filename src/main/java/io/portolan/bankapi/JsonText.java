package io.portolan.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portolan.leg.Filled;
import io.portolan.playbook.JsonBody;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the JSON body of a playbook with its places filled. */
final class JsonText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Function<Template, Filled> fill;
    private final boolean shown;

    private JsonText(Function<Template, Filled> fill, boolean shown) {
        this.fill = fill;
        this.shown = shown;
    }

    /** The body as it is sent. */
    static String sent(JsonBody body, Function<Template, Filled> fill) {
        return new JsonText(fill, false).node(body).toString();
    }

    /** The body as it may be kept: dots stand for secrets. */
    static String shown(JsonBody body, Function<Template, Filled> fill) {
        return new JsonText(fill, true).node(body).toString();
    }

    private JsonNode node(JsonBody body) {
        if (body instanceof JsonBody.Members object) {
            var node = NODES.objectNode();
            object.members().forEach((name, member) -> node.set(name, node(member)));
            return node;
        }
        if (body instanceof JsonBody.Items array) {
            var node = NODES.arrayNode();
            array.items().forEach(item -> add(node, item));
            return node;
        }
        if (body instanceof JsonBody.Literal literal) {
            return parsed(literal.json());
        }
        var template = ((JsonBody.Text) body).text();
        var filled = fill.apply(template);
        if (isJson(template)) {
            return parsed(filled.text());
        }
        return NODES.textNode(shown ? filled.toString() : filled.text());
    }

    /** What stands for several things is several items. */
    private void add(ArrayNode array, JsonBody item) {
        if (item instanceof JsonBody.Text text && text.text().places().size() == 1 && Places.LISTS.contains(text.text().places().get(0))
                && text.text().written().strip().matches("\\{\\{[^{}]+}}")) {
            Stream.of(fill.apply(text.text()).text().split(" ")).filter(each -> !each.isEmpty()).forEach(array::add);
        } else {
            array.add(node(item));
        }
    }

    /** A chain of certificates is an array already (RFC 7517, section 4.7) and a key an object, not a text that holds one. */
    private static boolean isJson(Template template) {
        return template.written().strip().matches("\\{\\{[^{}]+\\.(x5c|jwk|public-jwk|signing-jwk)\\s*}}");
    }

    private static JsonNode parsed(String json) {
        try {
            return Answer.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the playbook's body is not JSON");
        }
    }
}
