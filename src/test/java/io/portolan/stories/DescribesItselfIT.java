package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the API by itself: whole, and its examples as its schemas say. What is really answered is held to it in every story. */
class DescribesItselfIT extends ApiStory {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final TreeSet<String> wrong = new TreeSet<>();

    @Test
    void saysOfEachOperationWhatItDoesWhatIsSentAndWhatIsAnswered() {
        viewer.get(API + "banks?limit=1");
        var described = Described.of("http://localhost:" + port, null).orElseThrow();
        described.description().get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            if (METHODS.contains(method.getKey())) {
                look(described, method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), method.getValue());
            }
        }));

        assertThat(wrong).isEmpty();
    }

    private void look(Described described, String said, JsonNode operation) {
        if (operation.path("summary").asText().isBlank() || operation.path("description").asText().isBlank() || operation.path("tags").isEmpty()) {
            wrong.add(said + " has no summary, description or tag");
        }
        operation.path("requestBody").path("content").fields().forEachRemaining(type -> {
            var isFile = type.getKey().startsWith("multipart");
            if (!isFile && !type.getValue().has("example") && !type.getValue().has("examples")) {
                wrong.add(said + " has no example of what is sent");
            } else if (type.getKey().endsWith("json") && type.getValue().has("example")) {
                described.wrongExample(said + " is sent", type.getValue().get("schema"), type.getValue().get("example")).ifPresent(wrong::add);
            }
        });
        operation.get("responses").fields().forEachRemaining(response -> {
            if (response.getKey().startsWith("2")) {
                response.getValue().path("content").fields().forEachRemaining(type -> {
                    if (type.getKey().endsWith("json") && !type.getValue().has("example")) {
                        wrong.add(said + " has no example of what is answered");
                    } else if (type.getKey().endsWith("json")) {
                        described.wrongExample(said + " is answered", type.getValue().path("schema"), type.getValue().get("example")).ifPresent(wrong::add);
                    }
                });
            } else if (response.getValue().path("x-codes").isEmpty()) {
                wrong.add(said + " lists no code for " + response.getKey());
            }
        });
        if (!operation.get("responses").has("429") || !operation.get("responses").has("500")) {
            wrong.add(said + " lists no problems");
        }
    }
}
