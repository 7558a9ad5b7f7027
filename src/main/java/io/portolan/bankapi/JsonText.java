package io.portolan.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portolan.leg.Filled;
import io.portolan.playbook.JsonBody;
import io.portolan.playbook.ListedPlaces;
import io.portolan.playbook.Template;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes the JSON body of a playbook with its places filled. */
final class JsonText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Function<Template, Filled> fill;
    private final Predicate<String> isList;
    private final Predicate<String> isNumber;
    private final boolean shown;

    private JsonText(Filling filling, boolean shown) {
        this.fill = filling::fill;
        this.isList = filling.run().order()::isList;
        this.isNumber = filling.run().order()::isNumber;
        this.shown = shown;
    }

    /** The body as it is sent. */
    static String sent(JsonBody body, Filling filling) {
        return new JsonText(filling, false).node(body).toString();
    }

    /** The body as it may be kept: dots stand for secrets. */
    static String shown(JsonBody body, Filling filling) {
        return new JsonText(filling, true).node(body).toString();
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
        if (isJson(template)) {
            return parsed(filled.text());
        }
        return told(template, shown ? filled.toString() : filled.text());
    }

    /** A number that a person or the bank has told is one here, too. */
    private JsonNode told(Template template, String text) {
        return template.isOnePlaceOf("") && isNumber.test(template.places().get(0)) && JsonBody.isNumber(text) ? parsed(text) : NODES.textNode(text);
    }

    /** What stands for several things is several items. */
    private void add(ArrayNode array, JsonBody item) {
        if (item instanceof JsonBody.Text text && text.text().isOnePlaceOf("") && isList.test(text.text().places().get(0))) {
            fill.apply(new Template("{{" + text.text().places().get(0) + ListedPlaces.LINES + "}}")).text().lines().forEach(line -> array.add(told(text.text(), line)));
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
