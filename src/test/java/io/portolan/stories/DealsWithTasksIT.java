package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.leg.Captures;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class DealsWithTasksIT extends ApiStory {

    @Autowired Captures captures;
    @Autowired Vault vault;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcTemplate jdbc;

    private Task handedOver(String leg) {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, leg, CHANGED);
        return awaitTask(start(tpp, "AIS").id());
    }

    private Task answer(Task task, Map<String, String> values, String user) {
        return worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, values, null), user);
    }

    private String secretOf(Task task) {
        var kept = captures.latest(task.onboarding(), "client-secret").orElseThrow();
        try (var secret = vault.reveal(kept.secret(), Vault.Purpose.leg(task.onboarding(), task.leg())).orElseThrow()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    @Test
    void losesNoTypedSecretWhereAnotherValueIsMissing() {
        var task = handedOver("collect-credentials");
        assertThatThrownBy(() -> answer(task, Map.of("client-secret", "shown-once-by-the-bank"), "user:ada"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsOnlyKeys("client-id"));
        assertThat(captures.latest(task.onboarding(), "client-secret")).isEmpty();
        assertThat(worklist.typedSecrets(task, "user:ada")).containsExactly("client-secret");
        assertThat(worklist.typedSecrets(task, "user:bob")).isEmpty();

        answer(task, Map.of("client-id", "c-1"), "user:ada");

        awaitStatus(task.onboarding(), Status.DONE);
        assertThat(secretOf(task)).isEqualTo("shown-once-by-the-bank");
    }

    @Test
    void losesNoTypedSecretWhereTheTransactionFails() {
        var task = handedOver("collect-credentials");
        jdbc.execute("alter table captures add constraint no_luck check (value is distinct from 'the unlucky one')");
        try {
            assertThatThrownBy(() -> answer(task, Map.of("client-id", "the unlucky one", "client-secret", "shown-once"), "user:ada"))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.execute("alter table captures drop constraint no_luck");
        }
        assertThat(worklist.find(task.id()).orElseThrow().state()).isEqualTo(Task.State.OPEN);
        assertThat(worklist.typedSecrets(task, "user:ada")).containsExactly("client-secret");

        answer(task, Map.of("client-id", "c-1"), "user:ada");
        awaitStatus(task.onboarding(), Status.DONE);
        assertThat(secretOf(task)).isEqualTo("shown-once");
    }

    @Test
    void keepsTheSecretOfWhoeverAnsweredFirst() {
        var task = handedOver("collect-credentials");
        answer(task, Map.of("client-id", "c-1", "client-secret", "of-the-first"), "user:ada");
        assertThatThrownBy(() -> answer(task, Map.of("client-id", "c-2", "client-secret", "of-the-second"), "user:bob"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("task-already-completed"));
        assertThat(secretOf(task)).isEqualTo("of-the-first");
    }

    @Test
    void tellsWhoTakesOrAnswersATaskTooLateWhoWasFaster() {
        var task = handedOver("create-application");
        var person = admin();
        var csrf = person.csrf("/tasks/" + task.id());
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");

        assertThat(person.form("/tasks/" + task.id() + "/claim", Map.of("_csrf", csrf)).header("Location")).endsWith("/tasks/" + task.id());
        assertThat(person.get("/tasks/" + task.id()).text()).contains("ada was faster.");
        var late = person.form("/tasks/" + task.id() + "/completion", Map.of("_csrf", csrf, "outcome", "done", "note", "What I had found out."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("ada was faster. Nothing of your answer was done.", "What I had found out.");
    }

    @Test
    void waitsForTheVaultInNoTransaction() {
        var task = handedOver("collect-credentials");
        assertThatThrownBy(() -> transactions.executeWithoutResult(status ->
                answer(task, Map.of("client-id", "c-1", "client-secret", "x-y-z"), "user:ada"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void remembersWhoDidWhatWithATask() {
        var task = handedOver("create-application");
        assertThat(task.group()).isEqualTo("technical");
        assertThat(task.reason()).isEqualTo("PAGE_CHANGED");
        assertThat(task.dueAt()).isAfter(Instant.now());

        worklist.claim(task.id(), "user:ada");
        worklist.claim(task.id(), "user:bob");
        worklist.change(task.id(), new Worklist.Change(null, null, Optional.of("night-shift"), Optional.of("user:admin")), "user:bob");
        assertThatThrownBy(() -> worklist.change(task.id(), new Worklist.Change(null, null, null, Optional.of("user:nobody")), "user:bob"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("unknown-user"));
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:admin");

        assertThat(ok(viewer.get(API + "tasks/" + task.id() + "/history")).get("items").findValuesAsText("what"))
                .containsExactly("opened", "claimed", "taken-over", "assigned", "group-changed", "completed");
        assertThat(journal.of(task.onboarding())).filteredOn(entry -> entry.act().name().equals("task-taken-over")).singleElement()
                .satisfies(entry -> assertThat(entry.act().detail()).isEqualTo("\"Create the application\" was taken over from user:ada."));
    }

    @Test
    void keepsCommentsTalksAndDatesByTheApi() {
        var task = handedOver("create-application");
        var path = API + "tasks/" + task.id();
        created(operator.post(path + "/comments", "{\"text\": \" Called them. \"}"));
        problem(operator.post(path + "/comments", "{\"text\": \" \"}"), 422, "missing-values");
        problem(viewer.post(path + "/comments", "{\"text\": \"x\"}"), 403, "not-permitted");
        assertThat(ok(viewer.get(path + "/comments")).at("/items/0/text").asText()).isEqualTo("Called them.");

        created(operator.post(path + "/contacts", "{\"kind\": \"call\", \"person\": \"Ms Example\", \"said\": \"They look into it.\","
                + " \"promised\": \"An answer.\", \"promisedFor\": \"2099-03-01\", \"followUp\": true}"));
        problem(operator.post(path + "/contacts", "{\"kind\": \"smoke\", \"said\": \"x\"}"), 422, "invalid-values");
        problem(operator.post(path + "/contacts", "{\"kind\": \"call\", \"said\": \"x\", \"promisedFor\": \"soon\"}"), 422, "invalid-values");
        assertThat(ok(viewer.get(path)).get("followUpAt").asText()).isEqualTo("2099-02-28T23:00:00Z");
        assertThat(ok(viewer.get(API + "tasks?followUp=now&onboarding=" + task.onboarding())).get("items")).isEmpty();
        assertThat(ok(viewer.get(API + "tasks?followUp=later&group=technical&onboarding=" + task.onboarding())).get("items")).hasSize(1);
        assertThat(journal.of(task.onboarding())).anySatisfy(entry -> assertThat(entry.act().detail())
                .isEqualTo("call with Ms Example: They look into it. Promised: An answer. By 2099-03-01."));

        var changed = ok(operator.call("PATCH", path, "{\"followUp\": \"none\", \"due\": \"2099-01-01\", \"assignee\": \"user:admin\"}"));
        assertThat(changed.get("followUpAt").isNull()).isTrue();
        assertThat(changed.get("dueAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(changed.get("assignee").asText()).isEqualTo("user:admin");
        problem(operator.call("PATCH", path, "{\"due\": \"2001-01-01\"}"), 422, "invalid-values");
        problem(operator.call("PATCH", path, "{\"group\": \"Legal Team\"}"), 422, "invalid-values");
        problem(operator.call("PATCH", path, "{\"duedate\": \"2099-01-01\"}"), 400, "unknown-field");
        problem(operator.get(API + "tasks?order=sideways"), 422, "invalid-values");
    }

    @Test
    void givesAFileBackAsNothingThatABrowserWouldRun() {
        var task = handedOver("create-application");
        var path = API + "tasks/" + task.id() + "/attachments";
        var html = "<script>alert(1)</script>";
        var kept = created(operator.upload(path, "file", "../contract.html", html.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(kept.get("name").asText()).isEqualTo("contract.html");
        assertThat(kept.get("mediaType").asText()).isEqualTo("text/plain");

        var file = viewer.get(kept.get("href").asText());
        assertThat(file.text()).isEqualTo(html);
        assertThat(file.header("Content-Type")).startsWith("text/plain");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains("contract.html");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");

        problem(operator.upload(path, "file", "empty.txt", new byte[0]), 422, "missing-values");
        problem(operator.upload(path, "other", "x.txt", new byte[1]), 400, "bad-request");
        problem(operator.upload(path, "file", "huge.bin", new byte[11 * 1024 * 1024]), 422, "attachment-too-large");
        problem(viewer.get(path + "/999999"), 404, "unknown-attachment");
        assertThat(journal.of(task.onboarding())).anySatisfy(entry -> assertThat(entry.act().name()).isEqualTo("file-attached"));
        assertThat(journal.verify(task.onboarding()).intact()).isTrue();
    }

    @Test
    void showsOnThePageOfATaskWhatWasWrittenDownAndEveryMistake() {
        var task = handedOver("collect-credentials");
        var page = "/tasks/" + task.id();
        var person = admin();
        assertThat(person.submit(page, page + "/comments", Map.of("text", "Somebody called.")).status()).isEqualTo(302);
        assertThat(person.submit(page, page + "/comments", Map.of("text", " ")).status()).isEqualTo(422);
        assertThat(person.submit(page, page + "/contacts", Map.of("kind", "CALL", "said", "Next week.", "promised", "An answer",
                "promisedFor", "2099-01-01", "followUp", "true")).status()).isEqualTo(302);
        var unsaid = person.submit(page, page + "/contacts", Map.of("kind", "CALL", "said", "", "person", "Ms Example"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Nothing is written.", "Ms Example");
        assertThat(person.submit(page, page + "/handling", Map.of("assignee", "user:admin", "group", "legal", "due", "2099-02-01")).status()).isEqualTo(302);
        assertThat(person.submit(page, page + "/handling", Map.of("assignee", "user:admin", "group", "legal", "due", "2001-02-01")).text())
                .contains("This day is over already.");
        operator.upload(API + "tasks/" + task.id() + "/attachments", "file", "letter.txt", new byte[] {'x'});

        var wrong = person.submit(page, page + "/completion", Map.of("outcome", "done", "value.client-secret", "typed-by-a-person", "note", "My note."));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("href=\"#field-client-id\"", "aria-invalid=\"true\"", "In the vault already", "My note.")
                .doesNotContain("typed-by-a-person");

        assertThat(person.get(page).text()).contains("Somebody called.", "Next week.", "An answer", "by 2099-01-01", "letter.txt", "Given to", "legal");
        for (var show : java.util.List.of("open", "mine", "groups", "unassigned", "overdue", "later", "all")) {
            assertThat(person.get("/tasks?show=" + show + "&q=credentials").status()).as(show).isEqualTo(200);
        }
        assertThat(person.submit("/tasks?show=groups", "/tasks/groups", Map.of("mine", "legal", "another", "night-shift")).status()).isEqualTo(302);
        assertThat(person.get("/tasks?show=mine").text()).contains(page);
        assertThat(person.get("/tasks/next").status()).isEqualTo(302);
    }

    private static JsonNode created(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }
}
