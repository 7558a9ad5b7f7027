package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.AdoptPortalAccount.Told;
import io.portolan.account.PortalAccounts;
import io.portolan.journal.Act;
import io.portolan.playbook.Playbooks;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Whoever takes a leg at a portal over sees what they sign in with: on the page of the task, and on that of the accounts. */
class SignsInByHandIT extends ApiStory {

    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final String OTHER_SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    @Autowired AdoptPortalAccount adopt;
    @Autowired PortalAccounts accounts;
    @Autowired Vault vault;
    @Autowired Playbooks playbooks;

    private String tppWithAccount() {
        var tpp = aTpp();
        try (var password = Secret.of("typed-by-a-machine"); var seed = Secret.of(SEED)) {
            adopt.with(new Told(tpp, "quay-portal", "sandbox", tpp + "@tpp.example", password, seed, "user:story"), "user:story");
        }
        return tpp;
    }

    private Task handedOver(String tpp, String leg) {
        ScriptedMeans.next(tpp, leg, CHANGED);
        return awaitTask(start(tpp, "AIS").id());
    }

    @Test
    void namesTheLogInAndWhereItIsTyped() {
        var tpp = tppWithAccount();
        var task = handedOver(tpp, "create-application");

        assertThat(task.data()).contains(new Task.Datum("Link", "https://localhost:1/log-in", true), new Task.Datum("E-mail", tpp + "@tpp.example", false))
                .extracting(Task.Datum::text).doesNotHaveDuplicates().noneMatch(text -> text.contains("typed-by-a-machine"));
        assertThat(operator.get("/tasks/" + task.id()).text()).contains(tpp + "@tpp.example", "an approver can see it")
                .doesNotContain("Show the password", "typed-by-a-machine");
        var other = handedOver(aTpp(), "create-application");
        assertThat(operator.get("/tasks/" + other.id()).text()).doesNotContain("Signing in at the portal");
    }

