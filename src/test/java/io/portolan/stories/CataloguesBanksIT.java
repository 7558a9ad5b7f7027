package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.onboarding.Onboarding.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The catalogue: banks are found by what they ask and by how we stand with them, by API and page. */
class CataloguesBanksIT extends ApiStory {

    private Iterable<String> ids(String query) {
        return ok(viewer.get(API + "banks?limit=200&" + query)).get("items").findValuesAsText("id");
    }

    private JsonNode only(String query) {
        var items = ok(viewer.get(API + "banks?limit=200&" + query)).get("items");
        assertThat(items).as(query).hasSize(1);
        return items.get(0);
    }

    private String aBank(String text) {
        var bank = "xx-quay-" + UUID.randomUUID().toString().substring(0, 8);
        putPlaybook(bank, text.replace("xx-quay", bank));
        ok(operator.post(API + "banks/reload", ""));
        return bank;
    }

    private static String quay() throws IOException {
        return Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml"));
    }

    @Test
    void findsBanksByWhatTheyAreAndAsk() {
        assertThat(only("q=BYLADEM1001").get("id").asText()).isEqualTo("de-dkb");
        var dkb = only("q=dkb&country=de&standard=berlin-group-nextgenpsd2&means=api&asks=certificate&state=none");
        assertThat(dkb.get("asks")).extracting(JsonNode::asText).containsExactly("certificate");
        assertThat(dkb.get("recheck").asBoolean()).isFalse();
        assertThat(ids("q=dkb&asks=approval")).isEmpty();
        assertThat(ids("country=NL&asks=portal")).contains("nl-rabobank", "nl-abn-amro").doesNotContain("nl-ing");
        assertThat(only("q=abn%20amro").get("known").asBoolean()).isTrue();
        assertThat(ids("q=nothing-is-called-so")).isEmpty();
        problem(viewer.get(API + "banks?asks=money"), 422, "invalid-values");
        problem(viewer.get(API + "banks?state=married"), 422, "invalid-values");
    }

    @Test
    void findsBanksByHowWeStandWithThem() throws IOException {
        var bank = aBank(quay());
        assertThat(only("q=" + bank).get("states")).extracting(JsonNode::asText).containsExactly("none");
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, bank, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(ids("state=under-way&q=" + bank)).containsExactly(bank);
        assertThat(ids("state=none&q=" + bank)).isEmpty();
        assertThat(admin().get("/banks/" + bank).text()).contains("/onboardings/" + id, "Under way");

        ok(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \"Enough seen.\"}"));
        awaitStatus(id, Status.WITHDRAWN);
        assertThat(only("q=" + bank).get("states")).extracting(JsonNode::asText).containsExactly("ended");

        assertThat(admin().get("/banks/" + bank).text()).contains("not in this version", "not yet: no call of ours has shown it");
        awaitStatus(startAt(aTpp(), bank, "AIS").id(), Status.DONE);
        assertThat(only("q=" + bank).get("states")).extracting(JsonNode::asText).containsExactly("tried");
    }

    @Test
    void showsTheSameOnThePageByItsAddress() {
        var person = admin();
        assertThat(person.get("/banks").text()).contains("DKB Deutsche Kreditbank", "Rabobank", "ABN AMRO");
        var some = person.get("/banks?q=dkb&country=DE&means=api&asks=certificate").text();
        assertThat(some).contains("1 of ", "/banks/de-dkb", "value=\"dkb\"").containsPattern("value=\"DE\"[^>]*selected").doesNotContain("Rabobank");
        assertThat(person.get("/banks?q=nothing-is-called-so").text()).contains("No bank is like that", "Show all");
        assertThat(person.get("/banks?asks=odd&state=odd").text()).as("an odd address shows all").contains("Rabobank");
    }

    @Test
    void briefsWhoeverIsToGetIn() {
        var person = admin();
        var page = person.get("/banks/nl-rabobank").text();
        assertThat(page).contains("What must be there first", "A QWAC for TLS and upload", "environment=production#findings-title", "Seen: as documented by the bank",
                "Whom to ask", "Renewal, and what else comes later", "/banks/nl-rabobank/environments/sandbox/routes/default/diagram", "Register the application",
                "It is given", "client secret (to the vault)", "https://developer.rabobank.nl/faq");
        var drawn = person.get("/banks/nl-rabobank/environments/sandbox/routes/default/diagram");
        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.text()).contains("id=\"create-application\"", "BPMNDiagram");
        assertThat(person.get("/banks/nl-rabobank/environments/sandbox/routes/other/diagram").status()).isEqualTo(404);
        assertThat(person.get("/banks/nl-rabobank/environments/elsewhere/routes/default/diagram").status()).isEqualTo(404);
    }

    @Test
    void saysWhereFactsAreOldAndWhereAFileIsBroken() throws IOException {
        var text = quay().replaceFirst("checked-on: \\S+", "checked-on: 2024-01-31");
        var bank = aBank(text);
        assertThat(only("q=" + bank).get("recheck").asBoolean()).isTrue();
        assertThat(ok(viewer.get(API + "banks/" + bank)).get("recheck").asBoolean()).isTrue();
        var person = admin();
        assertThat(person.get("/banks?q=" + bank).text()).contains("recheck");
        assertThat(person.get("/banks/" + bank).text()).contains("recheck: its facts are older than a year");

        putPlaybook(bank, text.replace("confidence:", "confidance:").replace("xx-quay", bank));
        ok(operator.post(API + "banks/reload", ""));
        try {
            assertThat(person.get("/banks/" + bank).text()).contains("The file of this playbook is broken.", "did you mean");
            var health = ok(viewer.get("/actuator/health"));
            assertThat(health.get("status").asText()).as("no reason to restart").isEqualTo("UP");
            assertThat(health.at("/components/playbooks/status").asText()).isEqualTo("BROKEN_FILES");
            assertThat(health.at("/components/playbooks/details/problems").toString()).contains(bank + ".yaml:");
            assertThat(ok(Visitor.nobody(port).get("/actuator/health")).has("components")).isFalse();
        } finally {
            putPlaybook(bank, text.replace("xx-quay", bank));
            ok(operator.post(API + "banks/reload", ""));
        }
        assertThat(ok(viewer.get("/actuator/health")).at("/components/playbooks/details/problems").toString()).doesNotContain(bank);
    }

    @Test
    void tellsWhatWasRehearsedApartFromWhatWasProven() throws IOException {
        var untried = "xx-untried";
        putPlaybook(untried, Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", untried).replace("quay-portal", untried));
        ok(operator.post(API + "banks/reload", ""));
        awaitStatus(startAt(aTpp(), untried, "AIS").id(), Status.DONE);
        var person = admin();
        var proven = person.get("/banks/" + untried).text();
        assertThat(proven).contains("Proven at the bank", "not in this version").doesNotContain("not yet: no call of ours has shown it");

        var table = person.get("/banks/coverage").text();
        assertThat(table).contains("that proves its form and not that the bank is so", "/banks/xx-quay", "/banks/nl-rabobank", "Sign-up: ", "Known, without a playbook");
        var rabobank = table.substring(table.indexOf("/banks/nl-rabobank"));
        assertThat(rabobank.substring(0, rabobank.indexOf("</tr>"))).contains("sandbox", "production", "asks 2 facts", "Verified from source", "<td>no</td>");
    }
}
