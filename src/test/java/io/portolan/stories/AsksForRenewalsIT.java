package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.leg.LegQueue;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import io.portolan.worklist.AskForRenewals;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A portal account whose password ends is renewed in time. */
class AsksForRenewalsIT extends ApiStory {

    @Autowired PortalAccounts accounts;
    @Autowired LegQueue legs;
    @Autowired Vault vault;
    @Autowired AskForRenewals askForRenewals;

    private static Instant in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    /** An onboarding that is done, and the account that it has used, which ends then. */
    private String accountThatEnds(String tpp, Instant expires) {
        var id = awaitStatus(start(tpp, "AIS").id(), Status.DONE).id();
        var key = legs.of(id).stream().map(row -> row.portalAccount()).filter(Objects::nonNull).findFirst().orElseThrow().split("/");
        var password = PortalAccount.secret(tpp, key[1], key[2], "password");
        try (var secret = Secret.of("first-password")) {
            vault.keep(password, tpp, secret);
        }
        accounts.add(new PortalAccount(tpp, key[1], key[2], "banks@tpp.example", password, null, "portolan", Instant.now(), null, expires, false));
        return id;
    }

    private PortalAccount account(String tpp) {
        return accounts.of(tpp).get(0);
    }

    @Test
    void asksOnceAndInTimeAndWithdrawsWhatWasRenewed() {
        var tpp = aTpp();
        var expires = in(Duration.ofDays(10));
        var id = accountThatEnds(tpp, expires);

        askForRenewals.look();
        askForRenewals.look();

        assertThat(openTasks(id)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.NOTICE);
            assertThat(task.title()).contains(account(tpp).portal());
            assertThat(task.question()).contains("banks@tpp.example", "expires on");
            assertThat(task.dueAt()).isEqualTo(expires);
        });
        var renewal = API + "portal-accounts/" + tpp + "/" + account(tpp).portal() + "/" + account(tpp).environment() + "/renewal";
        var before = account(tpp).password();
        problem(operator.post(renewal, "{\"password\": \"second-password\"}"), 422, "missing-values");
        problem(operator.post(renewal, "{\"expires\": \"2020-01-01\"}"), 422, "invalid-values");
        problem(operator.post(renewal.replace(tpp, "nobody"), "{\"expires\": \"never\"}"), 404, "unknown-portal-account");
        var answer = operator.post(renewal, "{\"password\": \"second-password\", \"expires\": \"" + in(Duration.ofDays(90)) + "\"}");

        assertThat(ok(answer).get("expires").asText()).isNotBlank();
        assertThat(answer.text()).doesNotContain("second-password");
        assertThat(openTasks(id)).isEmpty();
        assertThat(shown(account(tpp).password())).isEqualTo("second-password");
        assertThat(vault.holds(before)).isFalse();
        askForRenewals.look();
        assertThat(openTasks(id)).isEmpty();
    }

    private String shown(SecretName name) {
        try (var secret = vault.reveal(name, Vault.Purpose.leg("story", "story")).orElseThrow()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    @Test
    void asksForNothingLongBeforeNorAgainAfterSomebodyHasSeenToIt() {
        var tpp = aTpp();
        var id = accountThatEnds(tpp, in(Duration.ofDays(20)));
        askForRenewals.look();
        assertThat(openTasks(id)).isEmpty();
        accounts.renewed(account(tpp), account(tpp).password(), in(Duration.ofDays(3)));
        askForRenewals.look();
        worklist.complete(awaitTask(id).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "On Monday."), "user:ada");
        askForRenewals.look();
        assertThat(openTasks(id)).isEmpty();
        accounts.renewed(account(tpp), account(tpp).password(), in(Duration.ofDays(13)));
        askForRenewals.look();
        assertThat(openTasks(id)).as("another expiry").hasSize(1);
    }
}
