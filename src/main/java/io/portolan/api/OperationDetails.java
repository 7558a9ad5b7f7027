package io.portolan.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.refusal.ProblemCodes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds to each operation an example of what is sent and answered, and the codes of its problems by status; both are kept in {@code operations.json}, which tests write. */
@Component
class OperationDetails implements OpenApiCustomizer {

    private static final String PROBLEM = "application/problem+json";
    private static final Map<Integer, String> TITLES = Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found", 409, "Conflict", 412, "Precondition Failed",
            413, "Payload Too Large", 422, "Unprocessable Entity", 429, "Too Many Requests", 500, "Internal Server Error");

    private final ObjectMapper json;

    OperationDetails(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        var kept = read();
        api.getComponents().addSchemas("Problem", problem());
        api.getComponents().addSchemas(SecondPersonAnswer.NAME, SecondPersonAnswer.schema());
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            var details = kept.path(method + " " + path);
            operation.setDescription(described(operation.getDescription(), details.path("roles").asText()));
            example(operation, details);
            problems(operation, details.path("codes"), method, path);
        }));
    }

    private static String described(String description, String roles) {
        var who = switch (roles) {
            case "" -> "";
            case "everybody" -> "Needs no token.";
            default -> "For " + roles.replace(" ", ", ") + ".";
        };
        return description == null ? who : description + "\n\n" + who;
    }

    private void example(Operation operation, JsonNode details) {
        var body = operation.getRequestBody();
        if (body != null && details.has("request")) {
            body.getContent().values().stream().filter(type -> type.getExample() == null && type.getExamples() == null).forEach(type -> type.setExample(value(details.get("request"))));
        }
        var responses = operation.getResponses();
        var status = details.path("status").asText("200");
        if (!status.equals("200") && responses.containsKey("200")) {
            responses.addApiResponse(status, responses.remove("200"));
        }
        var answer = responses.get(status);
        if (answer == null) {
            return;
        }
        if (status.equals("204")) {
            answer.setContent(null);
        } else if (details.has("type") && answer.getContent() != null) {
            var type = answer.getContent().values().iterator().next();
            var isFile = type.getSchema() != null && type.getSchema().getFormat() != null && type.getSchema().getFormat().matches("byte|binary");
            answer.setContent(new Content().addMediaType(isFile ? "*/*" : details.get("type").asText(), type));
            if (details.has("response") && !isFile) {
                type.setExample(value(details.get("response")));
            }
        }
    }

    private Object value(JsonNode example) {
        return example.isTextual() ? example.asText() : json.convertValue(example, Object.class);
    }

    private static void problems(Operation operation, JsonNode codes, HttpMethod method, String path) {
        var byStatus = new TreeMap<Integer, List<ProblemCodes.Code>>();
        codes.fields().forEachRemaining(status -> status.getValue().forEach(code ->
                byStatus.computeIfAbsent(Integer.valueOf(status.getKey()), none -> new ArrayList<>()).add(ProblemCodes.of(code.asText()))));
        byStatus.forEach((status, known) -> {
            var first = known.get(0);
            if (status < 400) {
                operation.getResponses().addApiResponse(String.valueOf(status), SecondPersonAnswer.response(first));
                return;
            }
            var example = Map.of("type", "about:blank", "title", TITLES.getOrDefault(status, "Problem"), "status", status, "detail", first.means(), "instance", path, "code", first.code());
            var answer = new ApiResponse().description(known.stream().map(code -> "`" + code.code() + "`: " + code.means()).collect(Collectors.joining("\n\n")))
                    .content(new Content().addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")).example(example)));
            answer.addExtension("x-codes", known.stream().map(ProblemCodes.Code::code).toList());
            operation.getResponses().addApiResponse(String.valueOf(status), answer);
        });
    }

    private static Schema<?> problem() {
        var schema = new io.swagger.v3.oas.models.media.JsonSchema();
        schema.addType("object");
        schema.description("A problem by RFC 9457. `code` is stable; further members are said where they are.");
        schema.addProperty("type", text());
        schema.addProperty("title", text());
        schema.addProperty("status", number());
        schema.addProperty("detail", text());
        schema.addProperty("instance", text());
        schema.addProperty("code", text());
        schema.setRequired(List.of("title", "status", "detail", "code"));
        return schema;
    }

    private static Schema<?> text() {
        var schema = new io.swagger.v3.oas.models.media.JsonSchema();
        schema.addType("string");
        return schema;
    }

    private static Schema<?> number() {
        var schema = new io.swagger.v3.oas.models.media.JsonSchema();
        schema.addType("integer");
        return schema;
    }

    private JsonNode read() {
        try (var file = OperationDetails.class.getResourceAsStream("operations.json")) {
            return file == null ? json.createObjectNode() : json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
