package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Banks of which too little is known for a playbook, by the API. */
class KnownBanksApiIT extends ApiStory {

    @Test
    void listsThemAmongTheBanksWithWhatIsMissing() {
        var banks = ok(viewer.get(API + "banks?limit=200")).get("items");

        assertThat(banks).extracting(bank -> bank.get("id").asText()).isSorted().contains("de-commerzbank", "nl-abn-amro");
        var known = one(banks, "nl-abn-amro");
        assertThat(known.get("known").asBoolean()).isTrue();
        assertThat(known.get("missing")).extracting(JsonNode::asText).contains("Where the API begins in production.");
        assertThat(one(banks, "de-commerzbank").get("known").asBoolean()).isFalse();
    }

    @Test
    void tellsWhatIsKnownOfOne() {
        var bank = ok(viewer.get(API + "banks/nl-abn-amro"));

        assertThat(bank.get("portal").asText()).isEqualTo("https://developer.abnamro.com");
        assertThat(bank.at("/procedures/renew-certificate/downtime").asText()).isEqualTo("15 to 30 minutes");
        assertThat(bank.at("/known/by")).extracting(JsonNode::asText).containsExactly("portal");
        assertThat(bank.at("/known/certificates/QWAC").asText()).isEqualTo("needed");
        assertThat(bank.at("/known/credentials").has("api-key")).isTrue();
        assertThat(bank.at("/known/environments/sandbox/addresses/token").asText()).startsWith("https://auth-sandbox.connect.abnamro.com");
        assertThat(bank.at("/known/missing")).isNotEmpty();
        assertThat(ok(viewer.get(API + "banks/es-bankinter")).at("/known/coveredBy").asText()).isEqualTo("es-redsys");
        assertThat(ok(viewer.get(API + "banks/de-commerzbank")).hasNonNull("known")).isFalse();
    }

    private static JsonNode one(JsonNode banks, String id) {
        for (var bank : banks) {
            if (bank.get("id").asText().equals(id)) {
                return bank;
            }
        }
        throw new AssertionError("there is no bank " + id);
    }
}
