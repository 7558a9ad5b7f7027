package io.portolan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.onboarding.Onboardings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A playbook is rehearsed for whoever asks, in a process apart, and what it made up is nowhere among what is real. */
class RehearsesOnRequestIT extends ApiStory {

    private static final String REHEARSALS = API + "playbooks/rehearsals";
    private static final String SHORT = """
            bank: %s
            name: Bank of one leg
            sources: [a test]
            checked-on: 2026-11-01
            confidence: partial
            environments:
              sandbox:
                kind: test
                base-url: https://one-leg.example
                hosts: [one-leg.example]
                routes:
                  - name: default
                    legs:
                      - id: verify-access
                        stage: verify-access
                        by: operator
                        title: Call it
                        instruct: Call the API, and keep the answer.
                        evidence: the answer
            """;

    /** Only one runs at a time, and another story may have begun one. */
    private Visitor.Answer begun(String playbook) {
        return await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).until(() -> operator.post(REHEARSALS, playbook), answer -> answer.status() != 409);
    }

    /** It tells of its legs while it walks. */
    private JsonNode inBetween(String id) {
        var seen = await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).until(() -> ok(viewer.get(REHEARSALS + "/" + id)),
                now -> now.at("/progress/done").asInt() > 0);
        assertThat(seen.get("state").asText()).as("legs are told of before the end").isEqualTo("running");
        assertThat(seen.hasNonNull("told")).isFalse();
        return seen;
    }

    private JsonNode ended(String id) {
        await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).until(() -> !ok(viewer.get(REHEARSALS + "/" + id)).get("state").asText().equals("running"));
        return ok(viewer.get(REHEARSALS + "/" + id));
    }

    @Test
    void tellsWhatCameOfItAndCountsWhatIsInUseAsRehearsed() throws IOException {
        var bank = "xx-one-leg-" + UUID.randomUUID().toString().substring(0, 8);
        putPlaybook(bank, SHORT.formatted(bank));
        ok(operator.post(API + "banks/reload", ""));
        var person = admin();
        assertThat(person.get("/banks/" + bank).text()).contains("not in this version", "Rehearse it");

        var begun = begun(SHORT.formatted(bank));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        var id = begun.json().get("id").asText();
        assertThat(begun.header("Location")).endsWith("/rehearsals/" + id);
        problem(operator.post(REHEARSALS, SHORT.formatted(bank)), 409, "rehearsal-running");
        assertThat(person.get("/banks/rehearsals/" + id).text()).contains("Under way", "data-live=\"rehearsal-moved\"", "data-live-every");
        var underWay = inBetween(id);
        assertThat(underWay.at("/progress/latest").get(0).asText()).contains("sandbox/default", "verify-access");
        assertThat(underWay.at("/progress/legs").asInt()).isPositive();
        assertThat(person.get("/banks/rehearsals/" + id).text()).contains("verify-access", underWay.at("/progress/legs").asText() + " legs tried");

        var ended = ended(id);
        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("clean");
        assertThat(ended.get("told").asText()).contains(bank + ", version " + ended.get("version").asText().substring(0, 12), "verify-access", "nothing is wrong")
                .doesNotContain("/portolan-rehearsal");
        assertThat(person.get("/banks/rehearsals/" + id).text()).contains("Nothing is wrong", "(in use)", "verify-access").doesNotContain("data-live-every");
        assertThat(person.get("/banks/" + bank).text()).contains("just this version", "Rehearse it again");
        assertThat(onboardings.page(new Onboardings.Filter(null, bank, null, null), null, 1).items()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeReadAndShowsItsProblemsOnThePage() {
        problem(operator.post(REHEARSALS, "bank: xx-broken\nnmae: Broken\n"), 422, "playbook-has-problems");
        problem(viewer.post(REHEARSALS, "bank: xx-broken\n"), 403, "not-permitted");
        problem(viewer.get(REHEARSALS + "/nothing"), 404, "unknown-rehearsal");
        var person = admin();
        var checked = person.upload("POST", "/banks/check", Map.of("_csrf", person.csrf("/banks/check"), "rehearse", "true", "text", "bank: xx-broken\nnmae: Broken\n"), "file", "", new byte[0]);
        assertThat(checked.text()).contains("Did you mean <code>name</code>", "in xx-broken.yaml");
        assertThat(new String(checked.bytes(), UTF_8)).contains("Check and rehearse it");
    }
}
