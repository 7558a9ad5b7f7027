package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.AdoptPortalAccount.Told;
import io.portolan.account.PortalAccounts;
import io.portolan.journal.Act;
import io.portolan.leg.LegState;
import io.portolan.playbook.Playbooks;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is to sign us up by hand is asked first whether we have an account there, and tells of it where Portolan does not know it. */
class AsksForAnAccountIT extends ApiStory {

    private static final String BANK = "xx-quay-sign-up";
    private static final String PASSWORD = "typed-by-a-person-once";

    @Autowired AdoptPortalAccount adopt;
    @Autowired PortalAccounts accounts;
    @Autowired Vault vault;
    @Autowired Playbooks playbooks;

    @BeforeEach
    void aBankWherePeopleSignUp() throws IOException {
        putPlaybook(BANK, Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("bank: xx-quay\n", "bank: " + BANK + "\n")
                .replace("quay-portal\n", "sign-up-portal\n").replace("        legs:\n", """
                        legs:
                          - id: sign-up
                            stage: sign-up
                            by: operator
                            title: Sign up
                            instruct: Fill the form in.
                            evidence: confirmation-number
                            captures:
                              member-number: {label: Our member number}
                          - id: confirm
                            stage: sign-up
                            by: portal
                            title: Confirm the address
                            steps: [{open: '{{environment.base-url}}/confirm'}]
                            done-when: {text: Confirmed}
                """).replace("X-Organisation: '{{captured.organisation-id}}'", "X-Organisation: '{{captured.organisation-id}}', X-Member: '{{captured.member-number}}'"));
        playbooks.reload();
    }

    private Task signUp(String tpp) {
        var task = awaitTask(startAt(tpp, BANK, "AIS").id());
        assertThat(task.leg()).isEqualTo("sign-up");
        return worklist.find(task.id()).orElseThrow();
    }

    private JsonNode shown(Task task) {
        return ok(viewer.get(API + "tasks/" + task.id()));
    }

