package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A check of access that takes as long as the bank does tells how far it is, whoever asks, and what came of it. */
class FollowsACheckIT extends BrowserStory {

    private static final Outcome DENIED = new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN, "Access does not work.", "The bank denies us the accounts: 403");

    @Autowired Registrations registrations;
    @Autowired JdbcTemplate jdbc;

    @Test
    void tellsAClientHowFarTheCheckIsThatItHasBegunAndWhatCameOfIt() {
        var tpp = aTpp();
        var registration = awaitStatus(start(tpp, "AIS").id(), Status.DONE).registration();
        var all = API + "registrations/" + registration + "/verifications";
        problem(viewer.post(all, ""), 403, "not-permitted");
        var bank = ScriptedCheck.next(tpp, DENIED);

        var begun = operator.post(all, "");

        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        var one = begun.header("Location").replaceFirst("^https?://[^/]+", "");
        var asked = awaitStep(one, 1);
        assertThat(asked.get("state").asText()).isEqualTo("running");
        assertThat(asked.hasNonNull("sentence")).isFalse();
        assertThat(asked.at("/steps/0/what").asText()).isEqualTo(ScriptedCheck.TOKEN);
        assertThat(asked.at("/steps/0").hasNonNull("begunAt")).isTrue();
        assertThat(asked.at("/steps/0").hasNonNull("endedAt")).isFalse();
        assertThat(asked.at("/steps/1/what").asText()).isEqualTo(ScriptedCheck.CALL);
        assertThat(asked.at("/steps/1").hasNonNull("begunAt")).isFalse();
        problem(operator.post(all, ""), 409, "verification-running");
        problem(operator.post(API + "registrations/" + registration + "/verification", ""), 409, "verification-running");

        bank.answer();
        var second = awaitStep(one, 2);
        assertThat(second.at("/steps/0/came").asText()).isEqualTo("200, with a token");
        assertThat(second.at("/steps/0/evidence")).hasSize(2);
        assertThat(viewer.get(second.at("/steps/0/evidence/0/href").asText()).status()).isEqualTo(200);
        bank.answer();
        var ended = awaitState(one, "failed");
        assertThat(ended.get("sentence").asText()).contains("403");
        assertThat(ended.at("/steps/1/came").asText()).isEqualTo("403");
        assertThat(ended.at("/steps/1/evidence")).hasSize(2);
        assertThat(ended.hasNonNull("endedAt")).isTrue();
        assertThat(ok(viewer.get(all)).at("/items/0/id")).isEqualTo(ended.get("id"));
        assertThat(registrations.find(registration).orElseThrow().health()).isEqualTo(Registration.Health.DEGRADED);
        problem(viewer.get(all + "/nothing"), 404, "unknown-verification");
        problem(viewer.get(API + "registrations/nothing/verifications"), 404, "unknown-registration");
    }

    @Test
    void showsEachCallWithoutAReloadAfterOneAndToASecondPersonAndWhatEndsIt() {
        var tpp = aTpp();
        var registration = awaitStatus(start(tpp, "AIS").id(), Status.DONE).registration();
        signIn();
        open("/registrations/" + registration);
        var bank = ScriptedCheck.next(tpp, DENIED);
        browser.findElement(org.openqa.selenium.By.cssSelector("#verification button")).click();
        awaitPath("#verification");
        awaitText("#verification", "Step 1 of 2");
        assertThat(text("#verification")).contains(ScriptedCheck.TOKEN, "Now", ScriptedCheck.CALL, "To come").doesNotContain("Prove access now");
        var another = holding(io.portolan.access.Role.VIEWER);
        assertThat(another.get(API + "registrations/" + registration + "/verifications").text()).contains("running");
        assertThat(admin().get("/registrations/" + registration).text()).contains("Step 1 of 2");

        browser.navigate().refresh();
        awaitText("#verification", "Step 1 of 2");
        await().atMost(Duration.ofSeconds(10)).until(() -> "yes".equals(browser.executeScript("return document.documentElement.dataset.stream")));
        browser.executeScript("window.seenBefore = true");
        bank.answer();
        awaitText("#verification", "Step 2 of 2");
        assertThat(text("#verification")).contains("200, with a token");
        assertThat(text("#live-said")).isEqualTo("Step 2 of 2: " + ScriptedCheck.CALL);
        assertThat(wrongAsItIs("a check that runs")).isEmpty();
        browser.manage().window().setSize(new org.openqa.selenium.Dimension(1280, 900));
        bank.answer();

        awaitText("#verification", "Failed");
        assertThat(text("#verification")).contains("The bank denies us the accounts: 403", "What came back", "Prove access now").doesNotContain("Step 2 of 2");
        awaitText("#registration .facts", "Degraded");
        assertThat(browser.executeScript("return window.seenBefore")).as("without a reload").isEqualTo(true);
        assertThat(wrongAsItIs("a check that has failed")).isEmpty();
    }

    @Test
    void givesUpACheckWhoseNodeIsGone() {
        var tpp = aTpp();
        var registration = awaitStatus(start(tpp, "AIS").id(), Status.DONE).registration();
        jdbc.update("insert into verifications (id, registration, state, begun_by, begun_at, moved_at, steps) values (?, ?, 'RUNNING', 'user:ada', now() - interval '9 minutes',"
                + " now() - interval '8 minutes', 0)", "gone-" + registration, registration);

        assertThat(ok(viewer.get(API + "registrations/" + registration + "/verifications")).at("/items/0/state").asText()).isEqualTo("cut-off");
        assertThat(ok(operator.post(API + "registrations/" + registration + "/verification", "")).get("result").asText()).isEqualTo("proven");
        assertThat(ok(viewer.get(API + "registrations/" + registration + "/verifications")).at("/items/0/state").asText()).isEqualTo("proven");
    }

    private JsonNode awaitStep(String address, int step) {
        await().atMost(Duration.ofSeconds(10)).until(() -> ok(viewer.get(address)).get("step").asInt() == step);
        return ok(viewer.get(address));
    }

    private JsonNode awaitState(String address, String state) {
        await().atMost(Duration.ofSeconds(10)).until(() -> ok(viewer.get(address)).get("state").asText().equals(state));
        return ok(viewer.get(address));
    }
}
