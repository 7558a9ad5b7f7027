package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.refusal.ProblemCodes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes that the description lists for each operation, against those that its code can come to. */
class OperationCodesTest {

    static final Path FILE = Path.of("src/main/resources/io/portolan/api/operations.json");
    private static final Path ROUTES = Path.of("src/test/resources/access/routes.txt");
    private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.INDENT_OUTPUT, true);
    /** Names that are codes and are said of something else as well. */
    private static final Set<String> HANDLERS = Set.of("internal-error", "unknown-address", "method-not-allowed", "unavailable", "forbidden", "unauthenticated", "bad-request", "not-acceptable");

    /** What belongs to all TPPs together is refused to who is limited to some of them, before anything of ours is reached. */
    private static final Pattern HOUSE = Pattern.compile("[A-Z]+ /api/v1/(?:users|tokens|webhooks|journal/verification|settings)(?:/.*)?"
            + "|(?:POST|PUT|PATCH|DELETE) /api/v1/(?:banks(?:/.*)?|playbooks(?:/(?!check$).*)?|tpps)");

    @Test
    void listsForEachOperationTheCodesThatItCanComeTo() throws IOException {
        var operations = new TreeMap<String, Map<String, Set<String>>>();
        var reached = new ReachedCodes();
        for (var controller : controllers()) {
            for (var method : controller.getDeclaredMethods()) {
                var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && mapping.method().length > 0) {
                    var start = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
                    var base = start == null ? "" : start.path()[0];
                    for (var path : mapping.path().length == 0 ? new String[] {""} : mapping.path()) {
                        operations.put(mapping.method()[0] + " " + base + path, byStatus(codes(reached, method, mapping, base + path)));
                    }
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(100);
        var kept = (ObjectNode) (Files.exists(FILE) ? JSON.readTree(FILE.toFile()) : JSON.createObjectNode());
        var roles = roles();
        if (System.getProperty("update") != null) {
            write(kept, operations, roles);
        }

        var wrong = new TreeSet<String>();
        operations.forEach((operation, codes) -> {
            if (!kept.path(operation).path("codes").equals(JSON.valueToTree(codes)) || !kept.path(operation).path("roles").asText().equals(roles.get(operation))) {
                wrong.add(operation);
            }
        });
        assertThat(wrong).as("write them anew: mvn test -Dtest=OperationCodesTest -Dupdate").isEmpty();
        assertThat(kept.fieldNames()).toIterable().allMatch(operations::containsKey);
    }

    private static void write(ObjectNode kept, Map<String, Map<String, Set<String>>> operations, Map<String, String> roles) throws IOException {
        var all = JSON.createObjectNode();
        operations.forEach((operation, codes) -> {
            var one = kept.path(operation).isObject() ? (ObjectNode) kept.get(operation) : JSON.createObjectNode();
            one.put("roles", roles.get(operation));
            one.set("codes", JSON.valueToTree(codes));
            all.set(operation, one);
        });
        kept.removeAll();
        kept.setAll(all);
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, JSON.writeValueAsString(kept) + "\n");
    }

    /** Who may take which route, as the table of all routes says. */
    private static Map<String, String> roles() throws IOException {
        var roles = new TreeMap<String, String>();
        Files.readAllLines(ROUTES).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\\s+", 3)).forEach(parts -> roles.put(parts[0] + " " + parts[1], parts[2].strip()));
        return roles;
    }

    private static Set<String> codes(ReachedCodes reached, Method method, RequestMapping mapping, String path) {
        var codes = new TreeSet<>(reached.from(method));
        codes.removeAll(HANDLERS);
        if (!path.startsWith("/api/v1/approvals/")) {
            // elsewhere these are acts that the journal keeps of requests that have come to nothing
            codes.removeAll(Set.of("approval-expired", "approval-void"));
        }
        var isOpen = path.startsWith("/jwks/");
        if (HOUSE.matcher(mapping.method()[0] + " " + path).matches()) {
            codes.add("limited-to-tpps");
        }
        codes.add("too-many-calls");
        codes.add("internal-error");
        if (!isOpen) {
            codes.addAll(Set.of("not-signed-in", "not-permitted", "unknown-parameter"));
        }
        var verb = mapping.method()[0].name();
        if (!verb.equals("GET")) {
            codes.add("changed-meanwhile");
        }
        if (verb.equals("POST") && !path.endsWith("/reveal") && !path.endsWith("/tokens") && !path.startsWith("/api/v1/users")) {
            codes.addAll(Set.of("invalid-idempotency-key", "idempotency-key-in-use", "idempotency-key-reused", "body-too-large"));
        }
        if (path.contains("{")) {
            // an address that the server itself does not take
            codes.add("bad-request");
        }
        for (var parameter : method.getParameters()) {
            var body = parameter.getAnnotation(RequestBody.class);
            var asked = parameter.getAnnotation(RequestParam.class);
            if (body != null && parameter.getType().isRecord()) {
                codes.addAll(Set.of("malformed-json", "unknown-field", "wrong-type", "invalid-values", "body-too-large", "unsupported-media-type"));
                if (body.required()) {
                    codes.add("missing-body");
                }
            }
            if (parameter.isAnnotationPresent(ModelAttribute.class)) {
                codes.addAll(Set.of("bad-request", "invalid-values"));
            }
            if (asked != null) {
                codes.add("invalid-values");
            }
            if (asked != null || parameter.isAnnotationPresent(PathVariable.class) && parameter.getType() != String.class) {
                codes.add(parameter.getType() == String.class ? "invalid-values" : "invalid-parameter");
            }
            if (asked != null && asked.required() && asked.defaultValue().startsWith("\n\t\t")) {
                codes.add(parameter.getType() == String.class ? "missing-parameter" : "bad-request");
            }
        }
        if (mapping.consumes().length > 0) {
            codes.addAll(Set.of("unsupported-media-type", "body-too-large"));
        }
        return codes;
    }

    private static Map<String, Set<String>> byStatus(Set<String> codes) {
        var byStatus = new TreeMap<String, Set<String>>();
        codes.forEach(code -> ProblemCodes.of(code).statuses().forEach(status -> byStatus.computeIfAbsent(String.valueOf(status), none -> new TreeSet<>()).add(code)));
        return byStatus;
    }

    private static Set<Class<?>> controllers() throws IOException {
        try (var files = Files.list(Path.of("target/classes/io/portolan/api"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Controller.class")).map(name -> "io.portolan.api." + name.replace(".class", ""))
                    .map(OperationCodesTest::type).filter(type -> type.isAnnotationPresent(RestController.class)).collect(Collectors.toSet());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