    private String held(String tpp) {
        try (var secret = vault.reveal(accounts.of(tpp).get(0).password(), Vault.Purpose.leg("story", "story")).orElseThrow()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    @Test
    void showsTheAccountThatIsKnownAndGoesOnWithIt() {
        var tpp = aTpp();
        try (var password = Secret.of(PASSWORD)) {
            adopt.with(new Told(tpp, "sign-up-portal", "sandbox", tpp + "@tpp.example", password, null, "user:story"), "user:story");
        }
        var task = signUp(tpp);

        assertThat(shown(task).get("question").asText()).startsWith("We have an account at this portal, which Portolan knows: " + tpp + "@tpp.example, taken in on ");
        assertThat(shown(task).get("outcomes").toString()).contains("account-exists");
        assertThat(shown(task).get("fields").findValuesAsText("name")).doesNotContain("account.login", "account.password");
        assertThat(operator.get("/tasks/" + task.id()).text()).contains("We have an account", tpp + "@tpp.example");
        var lacking = problem(complete(task.id(), "{\"outcome\": \"account-exists\"}"), 422, "missing-values");
        assertThat(lacking.at("/fields/member-number").asText()).as("needed later, whoever signs up").isNotEmpty();
        assertThat(lacking.at("/fields/proof").isMissingNode()).as("nothing was handed in").isTrue();

        ok(complete(task.id(), "{\"outcome\": \"account-exists\", \"values\": {\"member-number\": \"m-1\"}}"));

        awaitStatus(task.onboarding(), io.portolan.onboarding.Onboarding.Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "confirm")).as("passed by with it").isZero();
        assertThat(leg(task.onboarding(), "sign-up").state()).isEqualTo(LegState.DONE);
        assertThat(journal.of(task.onboarding())).anySatisfy(entry -> {
            assertThat(entry.act().name()).isEqualTo("sign-up-passed-by");
            assertThat(entry.act().detail()).contains("Confirm the address");
        }).anySatisfy(entry -> assertThat(entry.act().detail()).startsWith("account-exists"));
        assertThat(accounts.of(tpp)).hasSize(1);
        assertThat(held(tpp)).isEqualTo(PASSWORD);
    }

    @Test
    void takesTheAccountInThatAPersonTellsOf() {
        var tpp = aTpp();
        var task = signUp(tpp);
        assertThat(shown(task).get("question").asText()).startsWith("First: do we have an account at this portal already? Portolan knows of none.");
        var nothing = problem(complete(task.id(), "{\"outcome\": \"account-exists\", \"values\": {\"member-number\": \"m-1\"}}"), 422, "missing-values");
        assertThat(nothing.get("fields").toString()).contains("account.login", "account.password");
        var wrong = problem(complete(task.id(), "{\"outcome\": \"account-exists\", \"values\": {\"member-number\": \"m-1\", \"account.login\": \"ada\","
                + " \"account.password\": \"" + PASSWORD + "\", \"account.totp\": \"no seed at all\"}}"), 422, "invalid-values");
        assertThat(wrong.toString()).contains("account.totp").doesNotContain(PASSWORD, "no seed at all");
        assertThat(accounts.of(tpp)).isEmpty();

        var page = "/tasks/" + task.id();
        var answered = admin().submit(page, page + "/completion", Map.of("outcome", "account-exists", "value.member-number", "m-1",
                "value.account.login", "ada@tpp.example", "value.account.password", PASSWORD, "value.account.totp", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));

        assertThat(answered.status()).as(answered.toString()).isEqualTo(302);
        awaitStatus(task.onboarding(), io.portolan.onboarding.Onboarding.Status.DONE);
        assertThat(accounts.of(tpp)).singleElement().satisfies(account -> {
            assertThat(account.login()).isEqualTo("ada@tpp.example");
            assertThat(account.adopted()).isTrue();
            assertThat(account.owner()).isEqualTo("user:admin");
            assertThat(account.secondFactor()).isNotNull();
        });
        assertThat(held(tpp)).isEqualTo(PASSWORD);
        assertThat(journal.of(Act.HOUSE).toString() + journal.of(task.onboarding())).contains("ada@tpp.example").doesNotContain(PASSWORD, "GEZDGNBV");
    }

    @Test
    void keepsTheAccountThatAPersonHasMadeJustNow() {
        var tpp = aTpp();
        var task = signUp(tpp);
        problem(complete(task.id(), "{\"outcome\": \"done\", \"values\": {\"member-number\": \"m-1\", \"proof\": \"4711\", \"account.login\": \"new\"}}"), 422, "missing-values");

        ok(complete(task.id(), "{\"outcome\": \"done\", \"values\": {\"member-number\": \"m-1\", \"proof\": \"4711\", \"account.login\": \"new\", \"account.password\": \""
                + PASSWORD + "\"}}"));

        awaitStatus(task.onboarding(), io.portolan.onboarding.Onboarding.Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "confirm")).as("a new account is confirmed").isEqualTo(1);
        assertThat(accounts.of(tpp)).singleElement().satisfies(account -> assertThat(account.login()).isEqualTo("new"));
        assertThat(held(tpp)).isEqualTo(PASSWORD);
    }

    @Test
    void asksNobodyWhoDoesSomethingElse() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var task = worklist.find(awaitTask(start(tpp, "AIS").id()).id()).orElseThrow();

        assertThat(shown(task).get("question").asText()).isEqualTo("The page has changed.");
        assertThat(shown(task).get("outcomes").toString()).doesNotContain("account-exists");
        problem(complete(task.id(), "{\"outcome\": \"account-exists\"}"), 422, "outcome-not-offered");
        problem(complete(task.id(), "{\"outcome\": \"again\", \"values\": {\"account.login\": \"ada\"}}"), 422, "unknown-values");
    }
}
