package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Act;
import org.junit.jupiter.api.Test;

class PortalAccountsApiIT extends ApiStory {

    @Test
    void adoptsAnAccountAndNeverGivesItsSecretsAway() {
        var tpp = aTpp();
        var body = "{\"tpp\": \"" + tpp + "\", \"portal\": \"harbour-developer\", \"environment\": \"production\","
                + " \"login\": \"banks@lantern.example\", \"password\": \"pass-4711-word\", \"totp\": \"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}";
        problem(viewer.post(API + "portal-accounts", body), 403, "not-permitted");

        var adopted = operator.post(API + "portal-accounts", body);

        assertThat(adopted.status()).isEqualTo(201);
        assertThat(adopted.json().get("secondFactor").asText()).isEqualTo("totp");
        problem(operator.post(API + "portal-accounts", body), 409, "portal-account-exists");
        problem(operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\"}"), 422, "missing-values");
        var shown = viewer.get(API + "portal-accounts?tpp=" + tpp);
        assertThat(ok(shown).at("/items/0/login").asText()).isEqualTo("banks@lantern.example");
        assertThat(shown.text() + adopted.text()).doesNotContain("pass-4711-word", "GEZDGNBV");
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).contains("portal-account-adopted");
    }
}
