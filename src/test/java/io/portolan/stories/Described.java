package io.portolan.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Holds each answer that a story gets of the API to what the API's own description says of it, and keeps the first good one of each operation. */
final class Described {

    static final Path WALK = Path.of("target/api-walk");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Described> KNOWN = new ConcurrentHashMap<>();

    private final ObjectNode description;
    private final List<PathPattern> paths = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Described(ObjectNode description) {
        this.description = description;
        description.at("/components/schemas").fields().forEachRemaining(schema -> close(schema.getKey(), schema.getValue()));
        description.get("paths").fieldNames().forEachRemaining(path -> paths.add(PathPatternParser.defaultInstance.parse(path)));
    }

    /** That of the server at this address; the supplier fetches it once, for the first who may see it. */
    static Optional<Described> of(String base, Supplier<byte[]> text) {
        var known = KNOWN.get(base);
        if (known == null && text != null) {
            known = KNOWN.computeIfAbsent(base, none -> read(text.get()));
        }
        return Optional.ofNullable(known);
    }

    private static Described read(byte[] text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode description && description.has("paths") ? new Described(description) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a story over this. */
    static void fail(String wrong) {
        throw new AssertionError(wrong);
    }

    /** What is not as described, or nothing. */
    Optional<String> wrong(String method, String address, String body, Visitor.Answer answer) {
        var plain = address.replaceAll("[?#].*", "");
        var path = paths.stream().filter(pattern -> pattern.matches(PathContainer.parsePath(plain))).min(Comparator.naturalOrder()).map(PathPattern::getPatternString);
        var operation = path.map(found -> description.get("paths").get(found).path(method.toLowerCase(Locale.ROOT))).orElse(null);
        // what is not otherwise than before has no body, and what is no request at all the server refuses before anything of ours
        var isOurs = answer.status() != 304 && !(answer.status() == 400 && String.valueOf(answer.header("Content-Type")).startsWith("text/html"));
        if (operation == null || operation.isMissingNode() || answer.status() >= 500 || !isOurs) {
            return Optional.empty();
        }
        var said = method + " " + path.orElseThrow() + " answers " + answer.status();
        var response = operation.at("/responses/" + answer.status());
        if (answer.status() >= 400) {
            return wrongProblem(said, response, answer);
        }
        // the example of a call is what it is for
        if (answer.status() != 202 || !answer.text().contains("second-person-needed")) {
            keep(method + " " + path.orElseThrow(), body, answer);
        }
        if (response.isMissingNode()) {
            return Optional.of(said + ", which is not described");
        }
        return wrongContent(said, response.path("content"), answer);
    }

    /** What of an example is not as its schema says. */
    Optional<String> wrongExample(String said, JsonNode schema, JsonNode example) {
        return schema.has("$ref") ? errors(said, schema.get("$ref").asText(), example) : Optional.empty();
    }

    JsonNode description() {
        return description;
    }

    private Optional<String> wrongProblem(String said, JsonNode response, Visitor.Answer answer) {
        if (!String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json")) {
            return Optional.of(said + " without a problem: " + answer.text());
        }
        var code = answer.json().path("code").asText();
        for (var known : response.path("x-codes")) {
            if (known.asText().equals(code)) {
                return errors(said, "#/components/schemas/Problem", answer.json());
            }
        }
        return Optional.of(said + " with the code " + code + ", which is not described");
    }

    private Optional<String> wrongContent(String said, JsonNode content, Visitor.Answer answer) {
        if (answer.bytes().length == 0) {
            return content.isMissingNode() || content.isEmpty() ? Optional.empty() : Optional.of(said + " with nothing, though content is described");
        }
        var type = String.valueOf(answer.header("Content-Type")).replaceAll(";.*", "");
        if (content.has("*/*")) {
            return Optional.empty();
        }
        if (!content.has(type) && !(type.endsWith("json") && content.fieldNames().next().endsWith("json"))) {
            return Optional.of(said + " as " + type + ", while described are " + content.fieldNames().next());
        }
        var schema = content.iterator().next().path("schema");
        return type.endsWith("json") && schema.has("$ref") ? errors(said, schema.get("$ref").asText(), answer.json()) : Optional.empty();
    }

    private Optional<String> errors(String said, String ref, JsonNode value) {
        var errors = schemas.computeIfAbsent(ref, none -> registry.getSchema(JSON.createObjectNode().put("$ref", ref).set("components", description.get("components")))).validate(value);
        return errors.isEmpty() ? Optional.empty() : Optional.of(said + ", and not as described: " + errors.stream().limit(8).map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .distinct().collect(Collectors.joining("; ")));
    }

    /** What the description of something of ours does not name, is not to be there. */
    private static void close(String name, JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties") && !name.equals("Problem")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    private static void keep(String operation, String body, Visitor.Answer answer) {
        try {
            var file = WALK.resolve(operation.replaceAll("[^A-Za-z0-9{}.-]+", "_") + ".json");
            if (Files.exists(file) || answer.bytes().length > 200_000) {
                return;
            }
            var kept = JSON.createObjectNode().put("operation", operation).put("status", answer.status());
            if (body != null && body.startsWith("{")) {
                kept.set("request", JSON.readTree(body));
            }
            var type = answer.header("Content-Type");
            if (type != null && answer.bytes().length > 0) {
                kept.put("type", type.replaceAll(";.*", ""));
                kept.set("response", type.contains("json") ? answer.json() : JSON.getNodeFactory().textNode(type.startsWith("text") || type.contains("yaml") || type.contains("xml")
                        ? new String(answer.bytes(), StandardCharsets.UTF_8) : ""));
            }
            Files.createDirectories(WALK);
            Files.writeString(file, kept.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
