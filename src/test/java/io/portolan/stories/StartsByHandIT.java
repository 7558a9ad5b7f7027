package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.journal.Act;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.Leg;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.PlaybookReader;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A bank that has no playbook is started all the same: people do everything by hand, and what they record becomes a draft. */
class StartsByHandIT extends ApiStory {

    private static final String SECRET = "typed-once-and-never-shown";

    @Autowired PlaybookReader reader;

    @Test
    void takesATppIntoABankThatNobodyKnewAndDraftsItsPlaybook() {
        var name = "Small Bank " + UUID.randomUUID().toString().substring(0, 8);
        problem(viewer.post(API + "banks", named(name)), 403, "not-permitted");
        problem(operator.post(API + "banks", "{\"name\": \"Small\", \"country\": \"Utopia\"}"), 422, "invalid-values");
        var created = operator.post(API + "banks", named(name));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var bank = created.json().get("id").asText();
        problem(operator.post(API + "banks", named(name)), 409, "bank-there-already");
        assertThat(ok(viewer.get(API + "banks?limit=200")).get("items").findValuesAsText("id")).contains(bank);
        problem(operator.call("DELETE", API + "banks/nl-abn-amro", null), 409, "bank-not-named");
        problem(viewer.get(API + "banks/" + bank + "/draft"), 404, "nothing-recorded");

        var tpp = aTpp();
        var started = operator.post(API + "onboardings", wish(tpp).replace("xx-quay", bank));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        assertThat(started.json().get("route").asText()).isEqualTo("by-hand-unverified");
        var id = started.json().get("id").asText();
        answer(id, "find-portal", "done", "\"portal-url\": \"https://portal.bank.example/tpp\", \"to-read\": \"https://portal.bank.example/guide.pdf\\nand more\", \"portal-says\": \"Ask us: \\\"kindly\\\".\"");
        answer(id, "ask-support", "done", "\"support-contact\": \"Ms Desk, psd2@bank.example, +352 123 456\"");
        answer(id, "sign-up", "done", "\"account.login\": \"banks@tpp.example\", \"account.password\": \"" + SECRET + "\", \"sign-up-asks\": \"Name and licence; the key will be " + SECRET + "\"");
        var account = ok(viewer.get(API + "portal-accounts?tpp=" + tpp)).get("items");
        assertThat(account).as("what was made by hand is kept among the accounts at portals").singleElement().satisfies(made -> {
            assertThat(made.get("portal").asText()).isEqualTo(bank);
            assertThat(made.get("login").asText()).isEqualTo("banks@tpp.example");
            assertThat(made.toString()).doesNotContain(SECRET);
        });
        answer(id, "create-application", "not-needed", "");
        answer(id, "hand-in-certificates", "not-needed", "");
        answer(id, "subscribe", "not-needed", "");
        answer(id, "approval", "handed-in", "");
        awaitStatus(id, Status.WAITING_FOR_BANK);
        ok(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"approved\", \"note\": \"By phone.\"}"));
        answer(id, "collect-credentials", "done", "\"api-url\": \"https://api.bank.example/v1\", \"client-id\": \"client-77\", \"client-secret\": \"" + SECRET + "\"");
        assertThat(ok(viewer.get(API + "tasks/" + awaitTaskOf(id, "verify-access"))).get("secrets")).as("only what was brought back").singleElement()
                .satisfies(secret -> assertThat(secret.get("name").asText()).isEqualTo("client-secret"));
        answer(id, "verify-access", "done", "\"proof\": \"200 OK\"");
        var done = awaitStatus(id, Status.DONE);

        var registration = ok(viewer.get(API + "registrations/" + done.registration()));
        assertThat(registration.get("method").asText()).isEqualTo("by-hand");
        assertThat(registration.get("standing").asText()).isEqualTo("active");
        assertThat(registration.get("health").asText()).as("nobody has proven it by a call of ours").isEqualTo("unknown");

