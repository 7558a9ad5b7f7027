package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.journal.Journal;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.playbook.WaitingFor;
import io.portolan.stories.Visitor.Answer;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the stories of the API share: clients that call it over HTTP, by a token or with a session. */
abstract class ApiStory extends ScriptedStory {

    static final String API = "/api/v1/";
    static final Function<LegRun, Outcome> CHANGED = run -> new Outcome.NeedsPerson(Outcome.Reason.PAGE_CHANGED,
            "The page has changed.", "The button \"Create\" was looked for.");
    static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);

    @Autowired Tokens tokens;
    @Autowired Journal journal;
    @LocalServerPort int port;

    Visitor operator;
    Visitor viewer;
    Visitor approver;

    @BeforeEach
    void letThemIn() {
        operator = holding(Role.OPERATOR);
        viewer = holding(Role.VIEWER);
        approver = holding(Role.APPROVER);
    }

    Visitor holding(Role role, String... scope) {
        try (var token = tokens.create("api-" + UUID.randomUUID(), Set.of(role), Set.of(scope), null, "user:story")) {
            return Visitor.withToken(port, token.reveal(CharSequence::toString));
        }
    }

    Visitor admin() {
        return Visitor.signedIn(port, "admin", "for-these-stories-only");
    }

    Answer begin(String tpp) {
        return operator.post(API + "onboardings", wish(tpp));
    }

    Answer complete(String task, String body) {
        return operator.post(API + "tasks/" + task + "/completion", body);
    }

    static String wish(String tpp) {
        return "{\"tpp\": \"" + tpp + "\", \"bank\": \"xx-quay\", \"environment\": \"sandbox\", \"services\": [\"AIS\"]}";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n").replace("\r", "") + "\"";
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    static JsonNode problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "io.portolan", "org.springframework");
        return answer.json();
    }
}
