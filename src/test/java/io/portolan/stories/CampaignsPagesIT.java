package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.onboarding.Onboarding.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Campaigns by the pages: looked at first, then started, followed, paused, and tried again. */
class CampaignsPagesIT extends ApiStory {

    @Test
    void looksFirstThenStartsFollowsAndSteers() {
        var tpp = aTpp();
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        var person = admin();
        var form = new HashMap<>(Map.of("sent", "true", "tpp", tpp, "banks", "xx-quay", "environment", "test", "services", "AIS", "startsPerHour", "60", "atOnce", "5", "name", "Fleet <b>of</b> " + tpp));

        var preview = person.submit("/campaigns/new", "/campaigns/preview", form);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text()).contains("0 would start", "1 skipped, 0 refused", "This TPP is registered there already", "Start the campaign", "Fleet &lt;b&gt;of&lt;/b&gt; " + tpp);
        assertThat(person.get("/campaigns").text()).doesNotContain("of&lt;/b&gt; " + tpp);

        var started = person.submit("/campaigns/new", "/campaigns", form);
        assertThat(started.status()).isEqualTo(302);
        var page = Pattern.compile("/campaigns/[0-9a-f-]{36}").matcher(started.header("Location"));
        assertThat(page.find()).isTrue();
        var path = page.group();
        assertThat(person.get(path).text()).contains("Skipped", "its registration", "Try again", "at most 60").doesNotContain("<b>of</b>");
        assertThat(person.get(path + "?state=done").text()).contains("No bank of this campaign stands so now.");
        assertThat(person.get("/campaigns").text()).contains(path, "1 skipped", "<rect");
        await().atMost(Duration.ofSeconds(20)).until(() -> person.get(path).text().contains("All begun"));

        var live = person.get(path + "/live", "HX-Request", "true");
        assertThat(live.text()).contains("Skipped", "Try again").doesNotContain("<html");
        assertThat(viewer.get(path + "/live", "HX-Request", "true").text()).contains("Skipped").doesNotContain("Try again");
        assertThat(person.submit(path, path + "/items/xx-quay/retry", Map.of()).status()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(20)).until(() -> person.get(path).text().contains("All begun"));
        assertThat(person.submit(path, path + "/pause", Map.of()).text()).contains("This campaign is at its end");
        assertThat(person.get("/campaigns/nothing").status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasChosen() {
        var tpp = aTpp();
        var wrong = admin().submit("/campaigns/new?q=quay", "/campaigns", Map.of("sent", "true", "q", "quay", "tpp", tpp, "environment", "live", "startsPerHour", "7", "atOnce", "5"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Tick at least one bank.", "value=\"7\"", "Quay Bank");
        assertThat(admin().get("/campaigns/new?q=quay").text()).containsPattern("value=\"xx-quay\"[^>]*checked");
    }

    @Test
    void movesWithoutAReloadOnlyWhereSomethingHasChanged() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var made = operator.post(API + "campaigns", "{\"tpp\": \"" + tpp + "\", \"environment\": \"sandbox\", \"services\": [\"AIS\"], \"banks\": [\"xx-quay\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var path = "/campaigns/" + made.json().get("id").asText();
        var person = admin();
        await().atMost(Duration.ofSeconds(20)).until(() -> person.get(path).text().contains("Waiting for the bank") && person.get(path).text().contains("All begun"));

        assertThat(person.get(path).text()).contains("Approval: 1", "its onboarding", "Those with the name sandbox");
        assertThat(person.get("/campaigns/new?q=quay").text()).containsPattern("<option value=\"sandbox\"[^>]*>Those with the name sandbox<");
        assertThat(person.get(path + "?stage=approval").text()).contains("Quay Bank");
        var seen = Pattern.compile("seen=([0-9a-f]+)").matcher(person.get(path).text());
        assertThat(seen.find()).isTrue();
        assertThat(person.get(path + "/live?seen=" + seen.group(1), "HX-Request", "true").status()).isEqualTo(204);
        assertThat(person.get(path + "/live?seen=before", "HX-Request", "true").status()).isEqualTo(200);
    }
}
