package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.Playbooks;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The console's pages in a real browser: by the rules of WCAG 2.2 AA that a machine can check, on wide and narrow screens, and by keyboard alone. */
@Tag("browser")
@Order(1)
class MeetsWcagIT extends BrowserStory {

    @Autowired Playbooks playbooks;
    @Autowired JdbcTemplate jdbc;

    /** An onboarding that waits, with a newer version of its playbook. */
    private String waitingWithANewerPlaybook() throws IOException {
        var bank = "xx-quay-to-be-seen";
        var yaml = Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", bank);
        putPlaybook(bank, yaml);
        playbooks.reload();
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, bank, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        putPlaybook(bank, yaml.replace("          - id: create-application\n",
                "          - {id: tell-support, stage: prerequisites, by: operator, title: Tell the support, instruct: Call them.}\n          - id: create-application\n"));
        playbooks.reload();
        return id;
    }

    private String aMailWithoutAHome() {
        jdbc.update("""
                insert into mails (id, mailbox, message_id, sender, subject, received_at, nature, proven, proof, state, kept)
                values ('to-be-seen', 'none', '<to-be-seen@elsewhere.example>', 'desk@elsewhere.example', 'News', now(), 'LETTER', false, 'Nobody vouches.', 'HOMELESS', false)
                on conflict do nothing""");
        return "to-be-seen";
    }