    @Test
    void showsPasswordAndCodeOnThePageOfTheTaskToThoseWhoMay() {
        var task = handedOver(tppWithAccount(), "create-application");
        var page = "/tasks/" + task.id();
        assertThat(operator.form(page + "/account/password/reveal", Map.of("reason", "A captcha.")).status()).isEqualTo(403);
        var person = admin();

        var unsaid = person.submit(page, page + "/account/password/reveal", Map.of("reason", "M!"));
        var password = person.submit(page, page + "/account/password/reveal", Map.of("reason", "The page has changed."));
        var code = person.submit(page, page + "/account/code/reveal", Map.of("reason", "The page has changed."));

        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why, in a few words", "value=\"M!\"").doesNotContain("typed-by-a-machine");
        assertThat(password.status()).isEqualTo(200);
        assertThat(password.text()).contains("typed-by-a-machine", "Hide it");
        assertThat(password.header("Cache-Control")).contains("no-store");
        assertThat(code.text()).containsPattern("<code id=\"account-shown\">\\d{6}</code>").contains("It counts from ");
        assertThat(person.submit(page, page + "/account/seed/reveal", Map.of("reason", "Just so.")).status()).isEqualTo(404);
        assertThat(person.get(page).text()).contains("Show the password", "Show a one-time code").doesNotContain("typed-by-a-machine");
        assertThat(journal.of(task.onboarding())).filteredOn(entry -> entry.act().actor().equals("user:admin")).extracting(entry -> entry.act().name())
                .containsExactly("secret-revealed", "one-time-code-shown");
        assertThat(journal.of(task.onboarding()).toString()).doesNotContain("typed-by-a-machine", SEED);
    }

    @Test
    void showsThemOnThePageOfTheAccountsToo() {
        var tpp = tppWithAccount();
        var page = "/portal-accounts?tpp=" + tpp;
        var reveal = "/portal-accounts/" + tpp + "/quay-portal/sandbox/password/reveal";
        assertThat(operator.form(reveal, Map.of("reason", "A captcha.")).status()).isEqualTo(403);
        assertThat(operator.get(page).text()).contains(tpp + "@tpp.example").doesNotContain("Show the password");
        var person = admin();

        var unsaid = person.submit(page, reveal, Map.of());
        var password = person.submit(page, reveal, Map.of("reason", "To look at " + tpp + "."));

        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why, in a few words");
        assertThat(password.text()).contains("typed-by-a-machine");
        assertThat(password.header("Cache-Control")).contains("no-store");
        assertThat(person.submit(page, reveal.replace(tpp, "nobody"), Map.of("reason", "Just so.")).status()).isEqualTo(404);
        assertThat(journal.of(Act.HOUSE)).anySatisfy(entry -> assertThat(entry.act().detail()).endsWith("To look at " + tpp + "."));
    }

    @Test
    void takesANewSeedAndPasswordSoThatTheMachineSignsInAgain() {
        var tpp = tppWithAccount();
        var before = accounts.of(tpp).get(0);
        var path = API + "portal-accounts/" + tpp + "/quay-portal/sandbox/renewal";
        problem(operator.post(path, "{\"totp\": \"no seed at all\", \"expires\": \"never\"}"), 422, "invalid-values");
        assertThat(accounts.of(tpp)).containsExactly(before);

        var renewed = operator.post(path, "{\"totp\": \"" + OTHER_SEED + "\", \"expires\": \"never\"}");

        assertThat(ok(renewed).get("secondFactor").asText()).isEqualTo("totp");
        var after = accounts.of(tpp).get(0);
        assertThat(after.password()).isEqualTo(before.password());
        assertThat(shown(after.secondFactor())).isEqualTo(OTHER_SEED);
        assertThat(vault.holds(before.secondFactor())).isFalse();
        assertThat(journal.of(Act.HOUSE).toString()).contains("a new seed of its codes").doesNotContain(OTHER_SEED);
        var page = "/portal-accounts?tpp=" + tpp;
        var form = "/portal-accounts/" + tpp + "/quay-portal/sandbox/renewal";
        var person = admin();
        var wrong = person.submit(page, form, Map.of("password", "by-the-page", "seed", "no seed at all"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The seed is none").doesNotContain("by-the-page", "no seed at all");
        assertThat(person.submit(page, form, Map.of("expires", "2001-01-01")).text()).contains("lies in the past");
        assertThat(person.submit(page, form, Map.of("password", "by-the-page", "seed", SEED, "expires", "2099-12-31")).status()).isEqualTo(302);
        var last = accounts.of(tpp).get(0);
        assertThat(shown(last.password())).isEqualTo("by-the-page");
        assertThat(shown(last.secondFactor())).isEqualTo(SEED);
        assertThat(last.expires()).as("that day is whole, by the clocks of our people").isEqualTo("2099-12-31T23:00:00Z");
        assertThat(vault.holds(before.password()) || vault.holds(after.secondFactor())).isFalse();
        assertThat(person.get("/portal-accounts?only=" + tpp + "/quay-portal/sandbox").text()).contains("Kept: what is new of " + tpp, "value=\"2099-12-31\"").doesNotContain("by-the-page");
    }

    @Test
    void makesLogInAndPasswordForWhoeverSignsUpWhereMachinesMayNot() throws IOException {
        var quay = Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml"));
        putPlaybook("xx-quay-by-hand", quay.replace("bank: xx-quay\n", "bank: xx-quay-by-hand\nautomation: forbidden\n")
                .replace("quay-portal\n", "by-hand-portal\n      password: {length: 24}\n").replace("        legs:\n", """
                        legs:
                          - id: sign-up
                            stage: sign-up
                            by: portal
                            title: Sign up
                            signed-in: false
                            steps:
                              - open: '{{environment.base-url}}/sign-up'
                              - fill: { label: Your e-mail, with: '{{account.login}}' }
                              - fill: { label: New password, with: '{{account.password}}' }
                              - click: { role: button, name: Sign up, point-of-no-return: true }
                            look:
                              - open: '{{environment.base-url}}/home'
                            done-when: { text: Welcome }
                """.indent(0)));
        playbooks.reload();
        var tpp = aTpp();

        var task = awaitTask(startAt(tpp, "xx-quay-by-hand", "AIS").id());

        assertThat(task.leg()).isEqualTo("sign-up");
        var account = accounts.of(tpp).get(0);
        assertThat(account.adopted()).isFalse();
        assertThat(shown(account.password())).hasSize(24);
        assertThat(task.data()).extracting(Task.Datum::text).contains(account.login());
        assertThat(task.instructions()).contains("the password of the portal account");
        var page = "/tasks/" + task.id();
        var password = admin().submit(page, page + "/account/password/reveal", Map.of("reason", "To sign up."));
        assertThat(password.status()).isEqualTo(200);
        assertThat(HtmlUtils.htmlUnescape(password.text())).contains(shown(account.password()));
    }

    private String shown(SecretName name) {
        try (var secret = vault.reveal(name, Vault.Purpose.leg("story", "story")).orElseThrow()) {
            return secret.reveal(CharSequence::toString);
        }
    }
}
