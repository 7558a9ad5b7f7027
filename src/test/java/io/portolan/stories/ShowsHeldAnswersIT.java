package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a bank has answered, and the playbook cannot read, is shown to those who may see secrets, who say why. */
@ExtendWith(OutputCaptureExtension.class)
class ShowsHeldAnswersIT extends ApiStory {

    private static final String ANSWER = "201\nContent-Type: application/json\n\n{\"note\": \"<script>alert(1)</script>\", \"secret\": \"s3cr3t-held\"}";
    private static final String REASON = "{\"reason\": \"To repair the playbook.\"}";

    @Autowired Vault vault;

    /** A task about an answer that is held. */
    private Task asked(String answered) {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            run.intend("POST /applications");
            try (var answer = Secret.of(answered)) {
                run.keepAnswer(answer);
            }
            return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "The answer fits nothing.", null);
        });
        return awaitTask(start(tpp, "AIS").id());
    }

    private static String page(Task task) {
        return "/tasks/" + task.id();
    }

    private static String reveal(Task task) {
        return page(task) + "/held-answer/reveal";
    }

    private static String byApi(Task task) {
        return API + reveal(task).substring(1);
    }

    private void assertJournalled(Task task, String actor) {
        assertThat(journal.of(task.onboarding())).filteredOn(entry -> entry.act().name().equals("secret-revealed")).singleElement().satisfies(entry -> {
            assertThat(entry.act().actor()).startsWith(actor);
            assertThat(entry.act().detail()).endsWith("To repair the playbook.");
        });
        assertThat(journal.of(task.onboarding()).toString()).doesNotContain("s3cr3t-held");
    }

    @AfterEach
    void logsNothingOfIt(CapturedOutput logged) {
        assertThat(logged.getAll()).doesNotContain("s3cr3t-held", "alert(1)");
    }

    @Test
    void givesItWholeByTheApiToThoseWhoMayAndWritesThatDown() {
        var task = asked(ANSWER);
        for (var other : new Visitor[] {viewer, operator, holding(Role.AUDITOR), holding(Role.GATEWAY)}) {
            problem(other.post(byApi(task), REASON), 403, "not-permitted");
        }
        problem(approver.post(byApi(task), "{}"), 422, "reason-required");
        problem(approver.post(byApi(task), "{\"reason\": \" a \"}"), 422, "reason-required");
        problem(approver.post(API + "tasks/nowhere/held-answer/reveal", REASON), 404, "unknown-task");

        var shown = approver.post(byApi(task), REASON, "Idempotency-Key", UUID.randomUUID().toString());

        assertThat(ok(shown).get("answer").asText()).isEqualTo(ANSWER);
        assertThat(shown.json().get("leg").asText()).isEqualTo("collect-credentials");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(approver.get(API + "tasks/" + task.id()).text()).doesNotContain("s3cr3t-held");
        assertJournalled(task, "token:api-");
    }

    @Test
    void showsItOnThePageOfItsTaskToThoseWhoMay() {
        var task = asked(ANSWER);
        assertThat(operator.get(page(task)).text()).contains("An approver can see it").doesNotContain("Show what the bank has answered", reveal(task), "s3cr3t-held");
        assertThat(operator.form(reveal(task), Map.of("reason", "To read it.")).status()).isEqualTo(403);
        var person = admin();
        assertThat(person.get(page(task)).text()).contains("Show what the bank has answered").doesNotContain("s3cr3t-held", "An approver can see it");
        assertThat(person.form(reveal(task), Map.of("reason", "To read it.")).status()).as("without the page's own token").isEqualTo(403);

        var unsaid = person.submit(page(task), reveal(task), Map.of("reason", "   "));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why, in a few words", "aria-invalid=\"true\"").doesNotContain("s3cr3t-held");

        var shown = person.submit(page(task), reveal(task), Map.of("reason", "To repair the playbook."));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("&quot;s3cr3t-held&quot;", "&lt;script&gt;alert(1)", "Hide it").doesNotContain("<script>alert(1)");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(person.get(page(task)).text()).doesNotContain("s3cr3t-held");
        assertJournalled(task, "user:admin");
    }

    @Test
    void saysHowMuchOfALongOneThePageLeavesOutAndGivesAllByTheApi() {
        var task = asked("200\n\n" + "x".repeat(199_989) + "s3cr3t-held");
        var shown = admin().submit(page(task), reveal(task), Map.of("reason", "To repair the playbook."));
        assertThat(shown.text()).contains("The first 20,000 of 200,005 characters are shown.").doesNotContain("s3cr3t-held");
        assertThat(ok(approver.post(byApi(task), REASON)).get("answer").asText()).hasSize(200_005).endsWith("s3cr3t-held");
    }

    @Test
    void saysThatItIsGone() {
        var task = asked(ANSWER);
        vault.forget(SecretName.of("onboarding", task.onboarding(), task.leg(), "1", "answer.whole"));
        problem(approver.post(byApi(task), REASON), 409, "answer-not-held");
        var page = admin().submit(page(task), reveal(task), Map.of("reason", "To repair the playbook."));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("No answer of the bank to this leg is held any more");

        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        awaitStatus(task.onboarding(), Status.DONE);
        problem(approver.post(byApi(task), REASON), 409, "task-closed");
        var closed = admin().submit("/tasks", reveal(task), Map.of("reason", "To repair the playbook."));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.text()).contains("Nobody is asked about this leg any more").doesNotContain("Show what the bank has answered");
    }

    @Test
    void showsWhatTheBankHasAnsweredToWhatIsLeftThereUntilThatIsCleared() {
        var task = asked(ANSWER);
        var onboarding = "onboardings/" + task.onboarding();
        ok(operator.post(API + onboarding + "/going-back", "{\"leg\": \"create-application\", \"reason\": \"Another name.\"}"));
        awaitStatus(task.onboarding(), Status.DONE);
        var left = ok(viewer.get(API + onboarding + "/left-at-bank")).get("items");
        assertThat(left).filteredOn(each -> each.get("answerHeld").asBoolean()).singleElement()
                .satisfies(each -> assertThat(each.get("leg").asText()).isEqualTo("collect-credentials"));
        long item = left.valueStream().filter(each -> each.get("answerHeld").asBoolean()).findFirst().orElseThrow().get("id").asLong();
        var ofItem = onboarding + "/left-at-bank/" + item;

        problem(operator.post(API + ofItem + "/held-answer/reveal", REASON), 403, "not-permitted");
        problem(approver.post(API + ofItem + "/held-answer/reveal", "{}"), 422, "reason-required");
        problem(approver.post(API + onboarding + "/left-at-bank/0/held-answer/reveal", REASON), 404, "unknown-item");
        var shown = ok(approver.post(API + ofItem + "/held-answer/reveal", REASON));
        assertThat(shown.get("answer").asText()).isEqualTo(ANSWER);
        assertThat(shown.get("leg").asText()).isEqualTo("collect-credentials");
        assertJournalled(task, "token:api-");

        var page = "/" + onboarding + "/moves";
        assertThat(operator.get(page).text()).contains("an approver can see it").doesNotContain("held-answer/reveal", "s3cr3t-held");
        var person = admin();
        var unsaid = person.submit(page, "/" + ofItem + "/held-answer/reveal", Map.of("reason", "M!"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why, in a few words", "value=\"M!\"", "aria-invalid=\"true\"").doesNotContain("s3cr3t-held");
        assertThat(person.submit(page, "/" + ofItem + "/held-answer/reveal", Map.of("reason", "To delete it there.")).text())
                .contains("&quot;s3cr3t-held&quot;", "Hide it");

        ok(operator.post(API + ofItem + "/clearance", "{\"note\": \"Deleted.\"}"));
        assertThat(vault.holds(SecretName.of("onboarding", task.onboarding(), task.leg(), "1", "answer.whole"))).isFalse();
        problem(approver.post(API + ofItem + "/held-answer/reveal", REASON), 404, "unknown-item");
        assertThat(person.get(page).text()).doesNotContain("held-answer/reveal");
    }

    @Test
    void showsNoneWhereNoneIsHeld() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        assertThat(admin().get(page(task)).text()).doesNotContain("Show what the bank has answered", "id=\"held-answer-title\"");
        problem(approver.post(byApi(task), REASON), 409, "answer-not-held");
    }
}
