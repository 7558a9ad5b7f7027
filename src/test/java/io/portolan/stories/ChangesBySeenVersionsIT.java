package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What two clients may change: each reads it with its ETag, and changes it only as long as it is what was read. */
class ChangesBySeenVersionsIT extends ApiStory {

    private String task() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        return API + "tasks/" + awaitTask(start(tpp, "AIS").id()).id();
    }

    @Test
    void changesATaskOnlyAsItWasRead() {
        var task = task();
        var seen = operator.get(task).header("ETag");
        assertThat(seen).matches("\"\\d+\"");

        var claimed = operator.post(task + "/claim", null, "If-Match", seen);
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.header("ETag")).isNotEqualTo(seen).isEqualTo(operator.get(task).header("ETag"));

        var other = holding(Role.OPERATOR);
        var late = problem(other.call("PATCH", task, "{\"due\": \"2030-01-01\"}", "If-Match", seen), 412, "changed-since-read");
        assertThat(late.at("/now/assignee").asText()).isEqualTo(claimed.json().get("assignee").asText());
        problem(other.post(task + "/release", null, "If-Match", seen), 412, "changed-since-read");
        problem(other.post(task + "/completion", "{\"outcome\": \"again\"}", "If-Match", "\"nonsense\""), 412, "changed-since-read");
        assertThat(operator.get(task).json().get("state").asText()).isEqualTo("open");
        assertThat(other.call("PATCH", task, "{\"due\": \"2030-01-01\"}", "If-Match", claimed.header("ETag")).status()).isEqualTo(200);
        assertThat(other.post(task + "/claim", null, "If-Match", "*").status()).isEqualTo(200);
        assertThat(other.get(task, "If-None-Match", other.get(task).header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void letsOneOfManyThroughWhoHaveSeenTheSame() throws Exception {
        var task = task();
        var seen = operator.get(task).header("ETag");
        var pool = Executors.newFixedThreadPool(8);
        var answers = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 8; i++) {
            var somebody = holding(Role.OPERATOR);
            answers.add(pool.submit(() -> somebody.post(task + "/claim", null, "If-Match", seen).status()));
        }
        pool.shutdown();

        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void changesATppABankAndAUserOnlyAsTheyWereRead() {
        var tpp = API + "tpps/" + aTpp();
        var read = operator.get(tpp);
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) read.json();
        body.remove("version");
        assertThat(operator.call("PUT", tpp, body.put("legalName", "First").toString(), "If-Match", read.header("ETag")).status()).isEqualTo(200);
        var late = problem(operator.call("PUT", tpp, body.put("legalName", "Second").toString(), "If-Match", read.header("ETag")), 412, "changed-since-read");
        assertThat(late.at("/now/legalName").asText()).isEqualTo("First");

        var bank = API + "banks/" + operator.post(API + "banks", "{\"name\": \"Bank of Versions " + UUID.randomUUID() + "\", \"country\": \"LU\", \"another\": true}").json().get("id").asText();
        var seen = operator.get(bank).header("ETag");
        assertThat(operator.call("PUT", bank, "{\"name\": \"Bank of Verses\", \"country\": \"LU\"}", "If-Match", seen).status()).isEqualTo(200);
        problem(operator.call("PUT", bank, "{\"name\": \"Bank of Voices\", \"country\": \"LU\"}", "If-Match", seen), 412, "changed-since-read");
        assertThat(operator.call("DELETE", bank, null).status()).isEqualTo(204);

        var admin = holding(Role.ADMIN);
        var user = API + "users/seen-" + UUID.randomUUID();
        admin.post(API + "users", "{\"name\": \"" + user.substring(user.lastIndexOf('/') + 1) + "\", \"roles\": [\"viewer\"]}");
        var before = admin.get(user).header("ETag");
        assertThat(admin.call("PATCH", user, "{\"roles\": [\"operator\"]}", "If-Match", before).status()).isEqualTo(200);
        problem(admin.call("PATCH", user, "{\"disabled\": true}", "If-Match", before), 412, "changed-since-read");
    }

    @Test
    void movesACampaignAndAnOnboardingOnlyAsTheyWereRead() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var onboarding = API + "onboardings/" + start(tpp, "AIS").id();
        awaitStatus(onboarding.substring(onboarding.lastIndexOf('/') + 1), Status.WAITING_FOR_BANK);
        var seen = operator.get(onboarding).header("ETag");
        assertThat(operator.post(onboarding + "/hold", "{\"reason\": \"Wait for the lawyers\"}", "If-Match", seen).status()).isEqualTo(200);
        problem(operator.post(onboarding + "/resumption", null, "If-Match", seen), 412, "changed-since-read");

        var campaign = API + "campaigns/" + operator.post(API + "campaigns", "{\"tpp\": \"" + aTpp() + "\", \"environment\": \"live\", \"services\": [\"AIS\"],"
                + " \"banks\": [\"xx-quay\", \"xx-jetty\"], \"startsPerHour\": 1}").json().get("id").asText();
        var first = operator.get(campaign).header("ETag");
        assertThat(operator.post(campaign + "/pause", null, "If-Match", first).status()).isEqualTo(200);
        problem(operator.post(campaign + "/cancellation", null, "If-Match", first), 412, "changed-since-read");
        assertThat(operator.post(campaign + "/cancellation", null).status()).isEqualTo(200);
    }
}