    @Test
    void breaksNoRuleOnAnyMainPage() throws IOException {
        var wrong = new ArrayList<>(wrong("sign-in"));
        signIn();
        var waiting = waitingWithANewerPlaybook();
        var tpp = aTpp();
        operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"quay-portal\", \"environment\": \"sandbox\","
                + " \"login\": \"banks@tpp.example\", \"password\": \"seen-by-nobody\", \"totp\": \"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}");
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var asking = awaitTask(start(tpp, "AIS").id());
        var live = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);

        var campaign = operator.post(API + "campaigns", "{\"tpp\": \"" + tpp + "\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\", \"xx-jetty\"]}").json().get("id").asText();

        for (var path : List.of("/campaigns", "/campaigns/new?q=quay", "/campaigns/" + campaign, "/approvals", "/approvals?show=over", "/approvals/" + anApproval(), "/", "/?tpp=" + tpp, "/onboardings?kind=test&stage=approval&open=true", "/tasks?show=today", "/registrations?health=degraded", "/certificates?ends=90", "/onboardings", "/onboardings/" + waiting, "/onboardings/" + waiting + "/moves", "/onboardings/" + asking.onboarding(),
                "/onboardings/" + live.id(), "/onboardings/new", "/onboardings/new?sent=true&bank=xx-quay&environment=sandbox&services=CAF&tpp=" + tpp,
                "/onboardings/new?sent=true&bank=xx-groyne&environment=sandbox&services=AIS&tpp=" + tpp, "/banks/xx-quay/environments/sandbox/facts", "/tasks", "/tasks?show=groups", "/tasks/" + asking.id(), "/registrations",
                "/registrations/" + live.registration(), "/registrations/import", "/tpps", "/tpps/" + tpp, "/tpps/" + tpp + "/edit", "/tpps/new", "/portal-accounts", "/certificates", "/certificates/" + certificates.of(tpp).get(0).id(), "/redirect-uris", "/banks", "/banks?q=quay&asks=certificate", "/banks?q=nothing-is-called-so", "/banks/xx-quay", "/banks/nl-rabobank", "/banks/coverage", "/mails?show=all",
                "/mails/" + aMailWithoutAHome(), "/access", "/access/second-factor", "/access/notices", "/access/webhooks", "/access/webhooks/" + aWebhook(), "/access/users", "/access/users/admin", "/settings", "/journal", "/journal?words=nothing-is-called-so", "/nowhere")) {
            wrong.addAll(wrongWideAndNarrow(path));
        }

        wrong.addAll(wrongWhileALegIsActing("/onboardings/%s/moves", waiting));
        assertThat(wrong).isEmpty();
    }

    private String aWebhook() {
        var made = holding(Role.ADMIN).post(API + "webhooks", "{\"name\": \"To be seen\", \"url\": \"https://hooks.example/in\", \"tpps\": [\"none-such\"]}").json().get("id").asText();
        jdbc.update("insert into webhook_deliveries (webhook, event, type, body, state, tries, status, note, millis, made_at, tried_at) values (?, 1, 'task-opened', '', 'DEAD', 10, 503, 'It answered 503.', 12, now(), now())", made);
        return made;
    }

    @Test
    void breaksNoRuleWhereCertificatesAreUnfolded() {
        var own = certificates.of(aTpp()).get(0).id();
        signIn();
        var wrong = new ArrayList<String>();
        for (var path : List.of("/certificates", "/certificates/" + own)) {
            open(path);
            browser.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
            wrong.addAll(wrongAsItIs(path + " unfolded"));
        }

        assertThat(wrong).isEmpty();
        open("/certificates");
        var keys = browser.findElement(By.xpath("//details[summary[contains(., 'Public keys')]]"));
        keys.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
        assertThat(keys.findElement(By.linkText("/jwks/" + certificates.find(own).orElseThrow().tpp() + "/live")).isDisplayed()).isTrue();
    }

    /** One that waits for a decision that whoever is signed in may make. */
    private String anApproval() {
        var guarded = aGuardedTpp();
        return operator.call("PUT", API + "tpps/" + guarded + "/certificates/choices", "{\"certificate\": \"" + takeLive(guarded) + "\", \"reason\": \"It ends.\"}").json().get("approval").asText();
    }

    private List<String> wrongWhileALegIsActing(String path, String id) {
        jdbc.update("update legs set holder = 'seen', until = now() + interval '1 minute', happened_at = now() where onboarding = ? and leg = 'approval'", id);
        try {
            var wrong = wrongWideAndNarrow(path.formatted(id));
            assertThat(browser.getPageSource()).contains("Not possible just now");
            return wrong;
        } finally {
            jdbc.update("update legs set holder = null, until = null where onboarding = ? and leg = 'approval'", id);
        }
    }

    @Test
    void breaksNoRuleWhereAHeldAnswerIsShown() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            run.intend("POST /applications");
            try (var answer = Secret.of("200\nX-Long: " + "unbroken".repeat(40) + "\n\n" + "to-be-seen\n".repeat(2_000))) {
                run.keepAnswer(answer);
            }
            return CHANGED.apply(run);
        });
        var task = awaitTask(start(tpp, "AIS").id());
        signIn();
        open("/tasks/" + task.id());
        browser.findElement(By.cssSelector("section[aria-labelledby=held-answer-title] summary")).sendKeys(Keys.ENTER);
        var wrong = new ArrayList<>(wrongAsItIs("asked why"));

        browser.findElement(By.id("held-answer")).sendKeys("   ", Keys.ENTER);
        awaitPath("/held-answer/reveal");
        assertFocus("held-answer");
        assertThat(browser.findElement(By.id("held-answer-hint")).getText()).startsWith("Say why, in a few words");
        wrong.addAll(wrongAsItIs("not said why"));
        press("To repair the playbook.", Keys.ENTER);
        assertFocus("answer-shown-title");
        assertThat(browser.findElement(By.id("answer-shown")).getText()).contains("to-be-seen");
        wrong.addAll(wrongAsItIs("shown"));

        assertThat(wrong).isEmpty();
    }

    @Test
    void breaksNoRuleWhereAFileIsTakenInByKeyboard() throws IOException {
        var tpp = aTpp();
        var file = Files.createTempFile("registrations", ".csv");
        var right = "tpp,bank,environment,services,client-secret,redirect-uris\n" + tpp + ",xx-quay,sandbox,AIS,seen-by-nobody,https://old.tpp.example/callback\n";
        signIn();
        open("/registrations/import");
        Files.writeString(file, right.replace("sandbox", "sandbxo"));
        browser.findElement(By.id("import-file")).sendKeys(file.toString());
        browser.findElement(By.cssSelector("section[aria-labelledby=upload-title] button")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id("wrong-title")).isEmpty());
        assertThat(browser.findElement(By.id("registration-import")).getText()).contains("Did you mean sandbox?").doesNotContain("seen-by-nobody");
        var wrong = new ArrayList<>(wrongAsItIs("a file with findings"));

        Files.writeString(file, right);
        browser.findElement(By.id("import-file")).sendKeys(file.toString());
        browser.findElement(By.cssSelector("section[aria-labelledby=upload-title] button")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id("plan-title")).isEmpty());
        wrong.addAll(wrongAsItIs("a file that is fine"));
        press(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id("taken-title")).isEmpty());
        wrong.addAll(wrongAsItIs("what was taken in"));
        browser.findElement(By.linkText("Quay Bank")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id("registration")).isEmpty());
        assertThat(browser.findElement(By.id("registration")).getText()).contains("https://old.tpp.example/callback", "admin");
        wrong.addAll(wrongAsItIs("a registration that was taken in"));

        assertThat(wrong).isEmpty();
        Files.delete(file);
    }

    @Test
    void letsATaskBeWorkedByKeyboardAlone() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        // what stories before this one have left is put off
        jdbc.update("update tasks set follow_up_at = now() + interval '1 day' where state = 'OPEN' and id <> ?", task.id());
        signIn();

        press("n");
        awaitPath("/tasks/" + task.id());
        press("t");
        assertFocus("answer-title");
        press(Keys.TAB);
        press("c-1", Keys.TAB);
        press("kept-by-keyboard", Keys.TAB, "Done without a mouse", Keys.TAB);
        assertFocus("answer-done");
        press(Keys.ENTER);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(focused().getText()).startsWith("Thank you. Done:"));
        awaitStatus(task.onboarding(), Status.DONE);
    }

    @Test
    void saysWhoWasFasterAndLosesNoNote() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        signIn();
        open("/tasks/" + task.id());
        complete(task.id(), "{\"outcome\": \"again\", \"values\": {}}");

        browser.findElement(By.id("note")).sendKeys("They called us");
        browser.findElement(By.id("answer-done")).sendKeys(Keys.ENTER);

        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.className("error-summary")).isEmpty());
        assertThat(browser.findElement(By.id("task")).getText()).contains("was faster. Nothing of your answer was done.", "Answered: Try again");
        assertThat(browser.findElement(By.id("comment")).getDomProperty("value")).isEqualTo("They called us");
        awaitStatus(task.onboarding(), Status.DONE);
    }
}
