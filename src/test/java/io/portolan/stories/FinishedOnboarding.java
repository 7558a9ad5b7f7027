package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BankControl;

/** How everything stands at the end of an onboarding, seen from outside: our API, what was printed, and the bank. */
final class FinishedOnboarding {

    private final DemoApi api;
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
        this.api = new DemoApi(port);
        this.said = said;
        this.bank = bank;
        this.counts = bank.counts();
        var all = api.get("/onboardings");
        assertThat(all.get("items")).hasSize(1);
        this.onboarding = api.get("/onboardings/" + all.at("/items/0/id").asText());
        this.tasks = api.get("/tasks");
        assertThat(onboarding.get("status").asText()).as(onboarding + "\n" + tasks + "\n" + said).isEqualTo("done");
        var registrations = api.get("/registrations");
        assertThat(registrations.get("items")).hasSize(1);
        var id = registrations.at("/items/0/id").asText();
        this.registration = api.get("/registrations/" + id);
        this.credentials = api.get("/registrations/" + id + "/credentials").get("items");
        this.isSecretTheBanks = lastOfTheBank("client-secret").equals(api.revealed("/registrations/" + id + "/credentials/client-secret"))
                && lastOfTheBank("api-key").equals(api.revealed("/registrations/" + id + "/credentials/api-key"));
        this.verification = api.get("/journal/verification");
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
}
