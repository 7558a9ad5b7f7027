package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.demo.DemoProperties;
import io.portolan.simulator.BankControl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How everything stands at the end of an onboarding, seen from outside: our API, what was printed, and the bank. */
final class FinishedOnboarding {

    private final int port;
    private final String said;
    private final BankControl bank;
    private final BankControl.Counts counts;
    private final JsonNode onboarding;
    private final JsonNode registration;
    private final JsonNode credentials;
    private final JsonNode tasks;
    private final JsonNode verification;
    private final boolean isSecretTheBanks;

    private FinishedOnboarding(int port, String said, BankControl bank) {
        this.port = port;
        this.said = said;
        this.bank = bank;
        this.counts = bank.counts();
        var all = get("/onboardings");
        assertThat(all.get("items")).hasSize(1);
        this.onboarding = get("/onboardings/" + all.at("/items/0/id").asText());
        this.tasks = get("/tasks");
        assertThat(onboarding.get("status").asText()).as(onboarding + "\n" + tasks + "\n" + said).isEqualTo("done");
        var registrations = get("/registrations");
        assertThat(registrations.get("items")).hasSize(1);
        var id = registrations.at("/items/0/id").asText();
        this.registration = get("/registrations/" + id);
        this.credentials = get("/registrations/" + id + "/credentials").get("items");
        this.isSecretTheBanks = lastOfTheBank("client-secret").equals(revealed(id, "client-secret"))
                && lastOfTheBank("api-key").equals(revealed(id, "api-key"));
        this.verification = get("/journal/verification");
    }

    static FinishedOnboarding of(int port, String said, BankControl bank) {
        return new FinishedOnboarding(port, said, bank);
    }

    /** One of everything at the bank, no person asked, every credential held, the access proven, the journal intact. */
    void isProven() {
        assertThat(counts.accounts()).isEqualTo(1);
        assertThat(counts.applications()).isEqualTo(1);
        assertThat(counts.subscriptions()).isEqualTo(2);
        assertThat(onboarding.get("legs")).isNotEmpty().allSatisfy(leg -> assertThat(leg.get("state").asText()).isEqualTo("done"));
        assertThat(tasks.get("items")).as("tasks for a person").isEmpty();
        assertThat(credentials.findValuesAsText("name")).containsExactlyInAnyOrder("client-id", "api-key", "client-secret");
        assertThat(credentials.findValuesAsText("state")).containsOnly("usable");
        assertThat(registration.get("standing").asText()).isEqualTo("active");
        assertThat(registration.get("proofs")).isNotEmpty().allSatisfy(proof -> assertThat(proof.get("level").asText()).isEqualTo("data"));
        assertThat(isSecretTheBanks).as("our client secret and API key are the bank's present ones").isTrue();
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
    }

    int secretsGenerated() {
        return counts.secretsGenerated();
    }

    String said() {
        return said;
    }

    private String lastOfTheBank(String kind) {
        return bank.secrets().stream().filter(secret -> secret.kind().equals(kind)).reduce((former, later) -> later).orElseThrow().value();
    }

    private String revealed(String registration, String name) {
        return answer(request("/registrations/" + registration + "/credentials/" + name + "/reveal")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"compared with the bank's\"}"))).get("value").asText();
    }

    private JsonNode get(String path) {
        return answer(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + DemoProperties.TOKEN);
    }

    private static JsonNode answer(HttpRequest.Builder request) {
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(() -> answer.uri().getPath()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
