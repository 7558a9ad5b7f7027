package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.SamplePlaybooks;
import io.portolan.playbook.Service;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ApiMeansIT {

    private static final DemoAuthority AUTHORITY = DemoAuthority.create("Demo", Clock.systemUTC());
    private static final String REGISTERED = """
            {"client_id": "client-1", "client_secret": "s3cr3t/of the bank", "client_secret_expires_at": 1893456000,
             "registration_access_token": "r4t-0001"}""";

    @TempDir
    private Path folder;
    private FakeBankApi bank;
    private InMemoryCertificates certificates;
    private ApiMeans means;

    @BeforeEach
    void openTheBank() throws Exception {
        bank = new FakeBankApi(AUTHORITY, false);
        certificates = new InMemoryCertificates();
        certificates.add("lantern", Certificate.Kind.QWAC, "test", AUTHORITY.qwac(DemoTpp.example()));
        means = means(Duration.ofSeconds(5), Files.writeString(folder.resolve("ca.pem"), AUTHORITY.certificatePem()));
    }

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

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
    void asksAPersonWhereAnAnswerTakesTooLong() throws Exception {
        means = means(Duration.ofMillis(300), folder.resolve("ca.pem"));
        var never = new CountDownLatch(1);
        bank.on("/register", came -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });

        assertThat(reason(means.perform(run("register")))).isEqualTo(Reason.ANSWER_LOST);
        never.countDown();
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
    void sendsNothingToAHostThatThePlaybookDoesNotName() {
        var outcome = means.perform(run("ask-host").with("ask.register-url", "https://elsewhere.example/register"));

        assertThat(reason(outcome)).isEqualTo(Reason.MISSING_DATA);
        assertThat(((Outcome.NeedsPerson) outcome).question()).contains("elsewhere.example");
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        bank.on("/status", came -> new Goes(302, Map.of("Location", "https://localhost:" + bank.port() + "/other"), ""));

        assertThat(reason(means.perform(run("status")))).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(bank.came()).extracting(Came::path).containsExactly("/status");
    }

    @Test
    void readsNoMoreOfAnAnswerThanItsLimit() {
        bank.on("/status", came -> Goes.json(200, "x".repeat(2_000_000)));

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class)
                .asString().contains("larger than we read");
    }

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

    @Test
    void doesNotTrustAServerOfAnUnknownAuthority() throws Exception {
        bank.close();
        bank = new FakeBankApi(DemoAuthority.create("Foreign", Clock.systemUTC()), false);

        assertThat(means.perform(run("status"))).isInstanceOf(Outcome.Fault.class).asString().contains("do not trust");
        assertThat(bank.came()).isEmpty();
    }

    @Test
    void asksForACertificateWhereNoneIsInUse() {
        certificates = new InMemoryCertificates();
        means = means(Duration.ofSeconds(5), folder.resolve("ca.pem"));

        assertThat(reason(means.perform(run("register")))).isEqualTo(Reason.MISSING_DATA);
        assertThat(bank.came()).isEmpty();
    }

    private Outcome status(String state) {
        bank.on("/status", came -> Goes.json(200, "{\"state\": \"" + state + "\"}"));
        return means.perform(run("status"));
    }

    private void openAccounts() {
        bank.on("/token", came -> came.certificate() && came.body().contains("client_id=client-1")
                ? Goes.json(200, "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"bearer\"}")
                : Goes.json(401, "{\"error\": \"invalid_client\"}"));
        bank.on("/accounts", came -> came.certificate() && "Bearer t0k3n-0001".equals(came.header("Authorization"))
                ? Goes.json(200, "{\"accounts\": []}") : Goes.json(401, "{}"));
    }

    private FakeLegRun run(String leg) {
        var playbook = SamplePlaybooks.READER.read("xx-api.yaml", ApiPlaybook.at(bank.port())).orThrow();
        var route = playbook.environments().get("sandbox").routes().get(0);
        var order = new LegOrder("o-1", "lantern", playbook, "sandbox", route, route.leg(leg).orElseThrow(), null, "main",
                Set.of(Service.AIS, Service.PIS), Instant.EPOCH);
        return new FakeLegRun(order).with("application.name", "Lantern \"one\"").with("captured.client-id", "client-1")
                .with("environment.base-url", "https://localhost:" + bank.port())
                .with("certificate.qwac.x5c", "[\"AAAA\",\"BBBB\"]").withSecret("captured.api-key", "k3y-0001")
                .withSecret("captured.client-secret", "s3cr3t/of the bank");
    }

    private ApiMeans means(Duration answerTimeout, Path trust) {
        var settings = new BankApiSettings(Duration.ofSeconds(5), answerTimeout, DataSize.ofMegabytes(1), List.of(trust));
        var caller = new Caller(new BankConnections(certificates, settings), settings);
        var calls = new Calls(certificates);
        var tokens = new Tokens(calls, caller);
        return new ApiMeans(new RequestLeg(calls, caller), new AccessLeg(tokens, new Probes(tokens, calls, caller)));
    }

    private static Reason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NeedsPerson.class);
        return ((Outcome.NeedsPerson) outcome).reason();
    }
}
