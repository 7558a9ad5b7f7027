package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.simulator.keycloak.KeycloakPeople;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Machines that a real Keycloak gives tokens for themselves, at the API. */
@ResourceLock("keycloak")
class TakesTokensOfTheProviderIT extends ApiStory {

    @Test
    void letsAMachineDoWhatItsRolesSayAndWritesDownItsClient() {
        var keycloak = KeycloakPeople.running();
        var client = "reports-" + UUID.randomUUID();
        keycloak.machine(client, true, List.of("portolan-operator"), List.of("*"));
        var machine = Visitor.withToken(port, keycloak.token(client));

        var begun = machine.post(API + "onboardings", wish(aTpp()));

        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(journal.of(begun.json().get("id").asText())).anySatisfy(entry -> assertThat(entry.act().actor()).isEqualTo("client:" + client));
        problem(machine.get(API + "tokens"), 403, "not-permitted");
    }

    @Test
    void limitsAMachineToItsTpps() {
        var keycloak = KeycloakPeople.running();
        var own = aTpp();
        var client = "limited-" + UUID.randomUUID();
        keycloak.machine(client, true, List.of("portolan-gateway"), List.of(own));
        var live = awaitStatus(start(own, "AIS").id(), Status.DONE);
        var foreign = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);
        var gateway = Visitor.withToken(port, keycloak.token(client));

        assertThat(ok(gateway.get(API + "registrations?limit=200")).get("items").findValuesAsText("id")).containsExactly(live.registration());
        assertThat(ok(gateway.post(API + "registrations/" + live.registration() + "/credentials/client-secret/reveal", "{\"reason\": \"to call the bank\"}"))
                .get("value").asText()).isEqualTo("secret-of-client-secret");
        problem(gateway.post(API + "registrations/" + foreign.registration() + "/credentials/client-secret/reveal", "{\"reason\": \"to call the bank\"}"), 404, "unknown-registration");
        assertThat(journal.of(live.registration())).anySatisfy(entry -> {
            assertThat(entry.act().name()).contains("reveal");
            assertThat(entry.act().actor()).isEqualTo("client:" + client);
        });
        problem(gateway.get(API + "onboardings"), 403, "not-permitted");
    }

    @Test
    void refusesATokenForAnotherAndOneWithoutARole() {
        var keycloak = KeycloakPeople.running();
        var elsewhere = "elsewhere-" + UUID.randomUUID();
        var bare = "bare-" + UUID.randomUUID();
        keycloak.machine(elsewhere, false, List.of("portolan-operator"), List.of("*"));
        keycloak.machine(bare, true, List.of(), List.of("*"));

        for (var token : List.of(keycloak.token(elsewhere), keycloak.token(bare), keycloak.token(elsewhere).replaceFirst("\\.[^.]*$", "."))) {
            var refused = Visitor.withToken(port, token).get(API + "banks");
            problem(refused, 401, "not-signed-in");
            assertThat(refused.header("WWW-Authenticate")).contains("Bearer", "error=\"invalid_token\"");
        }
    }
}
