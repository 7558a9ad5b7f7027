package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.AdoptPortalAccount.Told;
import io.portolan.journal.Act;
import io.portolan.vault.Secret;
import io.portolan.worklist.Task;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever takes a leg at a portal over sees what they sign in with: on the page of the task, and on that of the accounts. */
class SignsInByHandIT extends ApiStory {

    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Autowired AdoptPortalAccount adopt;

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

        var unsaid = person.submit(page, page + "/account/password/reveal", Map.of("reason", " "));
        var password = person.submit(page, page + "/account/password/reveal", Map.of("reason", "The page has changed."));
        var code = person.submit(page, page + "/account/code/reveal", Map.of("reason", "The page has changed."));

        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why you need to see it").doesNotContain("typed-by-a-machine");
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
        var page = "/portal-accounts";
        var reveal = page + "/" + tpp + "/quay-portal/sandbox/password/reveal";
        assertThat(operator.form(reveal, Map.of("reason", "A captcha.")).status()).isEqualTo(403);
        assertThat(operator.get(page).text()).contains(tpp + "@tpp.example").doesNotContain("Show the password");
        var person = admin();

        var unsaid = person.submit(page, reveal, Map.of());
        var password = person.submit(page, reveal, Map.of("reason", "To look at " + tpp + "."));

        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why you need to see it");
        assertThat(password.text()).contains("typed-by-a-machine");
        assertThat(password.header("Cache-Control")).contains("no-store");
        assertThat(person.submit(page, reveal.replace(tpp, "nobody"), Map.of("reason", "Just so.")).status()).isEqualTo(404);
        assertThat(journal.of(Act.HOUSE)).anySatisfy(entry -> assertThat(entry.act().detail()).endsWith("To look at " + tpp + "."));
    }
}
