package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people see of banks without a playbook: what is known, how one is named, and that all of it is by hand. */
class StartsByHandByPageIT extends ApiStory {

    private static String named() {
        return "Bank of " + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "q").substring(0, 12);
    }

    @Test
    void briefsOnWhatIsKnownAndOnWhatIsMissing() {
        var person = admin();
        var page = person.get("/banks/nl-abn-amro").text();

        assertThat(page).contains("no playbook yet: by hand", "What nobody has found out yet", "Where the API begins in production.", "at a developer portal",
                "https://developer.abnamro.com", "QSealC: named by Yapily", "api key: from the portal", "not known", "https://api-sandbox.abnamro.com/v1",
                "15 to 30 minutes", "Odd, and meant so", "https://docs.yapily.com/institution-configurations/netherlands/ABN-AMRO", "Start by hand",
                "environment=sandbox#findings-title", "environment=production#findings-title", "From our people").doesNotContain("Rehearsed", "Proven at the bank");
        assertThat(person.get("/banks/nl-abn-amro/environments/sandbox/routes/by-hand-unverified/diagram").text()).contains("id=\"find-portal\"", "BPMNDiagram");
        assertThat(page).contains("/banks/nl-abn-amro/playbook\"", "/banks/nl-abn-amro/explain\"", "explain?environment=production&amp;route=by-hand-unverified",
                "onboard-nl-abn-amro-production-by-hand-unverified.bpmn", "/banks/check\"");
        assertThat(person.get("/banks/nl-abn-amro/playbook").text()).contains("This bank has no playbook yet", "by-hand-unverified");
        assertThat(person.get("/banks/nl-abn-amro/explain?environment=production&route=by-hand-unverified").text()).contains("By hand and unverified");
        assertThat(person.get("/banks?q=abn").text()).contains("/banks/nl-abn-amro", "by hand");
        var covered = ok(viewer.get(API + "banks?limit=200&asks=registration")).get("items").findValuesAsText("id").stream()
                .filter(id -> person.get("/banks/" + id).text().contains("Covered by the registration at")).findFirst().orElseThrow();
        assertThat(person.get("/banks/" + covered).text()).contains("/banks/es-redsys", "Redsys");
        assertThat(person.get("/banks/xx-nowhere").status()).isEqualTo(404);
    }

    @Test
    void takesInABankThatAPersonNames() {
        var person = admin();
        var name = named();
        assertThat(person.get("/banks?q=" + name.replace(' ', '+')).text()).contains("/banks/new?name=");
        assertThat(person.get("/onboardings/new").text()).contains("/banks/new");

        var wrong = person.submit("/banks/new", "/banks", Map.of("name", "", "country", "", "portal", "portal.bank.example"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("It cannot be taken in like this", "id=\"name-wrong\"", "id=\"country-wrong\"", "id=\"portal-wrong\"", "portal.bank.example");

        var alike = person.submit("/banks/new", "/banks", Map.of("name", "Rabo Bank Nederland", "country", "NL"));
        assertThat(alike.status()).isEqualTo(200);
        assertThat(person.submit("/banks/new", "/banks", Map.of("name", "Rabobank", "country", "NL")).text()).contains("Is it one of these?", "/onboardings/new?bank=nl-rabobank");

        var taken = person.submit("/banks/new", "/banks", Map.of("name", name, "country", "LU", "portal", "https://portal.bank.example"));
        assertThat(taken.status()).isEqualTo(302);
        var bank = taken.header("Location").replaceFirst(".*bank=", "");
        assertThat(person.get("/onboardings/new?bank=" + bank).text()).contains("is taken in as " + bank).containsPattern("value=\"" + bank + "\"[^>]*selected");
        assertThat(person.get("/banks/" + bank).text()).contains(name, "All but its name", "https://portal.bank.example", "Nobody is named");
        var again = person.submit("/banks/new", "/banks", Map.of("name", name, "country", "LU", "none", "true"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Is it one of these?", "/banks/" + bank);
    }

    @Test
    void correctsAndWithdrawsABankThatAPersonNamed() {
        var person = admin();
        var name = named();
        var bank = person.submit("/banks/new", "/banks", Map.of("name", name, "country", "LU", "none", "true")).header("Location").replaceFirst(".*bank=", "");
        assertThat(person.get("/banks/" + bank).text()).contains("A person has named this bank", "/banks/" + bank + "/correction").doesNotContain("corrected by");
        assertThat(person.get("/banks/nl-abn-amro").text()).doesNotContain("A person has named this bank");
        var page = "/banks/" + bank + "/correction";
        assertThat(person.get(page).text()).contains("value=\"" + name + "\"", "Withdraw " + name);
        assertThat(person.get("/banks/nl-abn-amro/correction").status()).isEqualTo(409);

        var wrong = person.submit(page, page, Map.of("name", "", "country", "LU", "version", "0"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("It cannot be corrected like this", "id=\"name-wrong\"");
        var corrected = person.submit(page, page, Map.of("name", name + " SA", "country", "LU", "version", "0"));
        assertThat(corrected.header("Location")).endsWith("/banks/" + bank);
        assertThat(person.get("/banks/" + bank).text()).contains(name + " SA is corrected.", "corrected by");
        var late = person.submit(page, page, Map.of("name", "Too late", "country", "LU", "version", "0"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Somebody else has corrected", "Too late");

        person.submit("/banks/" + bank, "/banks/" + bank + "/notes", Map.of("text", "Ask first."));
        var kept = person.submit(page, "/banks/" + bank + "/withdrawal", Map.of());
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.text()).contains("our people keep 1 note there");
        var other = person.submit("/banks/new", "/banks", Map.of("name", named(), "country", "LU", "none", "true")).header("Location").replaceFirst(".*bank=", "");
        assertThat(person.submit("/banks/" + other + "/correction", "/banks/" + other + "/withdrawal", Map.of()).header("Location")).endsWith("/banks");
        assertThat(person.get("/banks").text()).contains("is withdrawn.");
        assertThat(person.get("/banks/" + other).status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsByHandAndShowsTheDraft() {
        var person = admin();
        assertThat(person.get("/banks/nl-rabobank/draft").text()).contains("Nothing was recorded by hand here");
        assertThat(person.get("/banks/xx-nowhere/draft").status()).isEqualTo(404);
        var started = operator.post(API + "onboardings", wish(aTpp()).replace("xx-quay", "nl-abn-amro"));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var id = started.json().get("id").asText();
        ok(complete(awaitTask(id).id(), "{\"outcome\": \"done\", \"values\": {\"portal-says\": \"Licence first.\"}}"));

        assertThat(person.get("/onboardings?bank=nl-abn-amro").text()).contains("ABN AMRO", "by hand");
        assertThat(person.get("/onboardings/" + id).text()).contains("by hand", "/banks/nl-abn-amro/draft?onboarding=" + id);
        assertThat(person.get("/banks/nl-abn-amro").text()).contains("See the draft so far");
        var draft = person.get("/banks/nl-abn-amro/draft?onboarding=" + id).text();
        assertThat(draft).contains("To be decided by a person", "Which certificates the bank needs", "Licence first.", "draft.yaml?onboarding=" + id);
        var file = person.get("/banks/nl-abn-amro/draft.yaml?onboarding=" + id);
        assertThat(file.header("Content-Disposition")).contains("attachment", "nl-abn-amro.yaml");
        assertThat(file.text()).startsWith("# A draft");
    }
}
