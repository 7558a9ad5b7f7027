package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.demo.DemoProperties;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The API of a demo that runs in another JVM. */
record DemoApi(int port) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode get(String path) {
        return answer(request(path).GET());
    }

    /** The value of a credential, which is journalled. */
    String revealed(String credential) {
        return post(credential + "/reveal", Map.of("reason", "compared with the bank's")).get("value").asText();
    }

    JsonNode post(String path, Map<String, Object> asked) {
        return answer(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(asked).toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + DemoProperties.TOKEN);
    }

    private static JsonNode answer(HttpRequest.Builder request) {
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(() -> answer.uri().getPath() + " " + answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
