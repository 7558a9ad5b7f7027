package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class AccessLegIT extends ApiLegs {

    @Test
    void provesAccessWithATokenThatIsKeptNowhere() {
        openAccounts();
        var run = run("verify-access");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.proofs()).containsExactly(new ProofOfAccess(ProofLevel.DATA, true, Service.AIS),
                new ProofOfAccess(ProofLevel.DATA, true, Service.PIS));
        assertThat(bank.came().get(0).body()).isEqualTo(
                "grant_type=client_credentials&client_id=client-1&client_secret=s3cr3t%2Fof+the+bank");
        assertThat(run.evidence()).isNotEmpty().allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n-0001", "s3cr3t"));
        assertThat(run.kept().values()).doesNotContain("t0k3n-0001");
    }

    @Test
    void tellsWhoeverLooksOnOfEachCallAsItWasPlannedAndWithoutSecrets() {
        openAccounts();
        var run = run("verify-access");
        var planned = means.steps(run.order());

        means.perform(run);

        assertThat(planned).containsExactly("Ask for an access token", "Call the API for AIS and PIS: GET /accounts",
                "The same call without our certificate, which must fail", "The same call without the access token, which must fail",
                "Ask for one as a client that is not ours, which must fail");
        assertThat(run.steps().stream().filter(step -> !step.startsWith("->"))).containsExactlyElementsOf(planned);
        assertThat(run.steps()).containsSubsequence("Ask for an access token", "-> 200, with a token", "Call the API for AIS and PIS: GET /accounts", "-> 200",
                "The same call without our certificate, which must fail", "-> It failed, as it must");
        assertThat(String.join("", run.steps())).doesNotContain("t0k3n-0001", "s3cr3t");
    }

    @Test
    void countsAProofForLessWhereAnybodyGetsTheSameAnswer() {
        openAccounts();
        bank.on("/accounts", came -> Goes.json(200, "{\"accounts\": []}"));
        var run = run("verify-access");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.proofs()).extracting(ProofOfAccess::controlled).containsExactly(false, false);
        assertThat(run.told()).last().asString().contains("no-certificate, no-token").doesNotContain("foreign");
    }

    @Test
    void takesAServerThatHangsUpWithoutACertificateForAControlThatFailed() throws Exception {
        bank.close();
        bank = new FakeBankApi(AUTHORITY, true);
        openAccounts();
        var run = run("verify-access");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.proofs()).allMatch(ProofOfAccess::controlled);
    }

    @Test
    void triesAFailedProofAgainBeforeItAsksAPerson() {
        bank.on("/token", came -> Goes.json(401, "{\"error\": \"invalid_client\", \"error_description\": \"unknown\"}"));
        var run = run("verify-access");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class);
        var outcome = (Outcome.NeedsPerson) means.perform(run.again());

        assertThat(outcome.reason()).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(outcome.detail()).startsWith("The bank does not know our registration: 401 invalid_client: unknown");
        assertThat(run.proofs()).isEmpty();
    }

    @Test
    void tellsACertificateThatIsNotTakenFromAnOutage() throws Exception {
        bank.on("/token", came -> Goes.json(503, "{}"));
        assertThat(means.perform(run("verify-access").at(Progress.INTENDED))).isInstanceOf(Outcome.Fault.class)
                .asString().contains("does not work at present");
        bank.close();
        bank = new FakeBankApi(AUTHORITY, true);
        certificates.add("lantern", Certificate.Kind.QWAC, "test",
                DemoAuthority.create("Foreign", Clock.systemUTC()).qwac(DemoTpp.example()));

        var outcome = (Outcome.NeedsPerson) means.perform(run("verify-access").at(Progress.INTENDED));

        // whether the alert of TLS 1.3 or the end of the connection comes first is a matter of chance
        assertThat(outcome.detail()).containsPattern("does not take (our|a) certificate");
    }

    private void openAccounts() {
        bank.on("/token", came -> came.certificate() && came.body().contains("client_id=client-1")
                ? Goes.json(200, "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"bearer\"}")
                : Goes.json(401, "{\"error\": \"invalid_client\"}"));
        bank.on("/accounts", came -> came.certificate() && "Bearer t0k3n-0001".equals(came.header("Authorization"))
                ? Goes.json(200, "{\"accounts\": []}") : Goes.json(401, "{}"));
    }
}
