package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BankControl;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** How everything stands at the end, seen from outside: our API, what was printed, and Harbour Bank, where there is most to see. */
final class FinishedOnboarding {

    private final DemoApi api;
    private final String said;
    private final BankControl bank;
    private final BankControl.Counts counts;
    private final List<JsonNode> all;
    private final JsonNode onboarding;
    private final JsonNode registration;
    private final JsonNode credentials;
    private final List<JsonNode> tasks;
    private final JsonNode verification;
    private final boolean isSecretTheBanks;

    private FinishedOnboarding(int port, String said, BankControl bank) {
        this.api = new DemoApi(port);
        this.said = said;
        this.bank = bank;
        this.counts = bank.counts();
        this.all = KilledOnboarding.BANKS.stream().flatMap(each -> StreamSupport.stream(api.get("/onboardings?bank=" + each).get("items").spliterator(), false)).toList();
        this.tasks = KilledOnboarding.BANKS.stream().map(each -> api.get("/tasks?bank=" + each)).toList();
        var here = api.get("/onboardings?bank=xx-harbour");
        assertThat(here.get("items")).hasSize(1);
        this.onboarding = api.get("/onboardings/" + here.at("/items/0/id").asText());
        assertThat(onboarding.get("status").asText()).as(onboarding + "\n" + tasks + "\n" + said).isEqualTo("done");
        var registrations = api.get("/registrations?bank=xx-harbour");
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

    /** All are done; of Harbour Bank: one of everything there, no person asked, every credential held, the access proven; the journal intact. */
    void isProven() {
        assertThat(all).as(all + "\n" + tasks).hasSize(KilledOnboarding.BANKS.size()).allSatisfy(each -> assertThat(each.get("status").asText()).isEqualTo("done"));
        assertThat(counts.accounts()).isEqualTo(1);
        assertThat(counts.applications()).isEqualTo(1);
        assertThat(counts.subscriptions()).isEqualTo(2);
        assertThat(onboarding.get("legs")).isNotEmpty().allSatisfy(leg -> assertThat(leg.get("state").asText()).isEqualTo("done"));
        assertThat(tasks).as("tasks for a person").allSatisfy(each -> assertThat(each.get("items")).isEmpty());
        assertThat(credentials.findValuesAsText("name")).containsExactlyInAnyOrder("client-id", "api-key", "client-secret");
        assertThat(credentials.findValuesAsText("state")).containsOnly("usable");
        assertThat(registration.get("standing").asText()).isEqualTo("active");
        assertThat(registration.get("proofs")).isNotEmpty().allSatisfy(proof -> assertThat(proof.get("level").asText()).isEqualTo("data"));
        assertThat(isSecretTheBanks).as("our client secret and API key are the bank's present ones").isTrue();
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
    }

    /** The only campaign has begun all its banks: none is lost, and none has two onboardings; each begin is in the journal once. */
    void hasBegunEachBankOnce(List<String> banks) {
        var campaigns = api.get("/campaigns").get("items");
        assertThat(campaigns).hasSize(1);
        var campaign = campaigns.at("/0/id").asText();
        await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/campaigns/" + campaign).get("state").asText().equals("all-begun"));
        var items = api.get("/campaigns/" + campaign + "/items").get("items");
        assertThat(items.findValuesAsText("bank")).containsExactlyInAnyOrderElementsOf(banks);
        for (var item : items) {
            var begun = api.get("/onboardings?bank=" + item.get("bank").asText()).get("items");
            assertThat(begun).as(item.toString()).hasSize(1);
            assertThat(begun.at("/0/id").asText()).isEqualTo(item.get("onboarding").asText());
            assertThat(api.get("/onboardings/" + item.get("onboarding").asText() + "/events").get("items").findValuesAsText("act")).containsOnlyOnce("begun-by-campaign");
        }
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
