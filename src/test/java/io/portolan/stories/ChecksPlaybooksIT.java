package io.portolan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tools for whoever writes playbooks, on pages and by API; nothing that is checked or imported is kept. */
class ChecksPlaybooksIT extends ApiStory {

    private static final Path QUAY = Path.of("src/test/resources/stories/xx-quay.yaml");
    private static final Path RECORDING = Path.of("src/test/resources/recordings/sign-up.json");
    private static final String PASSWORD = "Tr0ub4dor&3xyz";

    private static String quay() throws IOException {
        return Files.readString(QUAY);
    }

    private Visitor.Answer uploaded(Visitor person, String path, Map<String, String> fields, String field, String name, byte[] body) {
        var all = new TreeMap<>(fields);
        all.put("_csrf", person.csrf("/banks/check"));
        return person.upload("POST", path, all, field, name, body);
    }

    @Test
    void tellsAllProblemsOfAPlaybookBesideItsText() throws IOException {
        var person = admin();
        assertThat(person.get("/banks").text()).contains("/banks/check");
        var broken = quay().replace("confidence:", "confidance:").replaceFirst("kind: test", "kind: tset").replace("xx-quay", "xx-quay-<b>");

        var pasted = uploaded(person, "/banks/check", Map.of("about", "playbook", "text", broken.replace("<b>", "new").replace("\n", "\r\n")), "file", "", new byte[0]);

        assertThat(pasted.status()).isEqualTo(200);
        assertThat(pasted.header("Cache-Control")).contains("no-store");
        assertThat(pasted.text()).contains("in xx-quay-new.yaml", "Did you mean <code>confidence</code>", "Did you mean <code>test</code>", "class=\"line is-wrong\"", "confidance: ")
                .containsPattern("href=\"#checked-text-[0-9]+\">Line [0-9]+, column [0-9]+").doesNotContain("taken into use as it is");
        assertThat(viewer.get(API + "banks/xx-quay-new").status()).as("nothing is kept").isEqualTo(404);

        var file = uploaded(person, "/banks/check", Map.of("about", "playbook"), "file", "xx-<script>.yaml", "bank: <script>alert(1)</script>".getBytes(UTF_8));
        assertThat(file.text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(uploaded(person, "/banks/check", Map.of(), "file", "xx-huge.yaml", "x".repeat(10_000_000).getBytes(UTF_8)).text()).contains("1 problem", "more than").hasSizeLessThan(50_000);
        var none = uploaded(person, "/banks/check", Map.of("text", " "), "file", "", new byte[0]);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Paste a playbook, or choose its file.");
        assertThat(Visitor.nobody(port).get("/banks/check").status()).isNotEqualTo(200);
    }

    @Test
    void explainsAndDrawsWhatCanBeRead() throws IOException {
        var person = admin();
        var good = uploaded(person, "/banks/check", Map.of("about", "playbook"), "file", "xx-quay.yaml", quay().getBytes(UTF_8)).text();
        assertThat(good).contains("No problem", "It would be taken into use as it is.", "data-model=\"model-1\"", "id=&quot;onboard-xx-quay-sandbox", "Create the application");
        var known = Files.readAllBytes(Path.of("bank-playbooks/known/nl-abn-amro.yaml"));
        assertThat(uploaded(person, "/banks/check", Map.of("about", "known-bank"), "file", "nl-abn-amro.yaml", known).text()).contains("No problem").doesNotContain("data-model");

        var checked = operator.post(API + "playbooks/check?name=xx-quay.yaml", quay());
        assertThat(checked.header("Cache-Control")).contains("no-store");
        assertThat(checked.json().get("ok").asBoolean()).as(checked.toString()).isTrue();
        assertThat(checked.json().at("/routes/0/model").asText()).contains("BPMNDiagram");
        assertThat(checked.json().at("/routes/0/explanation").findValuesAsText("heading")).isNotEmpty();
        var wrong = operator.post(API + "playbooks/check", quay().replace("confidence:", "confidance:")).json();
        assertThat(wrong.get("problems")).extracting(each -> each.path("suggestion").asText()).contains("confidence");
        assertThat(wrong.get("routes")).isEmpty();
        problem(operator.post(API + "playbooks/check?about=nothing", quay()), 422, "invalid-values");
        problem(viewer.post(API + "playbooks/check", quay()), 403, "not-permitted");
    }

    @Test
    void draftsALegFromARecordingWithoutWhatWasTyped() throws IOException {
        var person = admin();
        var recording = Files.readAllBytes(RECORDING);
        assertThat(new String(recording, UTF_8)).contains(PASSWORD);

        var page = uploaded(person, "/banks/check/recording", Map.of("bank", "at-reefbank"), "recording", "sign-up.json", recording);
        assertThat(page.text()).contains("in at-reefbank.yaml", "To be decided by a person", "# DECIDE: ", "fill: {label: Password, with: &#39;{{account.password}}&#39;}").doesNotContain(PASSWORD);
        assertThat(uploaded(person, "/banks/check/recording", Map.of("bank", "Reef Bank"), "recording", "sign-up.json", recording).text()).contains("Write the id of the bank as country");
        var two = new String(recording, UTF_8) + "\r\n--limit\r\nContent-Disposition: form-data; name=\"recording\"; filename=\"log-in.json\"\r\n\r\n"
                + Files.readString(RECORDING.resolveSibling("log-in-and-create.json"));
        assertThat(uploaded(person, "/banks/check/recording", Map.of(), "recording", "sign-up.json", two.getBytes(UTF_8)).text()).contains("made from 2 recordings").doesNotContain(PASSWORD);
        var none = uploaded(person, "/banks/check/recording", Map.of(), "recording", "sign-up.js", ("const password = '" + PASSWORD + "';").getBytes(UTF_8));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Line 1, column", "this is not JSON").doesNotContain(PASSWORD);

        var draft = operator.post(API + "playbooks/import?bank=at-reefbank&tpp=" + aTpp(), new String(recording, UTF_8));
        assertThat(draft.status()).as(draft.toString()).isEqualTo(200);
        assertThat(draft.json().get("yaml").asText()).contains("bank: at-reefbank").doesNotContain(PASSWORD);
        var lines = draft.json().get("yaml").asText().lines().toList();
        for (JsonNode decision : draft.json().get("decisions")) {
            assertThat(lines.get(decision.get("line").asInt() - 1)).contains("# DECIDE: " + decision.get("what").asText());
        }
        problem(operator.post(API + "playbooks/import", "{\"password\": \"" + PASSWORD + "\"}"), 422, "unreadable-recording");
        problem(operator.post(API + "playbooks/import?bank=Reef", "{}"), 422, "invalid-values");
        problem(operator.post(API + "playbooks/import?tpp=nobody", "{}"), 404, "unknown-tpp");
    }

    @Test
    void showsPlaybooksOfBanksInEachVersionAndInSentences() throws IOException {
        var person = admin();
        var bank = "xx-quay-in-versions";
        putPlaybook(bank, quay().replace("xx-quay", bank));
        ok(operator.post(API + "banks/reload", ""));
        var first = ok(viewer.get(API + "banks/" + bank)).get("playbookVersion").asText();
        putPlaybook(bank, quay().replace("xx-quay", bank).replaceFirst("checked-on: \\S+", "checked-on: 2026-10-31"));
        ok(operator.post(API + "banks/reload", ""));
        var second = ok(viewer.get(API + "banks/" + bank)).get("playbookVersion").asText();

        assertThat(person.get("/banks/" + bank).text()).contains("/banks/" + bank + "/playbook", "/banks/" + bank + "/explain", ".bpmn\"");
        assertThat(person.get("/banks/" + bank + "/playbook").text()).contains(second, "checked-on: 2026-10-31", "in use", "earlier", "?version=" + first);
        assertThat(person.get("/banks/" + bank + "/playbook?version=" + first).text()).contains(first).doesNotContain("2026-10-31");
        assertThat(person.get("/banks/" + bank + "/playbook?version=" + "0".repeat(64)).status()).isEqualTo(404);
        assertThat(person.get("/banks/" + bank + "/playbook.yaml?version=" + first).header("Content-Disposition")).contains(bank + ".yaml");
        var told = person.get("/banks/" + bank + "/explain?environment=sandbox").text();
        assertThat(told).contains("explained", "sandbox", "Create the application", "Afterwards");
        assertThat(person.get("/banks/" + bank + "/explain?environment=nowhere").status()).isEqualTo(404);
        assertThat(person.get("/banks/nl-abn-amro/explain").text()).contains("By hand and unverified");

        assertThat(viewer.get(API + "banks/" + bank + "/playbook").header("Playbook-Version")).isEqualTo(second);
        assertThat(viewer.get(API + "banks/" + bank + "/playbook?version=" + first).text()).contains("bank: " + bank).doesNotContain("2026-10-31");
        assertThat(ok(viewer.get(API + "banks/" + bank + "/playbook/versions")).get("items").findValuesAsText("version")).containsExactly(second, first);
        assertThat(ok(viewer.get(API + "banks/" + bank + "/explanation?environment=sandbox")).at("/routes/0/environment").asText()).isEqualTo("sandbox");
        problem(viewer.get(API + "banks/" + bank + "/explanation?route=none"), 404, "unknown-route");
        assertThat(viewer.get(API + "banks/" + bank + "/environments/sandbox/routes/default/model").text()).contains("id=\"onboard-" + bank + "-sandbox\"", "BPMNDiagram");
        problem(viewer.get(API + "banks/" + bank + "/environments/sandbox/routes/none/model"), 404, "unknown-route");
        problem(viewer.get(API + "banks/xx-nowhere/playbook"), 404, "unknown-bank");
    }
}
