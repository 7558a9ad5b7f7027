package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The page of an onboarding offers all that may be done now, and says what follows before it is done; that of a registration tells what has been. */
class ShowsWhatMayBeDoneIT extends ApiStory {

    @Test
    void offersInEachStateWhatMayBeDoneWithItsConsequence() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        assertThat(offered(id)).containsExactly("task", "answer", "back", "hold", "withdraw");

        ScriptedMeans.next(tpp, "approval", PENDING);
        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        awaitLeg(id, "approval", LegState.WAITING);
        assertThat(offered(id)).containsExactly("look", "remind", "answer", "back", "hold", "withdraw");
        ok(operator.post(API + "onboardings/" + id + "/hold", "{\"reason\": \"Later.\"}"));
        assertThat(offered(id)).containsExactly("resume", "remind", "answer", "back", "withdraw");
        problem(operator.post(API + "onboardings/" + id + "/look", null), 409, "on-hold");
        ok(operator.post(API + "onboardings/" + id + "/resumption", null));

        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("The logo is missing."));
        ok(operator.post(API + "onboardings/" + id + "/look", null));
        await().atMost(Duration.ofSeconds(20)).until(() -> !openTasks(id).isEmpty());
        assertThat(offered(id)).containsExactly("amend", "answer", "back", "hold", "withdraw");

        ok(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \"Not wanted.\"}"));
        assertThat(offered(id)).contains("anew").doesNotContain("withdraw", "answer");
    }

    @Test
    void looksAtOnceAndKeepsThatTheBankWasReminded() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitLeg(id, "approval", LegState.WAITING);
        var page = "/onboardings/" + id;
        var person = admin();

        assertThat(person.submit(page, page + "/reminder?leg=approval", Map.of()).status()).isEqualTo(302);
        assertThat(journal.of(id)).anySatisfy(entry -> assertThat(entry.act().detail()).isEqualTo("handed-in"));
        ok(operator.post(API + "onboardings/" + id + "/reminder", "{\"note\": \"By telephone.\"}"));
        problem(operator.post(API + "onboardings/" + id + "/reminder", "{\"leg\": \"verify-access\"}"), 422, "which-leg");
        problem(viewer.post(API + "onboardings/" + id + "/look", null), 403, "not-permitted");

        assertThat(person.submit(page, page + "/look?leg=approval", Map.of()).status()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(20)).until(() -> ScriptedMeans.runs(tpp, "approval") == 2);
        awaitLeg(id, "approval", LegState.WAITING);
        ok(operator.post(API + "onboardings/" + id + "/look", "{\"leg\": \"approval\"}"));
        awaitStatus(id, Status.DONE);
        problem(operator.post(API + "onboardings/" + id + "/look", null), 409, "onboarding-finished");
    }

    @Test
    void tellsOfARegistrationWhatWasCheckedWhoHasSeenWhatAndWhichOnboardingsThereWere() {
        var done = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE);
        var page = "/registrations/" + done.registration();
        ok(approver.post(API + "registrations/" + done.registration() + "/credentials/client-secret/reveal", "{\"reason\": \"The bank asks for it.\"}"));
        ok(operator.post(API + "registrations/" + done.registration() + "/health", "{\"health\": \"degraded\", \"reason\": \"503 since noon\"}"));

        var told = Jsoup.parse(admin().get(page).text());
        assertThat(told.select("svg[aria-labelledby=checks-said] .check-proof")).hasSize(1);
        assertThat(told.select("svg .check-failed title").text()).isEqualTo("503 since noon");
        assertThat(told.select("#checks-said").text()).contains("One call has proven access", "found once not to work");
        assertThat(told.select("section[aria-labelledby=seen-title]").text()).contains("The bank asks for it.", "client-secret").doesNotContain("secret-of-client-secret");
        assertThat(told.select("section[aria-labelledby=worked-title] a").attr("href")).isEqualTo("/onboardings/" + done.id());
        assertThat(told.select("section[aria-labelledby=used-title]")).hasSize(1);
    }

    /** What the page offers, each held to have its consequence beside it and a way to do it. */
    private List<String> offered(String id) {
        var rows = Jsoup.parse(admin().get("/onboardings/" + id).text()).select("[data-act]");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.select("th span").first().text()).isNotBlank();
            assertThat(row.select("td").first().text()).as(row.attr("data-act")).endsWith(".").hasSizeGreaterThan(15);
            assertThat(row.select("a[href], form[action] button")).isNotEmpty();
        });
        return rows.eachAttr("data-act");
    }
}
