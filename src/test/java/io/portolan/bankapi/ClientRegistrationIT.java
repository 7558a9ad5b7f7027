package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.RecordedRun.Interruption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRegistrationIT extends ApiLegs {

    private StrictRegistrar registrar;

    @Override
    String playbook() {
        return ClientPlaybook.at(bank.port());
    }

    @BeforeEach
    void openTheRegistrar() {
        registrar = new StrictRegistrar(bank);
    }

    @Override
    FakeLegRun run(String leg) {
        return super.run(leg).withSecret("captured.initial-token", StrictRegistrar.INITIAL)
                .with("application.redirect-uris", "https://a.example/1 https://a.example/2");
    }

    private FakeLegRun next(FakeLegRun run, String leg) {
        return run.next(run(leg).order());
    }

    @Test
    void registersAndTellsWhatTheBankHasChangedWithoutHarm() {
        registrar.changes = registered -> registered.put("scope", "openid pisp aisp").put("client_name", "Lantern (checked)").remove("grant_types");
        var run = run("register");

        var outcome = means.perform(run);

        assertThat(outcome).isInstanceOf(Outcome.Done.class).asString().contains("client_name is \"Lantern (checked)\"", "grant_types is left out",
                "scope is \"openid pisp aisp\"").doesNotContain("redirect_uris");
        assertThat(run.told()).anySatisfy(told -> assertThat(told).startsWith("registered-otherwise").contains("client_name is"));
        assertThat(run.kept()).containsEntry("client-id", StrictRegistrar.CLIENT);
        assertThat(run.secrets()).containsEntry("client-secret", registrar.secret()).containsEntry("registration-access-token", registrar.token());
        assertThat(run.expiries()).containsEntry("client-secret", Instant.ofEpochSecond(1893456001));
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain(registrar.secret(), registrar.token(), StrictRegistrar.INITIAL));
    }

    @Test
    void readsUpdatesAndDeletesWithTheTokenThatTheLastAnswerGave() {
        var run = run("register");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        for (var leg : List.of("read", "update", "read")) {
            run = next(run, leg);
            assertThat(means.perform(run)).as(leg).isInstanceOf(Outcome.Done.class);
            assertThat(run.secrets()).containsEntry("client-secret", registrar.secret()).containsEntry("registration-access-token", registrar.token());
        }

        run = next(run, "delete");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(registrar.client()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "update"})
    void losesNoTokenThatCameWithAnAnswerAtWhichItWasKilled(String leg) {
        var first = run("register");
        means.perform(first);
        var killed = next(first, leg).killedAfter("kept answer");
        assertThatThrownBy(() -> means.perform(killed)).isInstanceOf(Interruption.class);

        var run = killed.again();
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.secrets()).containsEntry("registration-access-token", registrar.token());
        assertThat(means.perform(next(run, "delete"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void neverRegistersTwiceWhereTheAnswerWasLostAndShowsWhatWasSent() {
        registrar.losesAnswers = true;
        var run = run("register");

        assertThat(reason(means.perform(run))).isEqualTo(Reason.ANSWER_LOST);
        var later = run.again();
        var outcome = (Outcome.NeedsPerson) means.perform(later);
        assertThat(outcome.reason()).isEqualTo(Reason.ANSWER_LOST);
        assertThat(outcome.question()).contains("Please find out", "enter what it gave or let the request be made again");
        assertThat(bank.came()).hasSize(1);
        for (var kept : List.of(run.evidence(), later.evidence())) {
            assertThat(kept).singleElement().asString().startsWith("POST https://localhost:" + bank.port() + "/register\n")
                    .contains(bank.came().get(0).body(), "Authorization: •••").doesNotContain(StrictRegistrar.INITIAL);
        }
    }

    @Test
    void findsByReadingThatADeletionWhoseAnswerWasLostHasHappened() {
        var run = run("register");
        means.perform(run);
        registrar.losesAnswers = true;
        run = next(run, "delete");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        assertThat(run.progress()).isEqualTo(Progress.INTENDED);
        registrar.losesAnswers = false;

        assertThat(means.perform(run.again())).isInstanceOf(Outcome.Done.class).asString().contains("acted on an earlier request");
        assertThat(bank.came()).extracting(FakeBankApi.Came::method).containsExactly("POST", "DELETE", "GET");
    }

    @Test
    void saysThatATokenMayBeLostWithTheAnswerToAnUpdate() {
        var run = run("register");
        means.perform(run);
        registrar.losesAnswers = true;
        run = next(run, "update");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        registrar.losesAnswers = false;

        assertThat(reason(means.perform(run.again()))).isEqualTo(Reason.SECRET_LOST);
        assertThat(bank.came()).extracting(FakeBankApi.Came::method).containsExactly("POST", "PUT", "GET");
    }

    @Test
    void looksWhetherAnUpdateThatWasCutOffHasHappenedBeforeItIsMadeAgain() {
        var run = run("register").withSecret("captured.registration-access-token", "r4t-1").withSecret("captured.client-secret", "s-1")
                .with("captured.registration-client-uri", "https://localhost:" + bank.port() + "/client");
        var scope = new String[] {"aisp"};
        bank.on("/client", came -> {
            if (came.method().equals("PUT")) {
                var isFirst = scope[0].equals("aisp");
                scope[0] = "aisp pisp";
                return isFirst ? null : Goes.json(500, "{}");
            }
            return Goes.json(200, "{\"client_id\": \"client-1\", \"client_name\": \"Lantern \\\"one\\\"\", \"scope\": \"" + scope[0] + "\"}");
        });
        var update = next(run, "update").with("captured.client-id", "client-1");

        // cut off before it was made: two looks find the old scope
        assertThat(means.perform(update.at(Progress.INTENDED))).isInstanceOf(Outcome.Fault.class);
        clock.pass(LOOK_AGAIN);
        assertThat(means.perform(update.at(Progress.INTENDED))).isInstanceOf(Outcome.Fault.class);
        assertThat(bank.came()).extracting(FakeBankApi.Came::method).containsExactly("GET", "GET", "PUT");
        // the answer was lost: a look finds the new one
        assertThat(means.perform(update.again())).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(FakeBankApi.Came::method).containsExactly("GET", "GET", "PUT", "GET");
    }

    @Test
    void asksForATokenWhetherTheBankKnowsAClientThatItWasAskedToRegister() {
        var known = new boolean[1];
        bank.on("/register-known", came -> null);
        bank.on("/token", came -> known[0] && came.body().contains("client_id=PSDDE-1") ? Goes.json(200, "{\"access_token\": \"t0k3n-1\"}")
                : Goes.json(401, "{\"error\": \"invalid_client\"}"));
        var run = run("register-known").with("certificate.qwac.organisation-id", "PSDDE-1");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        assertThat(means.perform(run.again())).as("not known, or not yet").isInstanceOf(Outcome.Fault.class);
        clock.pass(LOOK_AGAIN);
        assertThat(means.perform(run.again())).as("not known, so it is asked to register once more").isInstanceOf(Outcome.Fault.class);
        known[0] = true;
        assertThat(means.perform(run.again())).isInstanceOf(Outcome.Done.class);

        assertThat(bank.came()).extracting(FakeBankApi.Came::path).containsExactly("/register-known", "/token", "/token", "/register-known", "/token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | invalid_redirect_uri          | MISSING_DATA      | our redirect URIs",
        "400 | invalid_client_metadata       | MISSING_DATA      | asked to be registered with",
        "400 | invalid_software_statement    | MISSING_DATA      | our software statement",
        "401 | invalid_token                 | MISSING_DATA      | access token or the certificate",
        "400 | unapproved_software_statement | UNEXPECTED_ANSWER | The bank has to act first",
        "403 | insufficient_scope            | UNEXPECTED_ANSWER | The bank has to act first"})
    void sortsRejectionsByWhoCanHelp(int status, String error, Reason reason, String said) {
        bank.on("/register", came -> Goes.json(status, "{\"error\": \"" + error + "\", \"error_description\": \"not so\"}"));
        var run = run("register");

        var outcome = means.perform(run);

        assertThat(reason(outcome)).isEqualTo(reason);
        assertThat(((Outcome.NeedsPerson) outcome).question()).contains(said);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).contains(error + ": not so");
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
    }

    @Test
    void triesLaterWhereTheBankCannotRegisterNow() {
        bank.on("/register", came -> Goes.json(400, "{\"error\": \"temporarily_unavailable\"}"));
        var run = run("register");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
    }
}
