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

    @Test
    void revokesATokenAndRenewsAnAccountOnlyAsTheyWereRead() {
        var admin = holding(Role.ADMIN);
        var name = "seen-" + UUID.randomUUID();
        var token = API + "tokens/" + name;
        assertThat(admin.post(API + "tokens", "{\"name\": \"" + name + "\", \"roles\": [\"viewer\"]}").status()).isEqualTo(201);
        var seen = admin.get(token).header("ETag");
        assertThat(admin.call("DELETE", token, null, "If-Match", seen).status()).isEqualTo(204);
        var late = problem(admin.call("DELETE", token, null, "If-Match", seen), 412, "changed-since-read");
        assertThat(late.at("/now/revokedAt").asText()).isNotBlank();
        problem(admin.get(API + "tokens/nobodys"), 404, "unknown-token");

        var tpp = aTpp();
        var account = API + "portal-accounts/" + tpp + "/seen-portal/sandbox";
        assertThat(operator.post(API + "portal-accounts", "{\"tpp\": \"" + tpp + "\", \"portal\": \"seen-portal\", \"environment\": \"sandbox\", \"login\": \"seen@tpp.example\","
                + " \"password\": \"a-password-for-nobody\"}").status()).isEqualTo(201);
        var read = operator.get(account);
        assertThat(read.json().get("login").asText()).isEqualTo("seen@tpp.example");
        assertThat(operator.post(account + "/renewal", "{\"expires\": \"2031-01-01\"}", "If-Match", read.header("ETag")).status()).isEqualTo(200);
        var now = problem(operator.post(account + "/renewal", "{\"expires\": \"2032-01-01\"}", "If-Match", read.header("ETag")), 412, "changed-since-read");
        assertThat(now.at("/now/expires").asText()).startsWith("2031-01-01");
        assertThat(operator.post(account + "/renewal", "{\"expires\": \"never\"}", "If-Match", operator.get(account).header("ETag")).status()).isEqualTo(200);
        problem(operator.get(API + "portal-accounts/" + tpp + "/no-portal/sandbox"), 404, "unknown-portal-account");
    }

    @Test
    void choosesCertificatesAndConsentsOnlyAsTheyWereRead() {
        var tpp = aTpp();
        var choices = API + "tpps/" + tpp + "/certificates/choices";
        var body = "{\"certificate\": \"" + certificates.of(tpp).get(0).id() + "\", \"bank\": \"xx-quay\"}";
        var none = operator.get(choices).header("ETag");
        assertThat(none).isEqualTo("\"0\"");
        var chosen = operator.call("PUT", choices, body, "If-Match", none);
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(chosen.header("ETag")).isEqualTo(operator.get(choices).header("ETag")).isNotEqualTo(none);
        assertThat(problem(operator.call("PUT", choices, body, "If-Match", none), 412, "changed-since-read").at("/now/items/0/bank").asText()).isEqualTo("xx-quay");
        var gone = choices + "?environment=test&kind=qwac&bank=xx-quay";
        problem(operator.call("DELETE", gone, null, "If-Match", none), 412, "changed-since-read");
        assertThat(operator.call("DELETE", gone, null, "If-Match", chosen.header("ETag")).status()).isEqualTo(204);
        assertThat(operator.get(choices).header("ETag")).as("what was taken away counts, too").isNotEqualTo(chosen.header("ETag"));

        var consents = API + "tpps/" + tpp + "/automation-consents";
        var before = operator.get(consents).header("ETag");
        assertThat(operator.call("PUT", consents + "/seen-portal", "{\"given\": true}", "If-Match", before).status()).isEqualTo(200);
        var late = problem(operator.call("PUT", consents + "/seen-portal", "{\"given\": false}", "If-Match", before), 412, "changed-since-read");
        assertThat(late.at("/now/items/0/given").asBoolean()).isTrue();
    }
}
