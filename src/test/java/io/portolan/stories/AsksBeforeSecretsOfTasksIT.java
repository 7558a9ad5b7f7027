package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Outcome;
import io.portolan.onboarding.StartRequest;
import io.portolan.vault.Secret;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Each other way to a live secret than the page of its registration asks the second person, too: beside a task, of a portal account, and what a bank has answered. */
@ExtendWith(OutputCaptureExtension.class)
class AsksBeforeSecretsOfTasksIT extends GuardedStory {

    private static final String SECRET = "s3cr3t-of-four-eyes";
    private static final String BY_HAND = "xx-by-live-hand";
    private static final Map<String, String> REASON = Map.of("reason", "The bank asks for it.");

    @AfterEach
    void logsNothingOfIt(CapturedOutput logged) {
        assertThat(logged.getAll()).doesNotContain(SECRET);
    }

    /** Shown once it is agreed to, once, by the same call; and asked for anew by the next. */
    private void assertAskedByApi(String address, String where) {
        var id = needed(ada.post(address, WHY));
        assertThat(approval(id).toString()).contains("\"reveal\"").doesNotContain(SECRET);
        problem(decide(ada, id, "approved"), 403, "own-approval");
        ok(decide(bob, id, "approved"));
        assertThat(ok(ada.post(address, WHY)).get(where).asText()).contains(SECRET);
        assertThat(needed(ada.post(address, WHY))).as("once").isNotEqualTo(id);
    }

    private void assertAskedByPage(Visitor person, String page, String address) {
        var led = person.submit(page, address, REASON);
        assertThat(led.status()).as(led.text()).isEqualTo(302);
        var request = Pattern.compile("/approvals/([0-9a-f-]{36})").matcher(led.header("Location"));
        assertThat(request.find()).isTrue();
        ok(decide(bob, request.group(1), "approved"));
        var shown = person.submit(page, address, REASON);
        assertThat(shown.text()).contains(SECRET);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(person.submit(page, address, REASON).status()).as("once").isEqualTo(302);
    }

    private Task begun(String bank) {
        var started = startOnboarding.with(new StartRequest(tpp, bank, null, "production", null, List.of("AIS"), null), "user:two-ada");
        ok(decide(bob, waitingApproval("submit-application"), "approved"));
        return awaitTask(started.id());
    }

    @Test
    void asksForTheSecretOfAnEarlierLeg() throws IOException {
        putPlaybook(BY_HAND, Files.readString(Path.of("src/test/resources/routes/xx-by-hand.yaml")).replace("xx-by-hand", BY_HAND).replace("Handwork Bank", "Live Handwork Bank").replace(", Redirect URL: '{{application.redirect-uri}}'", "")
                .replace("sandbox:\n    kind: test", "production:\n    kind: live"));
        playbooks.reload();
        var first = begun(BY_HAND);
        ok(complete(first.id(), "{\"outcome\": \"done\", \"values\": {\"plan\": \"Basic\", \"client-id\": \"the-client\", \"client-secret\": \"" + SECRET + "\"}}"));
        org.awaitility.Awaitility.await().until(() -> openTasks(first.onboarding()).stream().anyMatch(task -> task.leg().equals("approval")));
        var task = awaitTask(first.onboarding());
        ok(ada.post(API + "tasks/" + task.id() + "/claim", null));
        assertAskedByApi(API + "tasks/" + task.id() + "/secrets/client-secret/reveal", "value");

        var person = person("two-ada");
        ok(ada.post(API + "tasks/" + task.id() + "/release", null));
        person.submit("/tasks/" + task.id(), "/tasks/" + task.id() + "/claim", Map.of());
        assertAskedByPage(person, "/tasks/" + task.id(), "/tasks/" + task.id() + "/secrets/client-secret/reveal");
    }

    @Test
    void asksForThePasswordOfAPortalAccount() {
        var made = ada.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"two-keys\", \"environment\": \"production\", \"login\": \"two-keys@tpp.example\", \"password\": \""
                + SECRET + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var account = "portal-accounts/" + tpp + "/two-keys/production/password/reveal";
        assertAskedByApi(API + account, "value");
        var person = person("two-ada");
        assertAskedByPage(person, "/portal-accounts", "/" + account);

        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var task = begun(BANK);
        assertAskedByPage(person, "/tasks/" + task.id(), "/tasks/" + task.id() + "/account/password/reveal");
    }

    @Test
    void asksForWhatABankHasAnswered() {
        ScriptedMeans.next(tpp, "create-application", run -> {
            run.intend("POST /applications");
            try (var answer = Secret.of("201\n\n{\"secret\": \"" + SECRET + "\"}")) {
                run.keepAnswer(answer);
            }
            return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "The answer fits nothing.", null);
        });
        var task = begun(BANK);
        assertAskedByApi(API + "tasks/" + task.id() + "/held-answer/reveal", "answer");
        assertAskedByPage(person("two-ada"), "/tasks/" + task.id(), "/tasks/" + task.id() + "/held-answer/reveal");

        var withdrawal = needed(ada.post(API + "onboardings/" + task.onboarding() + "/withdrawal", WHY));
        ok(decide(bob, withdrawal, "approved"));
        var item = ok(viewer.get(API + "onboardings/" + task.onboarding() + "/left-at-bank")).at("/items/0/id").asText();
        assertAskedByApi(API + "onboardings/" + task.onboarding() + "/left-at-bank/" + item + "/held-answer/reveal", "answer");
    }
}
