package io.portolan.leg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portolan.playbook.JsonBody;
import io.portolan.playbook.ListedPlaces;
import io.portolan.playbook.Template;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the JSON body of a playbook with its places filled: as it is sent, and the same with dots in the place of secrets, as people and evidence may see it. */
public final class JsonText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LegOrder order;
    private final Function<Template, Filled> fill;
    private final boolean shown;

    private JsonText(LegOrder order, Function<Template, Filled> fill, boolean shown) {
        this.order = order;
        this.fill = fill;
        this.shown = shown;
    }

    /** The body as it is sent. */
    public static String sent(JsonBody body, LegOrder order, Function<Template, Filled> fill) {
        return new JsonText(order, fill, false).node(body).toString();
    }

    /** The body as it may be kept: dots stand for secrets. */
    public static String shown(JsonBody body, LegOrder order, Function<Template, Filled> fill) {
        return new JsonText(order, fill, true).node(body).toString();
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
        if (body instanceof JsonBody.ForSome) {
            throw new IllegalArgumentException("the body is not yet that for certain services");
        }
        var template = ((JsonBody.Text) body).text();
        var filled = fill.apply(template);
        return isJson(template) && !isDots(filled) ? whole(filled.text()) : told(template, text(filled));
    }

    private boolean isDots(Filled filled) {
        return shown && filled.hidden();
    }

    private String text(Filled filled) {
        return shown ? filled.shown() : filled.text();
    }

    /** A number that a person or the bank has told is one here, too. */
    private JsonNode told(Template template, String text) {
        return template.isOnePlaceOf("") && order.isNumber(template.places().get(0)) && JsonBody.isNumber(text) ? parsed(text) : NODES.textNode(text);
    }

    /** What stands for several things is several items; how many a secret stands for is told to nobody. */
    private void add(ArrayNode array, JsonBody item) {
        if (item instanceof JsonBody.Text text && text.text().isOnePlaceOf("") && order.isList(text.text().places().get(0))) {
            var filled = fill.apply(new Template("{{" + text.text().places().get(0) + ListedPlaces.LINES + "}}"));
            (isDots(filled) ? Stream.of(filled.shown()) : filled.text().lines()).forEach(line -> array.add(told(text.text(), line)));
        } else {
            array.add(node(item));
        }
    }

    /** A chain of certificates is an array already (RFC 7517, section 4.7) and a key an object, not a text that holds one. */
    private static boolean isJson(Template template) {
        return template.written().strip().matches("\\{\\{[^{}]+\\.(x5c|jwk|public-jwk|signing-jwk)\\s*}}");
    }

    /** To a person words may stand for what only a run makes. */
    private JsonNode whole(String text) {
        return shown && !text.startsWith("[") && !text.startsWith("{") ? NODES.textNode(text) : parsed(text);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the playbook's body is not JSON");
        }
    }
}
