package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the description: with -Dupdate, what the stories of the API have sent and been answered last (see Described), made to look alike. */
class OperationExamplesTest {

    private static final Path WALK = Path.of("target/api-walk");
    private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.INDENT_OUTPUT, true);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final int LONGEST = 400;

    @Test
    void keepsAnExampleOfEachOperation() throws IOException {
        var kept = (ObjectNode) JSON.readTree(OperationCodesTest.FILE.toFile());
        if (System.getProperty("update") != null && Files.isDirectory(WALK)) {
            try (var files = Files.list(WALK)) {
                for (var file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
                    var walked = JSON.readTree(file.toFile());
                    var operation = walked.get("operation").asText();
                    if (kept.has(operation)) {
                        take((ObjectNode) kept.get(operation), walked, operation);
                    }
                }
            }
            Files.writeString(OperationCodesTest.FILE, JSON.writeValueAsString(kept) + "\n");
        }

        // that none is without, DescribesItselfIT sees to
        kept.fields().forEachRemaining(operation -> assertThat(operation.getValue().path("status").asInt(200)).as(operation.getKey()).isBetween(200, 299));
    }

    private static void take(ObjectNode kept, JsonNode walked, String operation) {
        kept.remove(java.util.List.of("status", "type", "request", "response"));
        walked.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("operation")) {
                kept.set(field.getKey(), alike(field.getValue(), operation.matches(".*(reveal|/tokens|/password|/users)$") && field.getKey().equals("response")));
            }
        });
    }

    /** The same with the same ids and times, lists of at most two, and nothing that was shown once. */
    private static JsonNode alike(JsonNode value, boolean isShownOnce) {
        if (value.isObject()) {
            var object = JSON.createObjectNode();
            value.fields().forEachRemaining(field -> object.set(field.getKey(), isShownOnce && field.getKey().matches("value|password|code|text") && field.getValue().isTextual()
                    ? JSON.getNodeFactory().textNode("shown-once") : alike(field.getValue(), isShownOnce)));
            return object;
        }
        if (value.isArray()) {
            var array = (ArrayNode) JSON.createArrayNode();
            for (int i = 0; i < Math.min(2, value.size()); i++) {
                array.add(alike(value.get(i), isShownOnce));
            }
            return array;
        }
        if (value.isTextual()) {
            var text = TIME.matcher(ID.matcher(value.asText()).replaceAll("3f6b1c9e-0d52-4c7a-9a41-5c0e7d2b8f10")).replaceAll("2026-11-23T09:00:00Z")
                    .replaceAll("\\btpp-\\d+\\b", "lantern").replaceAll("\\bLedger lantern\\b", "Ledger").replaceAll("user:story", "user:ada").replaceAll("api-3f6b1c9e[0-9a-f-]*", "machine");
            return JSON.getNodeFactory().textNode(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        }
        return value;
    }
}
