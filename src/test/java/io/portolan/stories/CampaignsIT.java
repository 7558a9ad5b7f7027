package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.campaign.BeginItems;
import io.portolan.certificate.Certificate;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.Playbooks;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many onboardings: chosen together, begun at their pace, paused, skipped where something is there, and nothing twice. */
class CampaignsIT extends ApiStory {

    private static final String FAST = "\"startsPerHour\": 3600";

    @Autowired BeginItems beginItems;
    @Autowired Playbooks playbooks;
    @Autowired JdbcTemplate jdbc;

    private String tpp;

    @BeforeEach
    void putTheFleet() throws IOException {
        var quay = Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml"));
        for (var bank : new String[] {"xx-fleet-one", "xx-fleet-two", "xx-fleet-three"}) {
            putPlaybook(bank, quay.replace("xx-quay", bank).replace("quay-portal", bank).replace("Quay Bank", "Fleet " + bank)
                    .replace("{ kind: QWAC, for: [tls] }", "{ kind: QWAC, for: [tls] }" + (bank.endsWith("three") ? "\n    - { kind: QSealC, for: [signature] }" : "")));
        }
        playbooks.reload();
        tpp = aTpp();
    }

    @Test
    void looksStartsCountsAndSkipsWhatIsThere() {
        var there = awaitStatus(startAt(tpp, "xx-fleet-one", "AIS").id(), Status.DONE);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var wish = campaign("\"filter\": {\"q\": \"fleet\"}, " + FAST);

        var preview = ok(operator.post(API + "campaigns/preview", wish));
        assertThat(preview.get("start").asInt() + " " + preview.get("skip").asInt() + " " + preview.get("refuse").asInt()).isEqualTo("1 1 1");
        assertThat(ok(viewer.get(API + "campaigns?limit=200")).get("items").findValuesAsText("tpp")).doesNotContain(tpp);

        var key = UUID.randomUUID().toString();
        var made = operator.post(API + "campaigns", wish, "Idempotency-Key", key);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var id = made.json().get("id").asText();
        assertThat(made.header("Location")).isEqualTo("/api/v1/campaigns/" + id);
        assertThat(operator.post(API + "campaigns", wish, "Idempotency-Key", key).json().get("id").asText()).isEqualTo(id);

        awaitCount(id, "waiting-for-bank", 1);
        awaitState(id, "all-begun");
        var shown = ok(viewer.get(API + "campaigns/" + id));
        assertThat(shown.at("/counts/skipped").asInt()).isEqualTo(1);
        assertThat(shown.at("/stages/approval").asInt()).isEqualTo(1);
        assertThat(ok(viewer.get(API + "campaigns/" + id + "/items?state=skipped")).at("/items/0/registration").asText()).isEqualTo(there.registration());
        var refused = ok(viewer.get(API + "campaigns/" + id + "/items?state=refused")).at("/items/0");
        assertThat(refused.get("bank").asText()).isEqualTo("xx-fleet-three");
        assertThat(refused.get("findings").findValuesAsText("code")).contains("certificate-missing");
        assertThat(journal.of("campaign:" + id)).extracting(entry -> entry.act().name()).contains("campaign-made", "campaign-item-started", "campaign-begun");
        assertThat(journal.verify("campaign:" + id).intact()).isTrue();

        var issued = authority().qseal(DemoTpp.example());
        try (var secret = Secret.of(issued.keyPem())) {
            certificates.take(tpp, Certificate.Kind.QSEALC, "test", "Seal of " + tpp, issued.chainPem(), secret, "user:story");
        }
        problem(operator.post(API + "campaigns/" + id + "/items/xx-fleet-two/retry", null), 409, "nothing-to-retry");
        problem(viewer.post(API + "campaigns/" + id + "/items/xx-fleet-three/retry", null), 403, "not-permitted");
        ok(operator.post(API + "campaigns/" + id + "/items/xx-fleet-three/retry", null));
        awaitCount(id, "done", 1);
    }

    @Test
    void takesEachBranchOfABankWhoseBranchesRegisterUsByThemselves() throws IOException {
        putPlaybook("xx-shoals", Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", "xx-shoals").replace("quay-portal", "xx-shoals")
                .replace("Quay Bank", "Shoals").replaceFirst("sources:", "branches:\n  north: {name: North Shoal, scope: registration}\n  south: {name: South Shoal, scope: registration}\nsources:"));
        playbooks.reload();
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith("xx-shoals"));

        var id = make("\"banks\": [\"xx-shoals\"], " + FAST);
        awaitCount(id, "done", 2);