        var draft = viewer.get(API + "banks/" + bank + "/draft");
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.header("Content-Type")).startsWith("application/yaml");
        assertThat(draft.text()).doesNotContain(SECRET, "client-77", "banks@tpp.example").contains("# To be decided");
        var read = reader.read(bank + ".yaml", draft.text());
        assertThat(read.problems()).as(draft.text()).isEmpty();
        var legs = read.orThrow().environments().get("sandbox").routes().get(0).legs();
        assertThat(legs).extracting(Leg::id).containsExactly("find-portal", "ask-support", "sign-up", "approval", "collect-credentials", "verify-access");
        assertThat(legs.get(3).waiting().forUpTo()).as("the wait as it was measured").isNotNull();
        assertThat(legs.get(3).instruct()).as("what the bank said").contains("By phone.");
        assertThat(legs.get(4).secretCaptures()).containsExactly("client-secret");
        assertThat(((OperatorWork) legs.get(5).work()).secrets()).as("what the one before has brought").containsOnlyKeys("Client secret");
        assertThat(read.orThrow().contacts().get("support").eMail()).isEqualTo("psd2@bank.example");
        assertThat(read.orThrow().contacts().get("support").phone()).isEqualTo("+352 123 456");
        assertThat(read.orThrow().documents()).extracting(Playbook.Document::url).containsExactly("https://portal.bank.example/guide.pdf");
    }

    @Test
    void startsAKnownBankToo() {
        var started = operator.post(API + "onboardings", wish(aTpp()).replace("xx-quay", "nl-abn-amro"));

        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var task = ok(viewer.get(API + "tasks/" + awaitTask(started.json().get("id").asText()).id()));
        assertThat(task.get("outcomes")).extracting(JsonNode::asText).contains("done", "not-needed");
        assertThat(task.toString()).contains("https://developer.abnamro.com", "Where the API begins in production.");
        assertThat(ok(viewer.get(API + "banks/nl-abn-amro")).at("/environments/sandbox/routes/0/name").asText()).isEqualTo("by-hand-unverified");
    }

    @Test
    void asksWhetherItIsAnotherBankThanThoseThatAreCalledAlike() {
        var name = "Rabobank of " + UUID.randomUUID().toString().substring(0, 8);
        var alike = operator.post(API + "banks", "{\"name\": \"" + name + "\", \"country\": \"NL\"}");
        problem(alike, 409, "bank-called-alike");
        assertThat(alike.json().get("alike")).anySatisfy(one -> {
            assertThat(one.get("id").asText()).isEqualTo("nl-rabobank");
            assertThat(one.get("name").asText()).isEqualTo("Rabobank");
        });

        var taken = operator.post(API + "banks", "{\"name\": \"" + name + "\", \"country\": \"NL\", \"another\": true}");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(operator.call("DELETE", API + "banks/" + taken.json().get("id").asText(), null).status()).isEqualTo(204);
    }

    @Test
    void correctsAndWithdrawsWhatAPersonHasNamed() {
        var name = "Misspelt " + UUID.randomUUID().toString().substring(0, 8);
        var made = operator.post(API + "banks", named(name)).json();
        var bank = made.get("id").asText();
        assertThat(made.at("/named/version").asLong()).isZero();
        assertThat(made.at("/named/by").asText()).isNotBlank();
        assertThat(ok(viewer.get(API + "banks/nl-abn-amro")).hasNonNull("named")).isFalse();

        problem(viewer.call("PUT", API + "banks/" + bank, corrected(name, "LU", 0)), 403, "not-permitted");
        problem(operator.call("PUT", API + "banks/" + bank, corrected(name, "Utopia", 0)), 422, "invalid-values");
        problem(operator.call("PUT", API + "banks/xx-nowhere", corrected(name, "LU", 0)), 404, "unknown-bank");
        problem(operator.call("PUT", API + "banks/nl-rabobank", corrected(name, "NL", 0)), 409, "bank-not-named");
        var renamed = ok(operator.call("PUT", API + "banks/" + bank, corrected(name + " Bank", "LU", 0)));
        assertThat(renamed.get("id").asText()).as("the id stays").isEqualTo(bank);
        assertThat(renamed.get("name").asText()).isEqualTo(name + " Bank");
        assertThat(renamed.hasNonNull("portal")).as("what is left out is taken away").isFalse();
        assertThat(renamed.at("/named/version").asLong()).isEqualTo(1);
        problem(operator.call("PUT", API + "banks/" + bank, corrected("Lost", "LU", 0)), 409, "bank-changed-meanwhile");
        var moved = ok(operator.call("PUT", API + "banks/" + bank, corrected(name + " Bank", "BE", 1))).get("id").asText();
        assertThat(moved).startsWith("be-misspelt-");
        problem(viewer.get(API + "banks/" + bank), 404, "unknown-bank");

        var note = operator.post(API + "banks/" + moved + "/notes", "{\"text\": \"Ask Ms Desk.\"}").json().get("id").asLong();
        problem(operator.call("DELETE", API + "banks/" + moved, null), 409, "bank-has-folder");
        assertThat(operator.call("DELETE", API + "banks/" + moved + "/notes/" + note, null).status()).isEqualTo(204);
        problem(viewer.call("DELETE", API + "banks/" + moved, null), 403, "not-permitted");
        assertThat(operator.call("DELETE", API + "banks/" + moved, null).status()).isEqualTo(204);
        problem(viewer.get(API + "banks/" + moved), 404, "unknown-bank");
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name() + " " + entry.act().detail())
                .contains("bank-corrected " + bank + ": name from " + name + " to " + name + " Bank, portal from https://portal.bank.example to nothing")
                .anySatisfy(said -> assertThat(said).startsWith("bank-withdrawn " + name + " Bank in BE, which was " + moved + ", named by "));
    }

    @Test
    void keepsABankWhereSomethingWasStarted() {
        var bank = operator.post(API + "banks", named("Begun " + UUID.randomUUID().toString().substring(0, 8))).json().get("id").asText();
        var started = operator.post(API + "onboardings", wish(aTpp()).replace("xx-quay", bank));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);

        var refused = operator.call("DELETE", API + "banks/" + bank, null);
        problem(refused, 409, "bank-has-onboardings");
        assertThat(refused.json().get("onboarding").asText()).isEqualTo(started.json().get("id").asText());
        problem(operator.call("PUT", API + "banks/" + bank, corrected("Begun elsewhere", "BE", 0)), 409, "bank-has-onboardings");
        assertThat(ok(operator.call("PUT", API + "banks/" + bank, corrected("Begun well", "LU", 0))).get("name").asText()).isEqualTo("Begun well");
    }

    private static String corrected(String name, String country, long version) {
        return "{\"name\": \"" + name + "\", \"country\": \"" + country + "\", \"version\": " + version + "}";
    }

    private static String named(String name) {
        return "{\"name\": \"" + name + "\", \"country\": \"LU\", \"portal\": \"https://portal.bank.example\", \"another\": true}";
    }

    private void answer(String onboarding, String leg, String outcome, String values) {
        var task = awaitTaskOf(onboarding, leg);
        ok(complete(task, "{\"outcome\": \"" + outcome + "\", \"values\": {" + values + "}}"));
    }

    private String awaitTaskOf(String onboarding, String leg) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> openTasks(onboarding).stream().anyMatch(task -> leg.equals(task.leg())));
        return openTasks(onboarding).stream().filter(task -> leg.equals(task.leg())).findFirst().orElseThrow().id();
    }
}
