package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.journal.Act;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What our people add to a bank: notes, people there, documents, by API and page; the playbook stays as it is. */
class KeepsBankFoldersIT extends ApiStory {

    private static final String QUAY = API + "banks/xx-quay/";
    private static final byte[] PDF = "%PDF-1.7 our contract".getBytes(StandardCharsets.US_ASCII);

    @Test
    void keepsNotesAndPeopleAndTellsTheJournal() {
        var version = ok(viewer.get(API + "banks/xx-quay")).get("playbookVersion").asText();
        var note = operator.post(QUAY + "notes", "{\"text\": \" They answer on Mondays. \"}");
        assertThat(note.status()).isEqualTo(201);
        assertThat(note.json().get("author").asText()).startsWith("token:api-");
        assertThat(ok(viewer.get(QUAY + "notes")).get("items").findValuesAsText("text")).contains("They answer on Mondays.");
        var contact = operator.post(QUAY + "contacts", "{\"role\": \"certificates\", \"name\": \"Ms Quay\", \"eMail\": \"quay@bank.example\", \"phone\": \"+43 1 234-5\"}");
        assertThat(contact.status()).as(contact.toString()).isEqualTo(201);
        assertThat(ok(viewer.get(QUAY + "contacts")).get("items").findValuesAsText("eMail")).contains("quay@bank.example");
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().detail())
                .contains("xx-quay: They answer on Mondays.", "xx-quay: certificates, Ms Quay, quay@bank.example, +43 1 234-5");

        var address = QUAY + "notes/" + note.json().get("id").asLong();
        assertThat(operator.call("DELETE", address, null).status()).isEqualTo(204);
        problem(operator.call("DELETE", address, null), 404, "unknown-note");
        assertThat(operator.call("DELETE", QUAY + "contacts/" + contact.json().get("id").asLong(), null).status()).isEqualTo(204);
        problem(operator.call("DELETE", API + "banks/nl-rabobank/contacts/" + contact.json().get("id").asLong(), null), 404, "unknown-contact");
        assertThat(ok(viewer.get(API + "banks/xx-quay")).get("playbookVersion").asText()).isEqualTo(version);
    }

    @Test
    void takesNothingThatItCannotKeep() {
        problem(viewer.post(QUAY + "notes", "{\"text\": \"x\"}"), 403, "not-permitted");
        problem(operator.post(API + "banks/xx-nowhere/notes", "{\"text\": \"x\"}"), 404, "unknown-bank");
        problem(viewer.get(API + "banks/xx-nowhere/documents"), 404, "unknown-bank");
        problem(operator.post(QUAY + "notes", "{\"text\": \"  \"}"), 422, "missing-values");
        problem(operator.post(QUAY + "notes", "{\"text\": \"" + "x".repeat(10_001) + "\"}"), 422, "invalid-values");
        problem(operator.post(QUAY + "contacts", "{\"name\": \"Ms Quay\"}"), 422, "missing-values");
        problem(operator.post(QUAY + "contacts", "{\"role\": \"support\"}"), 422, "missing-values");
        problem(operator.post(QUAY + "contacts", "{\"role\": \"support\", \"eMail\": \"quay\"}"), 422, "invalid-values");
        var script = problem(operator.post(QUAY + "contacts", "{\"role\": \"support\", \"url\": \"javascript:alert(1)\"}"), 422, "invalid-values");
        assertThat(script.at("/fields/url").asText()).isEqualTo("an address that begins with https://");
        problem(operator.upload(QUAY + "documents", "file", "empty.pdf", new byte[0]), 422, "missing-values");
        problem(operator.upload(QUAY + "documents", "file", "run.exe", new byte[] {'M', 'Z', 0, 1, 2, 3}), 422, "invalid-document");
        problem(viewer.upload(QUAY + "documents", "file", "contract.pdf", PDF), 403, "not-permitted");
        problem(viewer.get(QUAY + "documents/999999"), 404, "unknown-document");
    }

    @Test
    void keepsDocumentsByWhatTheyAre() {
        var kept = operator.upload(QUAY + "documents", "file", "../con\u202Etract.pdf", PDF);
        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
        assertThat(kept.json().get("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(kept.json().get("name").asText()).isEqualTo("contract.pdf");
        var file = viewer.get(kept.json().get("href").asText());
        assertThat(file.bytes()).isEqualTo(PDF);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        var page = operator.upload(QUAY + "documents", "file", "page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.json().get("mediaType").asText()).as("nothing that a browser would run").isEqualTo("text/plain");
        for (JsonNode each : ok(viewer.get(QUAY + "documents")).get("items")) {
            assertThat(operator.call("DELETE", each.get("href").asText(), null).status()).isEqualTo(204);
        }
        assertThat(ok(viewer.get(QUAY + "documents")).get("items")).isEmpty();
        problem(viewer.get(kept.json().get("href").asText()), 404, "unknown-document");
    }

    @Test
    void letsAllOfThatBeDoneOnThePage() {
        var person = admin();
        var page = "/banks/xx-quay";
        assertThat(person.submit(page, page + "/notes", Map.of("text", "Call before noon <b>")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("The note is kept.", "Call before noon &lt;b&gt;");
        var refused = person.submit(page, page + "/contacts", Map.of("role", "desk", "name", "Mr Pier", "eMail", "pier"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("an address such as psd2@bank.example", "value=\"Mr Pier\"", "value=\"pier\"");
        assertThat(person.submit(page, page + "/contacts", Map.of("role", "desk", "name", "Mr Pier")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("desk", "Mr Pier");
        assertThat(person.submit(page, page + "/notes", Map.of("text", " ")).text()).contains("Nothing is written.");
        for (var contact : ok(viewer.get(QUAY + "contacts")).get("items")) {
            assertThat(person.submit(page, page + "/contacts/" + contact.get("id").asLong() + "/removal", Map.of()).status()).isEqualTo(302);
        }
        assertThat(person.get(page).text()).doesNotContain("Mr Pier");
        assertThat(person.submit(page, page + "/notes/999999/removal", Map.of()).status()).isEqualTo(404);
    }
}