        var items = ok(viewer.get(API + "campaigns/" + id + "/items"));
        assertThat(items.findValuesAsText("bank")).containsExactly("xx-shoals", "xx-shoals");
        assertThat(items.findValuesAsText("branch")).containsExactly("north", "south");
        assertThat(ok(viewer.get(API + "onboardings/" + items.at("/items/1/onboarding").asText())).get("branch").asText()).isEqualTo("south");
        var one = ok(operator.post(API + "campaigns/preview", campaign("\"banks\": [\"xx-shoals:north\"], " + FAST)));
        assertThat(one.get("skip").asInt()).isEqualTo(1);
        problem(operator.post(API + "campaigns/preview", campaign("\"banks\": [\"xx-shoals:west\"], " + FAST)), 422, "unknown-bank");
        problem(operator.post(API + "campaigns/" + id + "/items/xx-shoals:north/retry", null), 409, "nothing-to-retry");
    }

    @Test
    void beginsAtItsPaceAndNothingWhilePaused() {
        var id = make("\"banks\": [\"xx-fleet-one\", \"xx-fleet-two\"], \"startsPerHour\": 60");
        awaitCount(id, "done", 1);
        beginItems.beginAll();
        assertThat(ok(viewer.get(API + "campaigns/" + id)).get("nextStart").isNull()).isFalse();
        assertThat(count(id, "not-started")).isEqualTo(1);

        assertThat(ok(operator.post(API + "campaigns/" + id + "/pause", null)).get("state").asText()).isEqualTo("paused");
        problem(operator.post(API + "campaigns/" + id + "/pause", null), 409, "campaign-not-running");
        jdbc.update("update campaign_items set started_at = started_at - interval '61 seconds' where campaign = ?", id);
        beginItems.beginAll();
        assertThat(count(id, "not-started")).isEqualTo(1);

        ok(operator.post(API + "campaigns/" + id + "/resume", null));
        awaitCount(id, "done", 2);
        awaitState(id, "all-begun");
        problem(operator.post(API + "campaigns/" + id + "/cancellation", null), 409, "campaign-over");
    }

    @Test
    void beginsNoMoreThanMayBeUnderWayAtATime() {
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = make("\"banks\": [\"xx-fleet-one\", \"xx-fleet-two\"], \"atOnce\": 1, " + FAST);
        awaitCount(id, "waiting-for-us", 1);
        jdbc.update("update campaign_items set started_at = started_at - interval '61 seconds' where campaign = ?", id);
        beginItems.beginAll();
        assertThat(count(id, "not-started")).isEqualTo(1);

        var first = ok(viewer.get(API + "campaigns/" + id + "/items?state=waiting-for-us")).at("/items/0/onboarding").asText();
        ok(complete(awaitTask(first).id(), "{\"outcome\": \"again\"}"));
        awaitCount(id, "done", 2);
    }

    @Test
    void startsOnceThoughItFailsBetweenStartAndNote() {
        jdbc.execute("""
                create or replace function die_before_the_note() returns trigger language plpgsql as $$ begin
                    if new.state = 'STARTED' and exists (select from campaigns where id = new.campaign and tpp = '%s') then raise exception 'killed'; end if;
                    return new; end $$""".formatted(tpp));
        jdbc.execute("create trigger die_before_the_note before update on campaign_items for each row execute function die_before_the_note()");
        String id;
        try {
            id = make("\"banks\": [\"xx-fleet-one\"], " + FAST);
            await().atMost(Duration.ofSeconds(20)).until(() -> "internal-error".equals(item(id).path("code").asText()));
        } finally {
            jdbc.execute("drop function die_before_the_note() cascade");
        }
        assertThat(started()).isZero();
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isZero();

        jdbc.update("update campaign_items set next_at = null where campaign = ?", id);
        awaitCount(id, "done", 1);
        assertThat(started()).isEqualTo(1);
        assertThat(item(id).get("onboarding").asText()).isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithAWishAndEndsWhenCancelled() {
        problem(operator.post(API + "campaigns", campaign("\"banks\": [\"xx-flet-one\"]")), 422, "unknown-bank");
        problem(operator.post(API + "campaigns", campaign("\"name\": \"Neither\"")), 422, "banks-or-filter");
        problem(operator.post(API + "campaigns", campaign("\"filter\": {\"q\": \"nothing-is-called-so\"}")), 422, "no-banks");
        problem(operator.post(API + "campaigns", campaign("\"filter\": {\"means\": \"pigeon\"}")), 422, "invalid-values");
        problem(operator.post(API + "campaigns", campaign("\"banks\": [\"xx-fleet-one\"], \"startsPerHour\": 0")), 422, "invalid-values");
        problem(operator.post(API + "campaigns", campaign("\"banks\": [\"xx-fleet-one\"]").replace(tpp, "nobody")), 404, "unknown-tpp");
        problem(viewer.post(API + "campaigns", campaign("\"banks\": [\"xx-fleet-one\"]")), 403, "not-permitted");
        problem(viewer.get(API + "campaigns/nothing"), 404, "unknown-campaign");

        var id = make("\"banks\": [\"xx-fleet-one\", \"xx-fleet-two\"], \"startsPerHour\": 1");
        awaitCount(id, "done", 1);
        assertThat(ok(operator.post(API + "campaigns/" + id + "/cancellation", null)).at("/counts/not-started").asInt()).isEqualTo(1);
        problem(operator.post(API + "campaigns/" + id + "/resume", null), 409, "campaign-not-paused");
    }

    private String make(String more) {
        var made = operator.post(API + "campaigns", campaign(more));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    private String campaign(String more) {
        return "{\"tpp\": \"" + tpp + "\", \"environment\": \"test\", \"services\": [\"AIS\"], " + more + "}";
    }

    private int started() {
        return jdbc.queryForObject("select count(*) from onboardings where tpp = ?", Integer.class, tpp);
    }

    private JsonNode item(String id) {
        return ok(viewer.get(API + "campaigns/" + id + "/items")).at("/items/0");
    }

    private int count(String id, String standing) {
        return ok(viewer.get(API + "campaigns/" + id)).at("/counts/" + standing).asInt();
    }

    private void awaitCount(String id, String standing, int number) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> count(id, standing) == number);
    }

    private void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> ok(viewer.get(API + "campaigns/" + id)).get("state").asText().equals(state));
    }
}
