package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainsOfCallsIT extends ApiLegs {

    @Test
    void remembersUntilWhenWhatItGotIsGood() {
        bank.on("/session", came -> Goes.json(200, "{\"token\": \"t-0001\", \"expires_in\": 120, \"id\": \"S-abc\"}"));
        var run = run("session");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.expiries()).containsEntry("session-token", NOW.plusSeconds(120)).containsEntry("session-id", NOW.plusSeconds(300));
        assertThat(run.kept()).containsEntry("session-id", "ABC");
    }

    @Test
    void renewsWhatHasRunOutAndCallsOnceMore() {
        bank.on("/subscription", came -> Goes.json("t-0002".equals(came.header("Session-Token")) ? 200 : 401, "{}"));
        var run = inASession("subscribe").renewing(Map.of("session-token", "t-0002"));

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(came -> came.header("Session-Token")).containsExactly("t-0001", "t-0002");
    }

    @Test
    void triesAgainLaterWhereTheBankSaysTheSameOfWhatIsNew() {
        bank.on("/subscription", came -> Goes.json(401, "{}"));

        assertThat(means.perform(inASession("subscribe").renewing(Map.of("session-token", "t-0002")))).isInstanceOf(Outcome.Fault.class);
        assertThat(bank.came()).hasSize(2);
    }

    @Test
    void makesACallThatMustNotBeMadeTwiceOnceMoreOnlyWhereThePlaybookSaysThatItWasNotTaken() {
        bank.on("/claim", came -> Goes.json("t-0002".equals(came.header("Token")) ? 201 : 401, "{}"));
        var told = inASession("claim").renewing(Map.of("session-token", "t-0002"));
        var blindly = inASession("claim-blindly").renewing(Map.of("session-token", "t-0002"));

        assertThat(means.perform(told)).isInstanceOf(Outcome.Done.class);
        assertThat(told.told()).extracting(said -> said.split(":")[0]).containsExactly("intended", "averted", "intended", "happened");
        assertThat(reason(means.perform(blindly))).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(bank.came()).hasSize(3);
    }

    @Test
    void looksBeforeItRegistersAgainAndTakesWhatItFinds() {
        bank.on("/clients", came -> came.method().equals("GET") ? Goes.json(200, "[{\"tpp\": \"T-1\"}]") : null);
        var run = run("find");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);

        var again = run.again();

        assertThat(means.perform(again)).isInstanceOf(Outcome.Done.class);
        assertThat(again.kept()).containsEntry("tpp-id", "T-1");
        assertThat(again.progress()).isEqualTo(Progress.HAPPENED);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET");
    }

    @Test
    void registersAgainWhereALookFindsNothing() {
        bank.on("/clients", came -> came.method().equals("GET") ? Goes.json(200, "[]")
                : bank.came().size() == 1 ? null : Goes.json(201, "{\"tpp\": \"T-1\"}"));
        var run = run("find");
        means.perform(run);

        assertThat(means.perform(run.again())).isInstanceOfSatisfying(Outcome.Fault.class, fault -> assertThat(fault.pause()).isEqualTo(LOOK_AGAIN));
        clock.pass(LOOK_AGAIN.minusMillis(1));
        assertThat(means.perform(run.again())).isInstanceOf(Outcome.Fault.class);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET", "GET");
        clock.pass(Duration.ofMillis(1));
        assertThat(means.perform(run.again())).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET", "GET", "GET", "POST");
    }

    @Test
    void registersNotAgainWhereALookIsAnsweredByAPage() {
        bank.on("/clients", came -> came.method().equals("POST") ? null
                : new Goes(200, Map.of("Content-Type", "text/html"), "<html><p>We will be back soon</p></html>"));
        var run = run("find");
        means.perform(run);

        for (int look = 0; look < 2; look++) {
            assertThat(means.perform(run.again())).isInstanceOf(Outcome.Fault.class).asString().contains("neither yes nor no", "back soon");
            clock.pass(LOOK_AGAIN);
        }

        assertThat(reason(means.perform(run.again()))).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET", "GET", "GET");
    }

    @Test
    void looksAgainTwiceAfterAPageBetweenTwoAbsences() {
        var answers = new ArrayDeque<>(List.of("[]", "<p>Soon</p>", "[]"));
        bank.on("/clients", came -> came.method().equals("POST") ? null : Goes.json(200, answers.remove()));
        var run = run("find");
        means.perform(run);

        for (int look = 0; look < 3; look++) {
            assertThat(means.perform(run.again())).isInstanceOf(Outcome.Fault.class);
            clock.pass(LOOK_AGAIN);
        }
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET", "GET", "GET");
    }

    @Test
    void actsNotAgainWhereALookSaysNeitherYesNorNo() {
        bank.on("/clients", came -> Goes.json(403, "{}"));
        assertThat(means.perform(run("find").at(Progress.INTENDED))).isInstanceOf(Outcome.Fault.class);
        assertThat(means.perform(run("find").at(Progress.INTENDED))).isInstanceOf(Outcome.Fault.class);
        assertThat(reason(means.perform(run("find").at(Progress.INTENDED)))).isEqualTo(Reason.UNEXPECTED_ANSWER);

        bank.on("/clients", came -> Goes.json(503, "{}"));
        assertThat(means.perform(run("find").at(Progress.INTENDED))).isInstanceOf(Outcome.Fault.class);

        assertThat(bank.came()).extracting(Came::method).containsOnly("GET");
    }

    @Test
    void looksNotWhereNobodyCanHaveRegistered() {
        bank.on("/clients", came -> Goes.json(201, "{\"tpp\": \"T-1\", \"key\": \"k-0001\"}"));
        var run = run("find");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST");
        assertThat(run.secrets()).containsEntry("client-key", "k-0001");
    }

    @Test
    void registersWithATokenThatItGetsFirst() {
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"t0k3n-0001\"}"));
        bank.on("/stet", came -> Goes.json("Bearer t0k3n-0001".equals(came.header("Authorization")) ? 201 : 401, "{}"));
        var run = run("stet");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.evidence()).hasSize(4).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n-0001"));
    }

    @Test
    void sendsNoRequestWithoutTheTokenItNeedsAndNeedsNoneToAskAPerson() {
        bank.on("/token", came -> Goes.json(401, "{\"error\": \"invalid_client\"}"));
        var run = run("stet");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
        assertThat(reason(means.perform(run.again()))).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(bank.came()).extracting(Came::path).containsExactly("/token", "/token");

        var cutOff = run("stet").at(Progress.INTENDED);
        assertThat(reason(means.perform(cutOff))).isEqualTo(Reason.ANSWER_LOST);
        assertThat(cutOff.evidence()).singleElement().asString().contains("/stet");
        assertThat(bank.came()).hasSize(2);
    }

    @Test
    void readsHeadersAndWebPages() {
        bank.on("/page", came -> new Goes(200, Map.of("Content-Type", "text/html; charset=ISO-8859-1", "Location", "https://bank.example/c/1"),
                "<p>Your code: <b>A&amp;B-7</b></p>"));
        var run = run("page");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.kept()).containsEntry("organisation-code", "A&B-7").containsEntry("registration-client-uri", "https://bank.example/c/1");
    }

    @Test
    void showsTheExactRequestWithoutMakingIt() {
        var run = run("register");

        means.show(run);

        assertThat(run.evidence()).singleElement().asString().contains("POST https://localhost", "client_name").doesNotContain("k3y-0001");
        assertThat(bank.came()).isEmpty();
    }

    private io.portolan.leg.FakeLegRun inASession(String leg) {
        return run(leg).withSecret("captured.session-token", "t-0001").with("captured.session-id", "ABC");
    }
}
