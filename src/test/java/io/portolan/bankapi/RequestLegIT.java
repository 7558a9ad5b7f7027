package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestLegIT extends ApiLegs {

    @Test
    void registersOnceWithOurCertificateAndPutsTheSecretIntoTheVault() {
        bank.on("/register", came -> Goes.json(201, REGISTERED));
        var run = run("register");

        var outcome = means.perform(run);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).singleElement().satisfies(came -> {
            assertThat(came.certificate()).isTrue();
            assertThat(came.header("apikey")).isEqualTo("k3y-0001");
            assertThat(came.body()).isEqualTo("{\"client_name\":\"Lantern \\\"one\\\"\",\"grant_types\":[\"client_credentials\"],"
                    + "\"jwks\":[\"AAAA\",\"BBBB\"],\"secret\":\"k3y-0001\",\"version\":2}");
        });
        assertThat(run.kept()).containsExactly(Map.entry("client-id", "client-1"));
        assertThat(run.secrets()).containsExactly(Map.entry("client-secret", "s3cr3t/of the bank"));
        assertThat(run.expiries().get("client-secret")).isEqualTo(Instant.ofEpochSecond(1893456000));
        assertThat(run.told()).containsExactly("intended: POST localhost:" + bank.port() + "/register", "happened");
        assertThat(run.evidence()).hasSize(2).allSatisfy(kept ->
                assertThat(kept).doesNotContain("k3y-0001", "s3cr3t", "r4t-0001").contains("•••"));
    }

    @Test
    void asksAPersonWhereTheAnswerWasLostAndNeverSendsAgain() {
        bank.on("/register", came -> null);
        var run = run("register");

        assertThat(reason(means.perform(run))).isEqualTo(Reason.ANSWER_LOST);
        var again = run.again();
        assertThat(reason(means.perform(again))).isEqualTo(Reason.ANSWER_LOST);

        assertThat(bank.came()).hasSize(1);
        assertThat(again.evidence()).singleElement().asString().startsWith("POST https://localhost:").contains("client_name")
                .doesNotContain("k3y-0001");
    }

    @Test
    void takesItsIntentBackWhereThereWasNoConnection() {
        bank.close();
        var run = run("register");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
        assertThat(run.told()).last().asString().startsWith("averted: ");
    }

    @Test
    void mayAskAgainWhereTheBankSaysThatItDidNotTakeTheRequest() {
        bank.on("/register", came -> bank.came().size() == 1 ? Goes.json(400, "{\"error\": \"invalid_redirect_uri\"}") : Goes.json(201, REGISTERED));
        var run = run("register");

        assertThat(reason(means.perform(run))).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);

        assertThat(means.perform(run.again())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void doesNotKnowWhetherARequestThatTimedOutAtTheBankWasTaken() {
        bank.on("/register", came -> Goes.json(408, "{}"));
        var run = run("register");

        means.perform(run);

        assertThat(run.progress()).isEqualTo(Progress.INTENDED);
    }

    @Test
    void takesTheKeptAnswerForWhatItIsAfterACrash() {
        var run = run("register").at(Progress.HAPPENED);
        assertThat(reason(means.perform(run))).isEqualTo(Reason.ANSWER_LOST);
        run.keep("client-id", "client-1", null);
        try (var secret = Secret.of("s3cr3t")) {
            run.keepSecret("client-secret", secret, null);
        }

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void sendsARepeatableRequestAgain() {
        bank.on("/status", came -> bank.came().size() == 1 ? Goes.json(503, "{}") : Goes.json(200, "{\"state\": \"ACTIVE\"}"));

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class);
        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void readsTheSignsInTheirOrder() {
        assertThat(status("ACTIVE")).isInstanceOf(Outcome.Done.class);
        assertThat(status("REJECTED")).isInstanceOf(Outcome.Rejected.class);
        assertThat(status("PENDING")).isInstanceOf(Outcome.NotYet.class);
        assertThat(reason(status("QUESTION"))).isEqualTo(Reason.ASKED_BY_PLAYBOOK);
        assertThat(reason(status("UNHEARD-OF"))).isEqualTo(Reason.UNEXPECTED_ANSWER);
    }

    @Test
    void waitsForTheBankWithoutSendingTwiceAndGoesOnWhenItHasApproved() {
        bank.on("/apply", came -> Goes.json(202, "{}"));
        var run = run("apply");
        assertThat(means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        assertThat(means.perform(run.again())).isInstanceOf(Outcome.NotYet.class);

        var approved = run.again().answered(new BankAnswer(1, "o-1", BankAnswer.Kind.APPROVED, Set.of(), null, null, null, null,
                Instant.EPOCH, "user:ada"));

        assertThat(means.perform(approved)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).hasSize(1);
    }

    @Test
    void asksForACertificateWhereNoneIsInUse() {
        certificates = new InMemoryCertificates();
        waitingForAnswers(Duration.ofSeconds(5));

        assertThat(reason(means.perform(run("register")))).isEqualTo(Reason.MISSING_DATA);
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void saysTheReasonThatTheBankGivesAndNotItsJson() {
        var rejected = run("status");
        bank.on("/status", came -> Goes.json(200, "{\"state\": \"REJECTED\", \"why\": {\"text\": \"The licence is not in the register, k3y-0001.\"}}"));
        rejected.masks().add("k3y-0001");

        assertThat(means.perform(rejected)).isEqualTo(new Outcome.Rejected("The licence is not in the register, •••."));
        assertThat(rejected.evidence()).last().asString().contains("REJECTED", "The licence is not in the register").doesNotContain("k3y-0001");

        bank.on("/status", came -> Goes.json(200, "{\"state\": \"A QUESTION\", \"asked\": \"Which countries?\", \"why\": {\"text\": \"-\"}}"));
        assertThat(((Outcome.NeedsPerson) means.perform(run("status"))).detail()).isEqualTo("Which countries?");
        bank.on("/status", came -> Goes.json(200, "{\"state\": \"LOST\", \"why\": {\"text\": \"We moved.\"}}"));
        assertThat(((Outcome.NeedsPerson) means.perform(run("status"))).detail()).isEqualTo("We moved.");
    }

    @Test
    void saysInWordsWhatTheSignHasFoundWhereTheBankGivesNoReason() {
        assertThat(status("REJECTED")).isEqualTo(new Outcome.Rejected("state is \"REJECTED\""));
        assertThat(((Outcome.NotYet) status("PENDING")).why()).isEqualTo("The bank answers: state is \"PENDING\"");
        assertThat(((Outcome.NeedsPerson) status("QUESTION")).detail()).isEqualTo("it says \"QUESTION\"");
        bank.on("/status", came -> Goes.json(403, "{\"state\": \"REJECTED\", \"error\": \"no_licence\"}"));
        assertThat(means.perform(run("status"))).isEqualTo(new Outcome.Rejected("403 no_licence"));
    }

    private Outcome status(String state) {
        bank.on("/status", came -> Goes.json(200, "{\"state\": \"" + state + "\"}"));
        return means.perform(run("status"));
    }
}
