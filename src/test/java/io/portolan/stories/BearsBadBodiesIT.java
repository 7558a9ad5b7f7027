package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.access.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every text of every body, parameter and address that the API's own description names, with what nobody should send. */
class BearsBadBodiesIT extends ApiStory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> places = new TreeMap<>();
    private JsonNode description;
    private Visitor everybody;

    @BeforeEach
    void begin() {
        everybody = holding(Role.ADMIN);
        description = ok(viewer.get("/v3/api-docs"));
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        var done = awaitStatus(start(aTpp(), "AIS").id(), io.portolan.onboarding.Onboarding.Status.DONE);
        places.putAll(Map.of("onboardings", task.onboarding(), "tasks", task.id(), "tpps", tpp, "banks", "xx-quay", "registrations", done.registration(),
                "certificate", certificates.of(tpp).get(0).id(), "environment", "sandbox", "name", "api-key", "bank", "xx-quay", "user", "nobody-of-this-name"));
    }

    /** An operation: where it is, and what its body looks like, or null. */
    private record Operation(String method, String path, JsonNode body, JsonNode parameters) {

        String said() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    private List<Operation> operations() {
        var all = new ArrayList<Operation>();
        description.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> all.add(new Operation(method.getKey(), path.getKey(),
                method.getValue().at("/requestBody/content/application~1json/schema"), method.getValue().path("parameters")))));
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    @Test
    void neverBreaksOverATextOfABody() {
        var wrong = new ArrayList<String>();
        int sent = 0;
        for (var operation : operations()) {
            if (operation.body().isMissingNode() || operation.path().equals("/api/v1/playbooks/import")) {
                continue;
            }
            var whole = sample(operation.body());
            for (var field : texts("", whole).entrySet()) {
                for (var bad : BadTexts.REFUSED.entrySet()) {
                    var answer = send(operation, field.getValue().with(bad.getValue()));
                    sent++;
                    if (answer.status() < 400 || answer.status() >= 500 || !bad.getKey().equals("1 MB") && answer.status() != 422 && answer.status() != 400) {
                        wrong.add(operation.said() + " " + field.getKey() + " with " + bad.getKey() + ": " + brief(answer));
                    }
                }
                for (var bad : BadTexts.harmless().entrySet()) {
                    var answer = send(operation, field.getValue().with(bad.getValue()));
                    sent++;
                    if (answer.status() >= 500) {
                        wrong.add(operation.said() + " " + field.getKey() + " with " + bad.getKey() + ": " + brief(answer));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(sent).isGreaterThan(500);
    }

    @Test
    void saysWhichFieldIsTooLongAndHowLongItMayBe() {
        var problem = problem(operator.post(API + "onboardings", "{\"tpp\": \"" + "x".repeat(1_000_000) + "\"}"), 422, "invalid-values");
        assertThat(problem.at("/fields/tpp").asText()).isEqualTo("has at most 10000 characters");
        problem = problem(operator.post(API + "banks/xx-quay/notes", "{\"text\": \"a\\u0000b\"}"), 422, "invalid-values");
        assertThat(problem.at("/fields/text").asText()).contains("U+0000");
        problem = problem(operator.post(API + "onboardings", "{\"services\": [\"AIS\", \"\\ud800\"]}"), 422, "invalid-values");
        assertThat(problem.get("fields").fieldNames().next()).isEqualTo("services[1]");
        problem(operator.get(API + "tasks?text=a%00b"), 422, "invalid-values");
    }

    @Test
    void neverBreaksOverAnIdThatIsNoneOrOfSomethingElse() {
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            var needed = operation.path().split("\\{").length - 1;
            if (needed == 0 || operation.method().equals("delete")) {
                continue;
            }
            for (var id : List.of("none", places.get("onboardings"), places.get("tasks"), "' or 1=1 --", "%", "<script>", "..", "null", "-1", "99999999999999999999", "x".repeat(2_000), "\u202E🏦")) {
                var answer = call(operation, operation.path().replaceAll("\\{[^}]*}", URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("$", "")), "{}");
                if (answer.status() >= 500 || answer.status() < 400 && !fits(operation, id)) {
                    wrong.add(operation.said() + " of " + (id.length() > 50 ? "a long one" : id) + ": " + brief(answer));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void neverBreaksOverAParameter() {
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            if (!operation.method().equals("get") || operation.path().startsWith("/jwks")) {
                continue;
            }
            for (var parameter : operation.parameters()) {
                if (!parameter.path("in").asText().equals("query")) {
                    continue;
                }
                for (var text : List.of("<script>", "%", "a\u0000b", "-1", "0", "99999999999999999999", "2026-99-99", "\u202E🏦", "'")) {
                    var answer = call(operation, filled(operation.path()) + "?" + parameter.get("name").asText() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8), null);
                    if (answer.status() >= 500) {
                        wrong.add(operation.said() + " " + parameter.get("name").asText() + "=" + text + ": " + brief(answer));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Ids of its own kind are no mistake, and what is listed by something that may be anything is an empty list. */
    private boolean fits(Operation operation, String id) {
        return operation.path().contains("onboardings/{") && id.equals(places.get("onboardings")) || operation.path().contains("tasks/{") && id.equals(places.get("tasks"))
                || operation.path().endsWith("/lock");
    }

    private Visitor.Answer send(Operation operation, JsonNode body) {
        try {
            // escaped, since what is half of a pair cannot be sent otherwise
            return call(operation, filled(operation.path()), JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Visitor.Answer call(Operation operation, String path, String body) {
        return operation.method().equals("get") ? everybody.get(path) : everybody.call(operation.method().toUpperCase(java.util.Locale.ROOT), path, body);
    }

    private String filled(String path) {
        var kind = path.split("/").length > 3 ? path.split("/")[3] : "";
        var filled = path.replaceFirst("\\{id}", places.getOrDefault(kind, "none"));
        for (var place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled.replaceAll("\\{[^}]*}", "none");
    }

    /** A text within a body. */
    private record Place(JsonNode whole, List<Object> way) {

        JsonNode with(String text) {
            var copy = whole.deepCopy();
            JsonNode at = copy;
            for (var step : way.subList(0, way.size() - 1)) {
                at = step instanceof Integer index ? at.get(index) : at.get((String) step);
            }
            var last = way.get(way.size() - 1);
            if (last instanceof Integer index) {
                ((com.fasterxml.jackson.databind.node.ArrayNode) at).set(index, JsonNodeFactory.instance.textNode(text));
            } else {
                ((ObjectNode) at).put((String) last, text);
            }
            return copy;
        }
    }

    private static Map<String, Place> texts(String name, JsonNode whole) {
        var places = new LinkedHashMap<String, Place>();
        collect(name, whole, whole, List.of(), places);
        return places;
    }

    private static void collect(String name, JsonNode whole, JsonNode at, List<Object> way, Map<String, Place> places) {
        if (at.isTextual()) {
            places.put(name, new Place(whole, way));
        } else if (at.isObject()) {
            at.fields().forEachRemaining(field -> collect(name + "." + field.getKey(), whole, field.getValue(), with(way, field.getKey()), places));
        } else if (at.isArray()) {
            for (int i = 0; i < at.size(); i++) {
                collect(name + "[" + i + "]", whole, at.get(i), with(way, i), places);
            }
        }
    }

    private static List<Object> with(List<Object> way, Object step) {
        var longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }

    /** A body of this form, with something in each place. */
    private JsonNode sample(JsonNode schema) {
        var at = schema.has("$ref") ? description.at(schema.get("$ref").asText().substring(1)) : schema;
        if (at.has("anyOf")) {
            return sample(at.get("anyOf").get(0));
        }
        var type = at.path("type").isArray() ? at.get("type").get(0).asText() : at.path("type").asText();
        switch (type) {
            case "object" -> {
                var body = JSON.createObjectNode();
                at.path("properties").fields().forEachRemaining(field -> body.set(field.getKey(), sample(field.getValue())));
                if (at.path("additionalProperties").isObject()) {
                    body.set("key", sample(at.get("additionalProperties")));
                }
                return body;
            }
            case "array" -> {
                return JSON.createArrayNode().add(sample(at.path("items")));
            }
            case "boolean" -> {
                return JsonNodeFactory.instance.booleanNode(false);
            }
            case "integer", "number" -> {
                return JsonNodeFactory.instance.numberNode(1);
            }
            default -> {
                return JsonNodeFactory.instance.textNode(at.path("format").asText().equals("date-time") ? "2026-11-22T09:00:00Z" : at.path("format").asText().equals("date") ? "2026-11-22" : "x");
            }
        }
    }

    private static String brief(Visitor.Answer answer) {
        var text = answer.text();
        return answer.status() + " " + text.substring(0, Math.min(200, text.length()));
    }
}
