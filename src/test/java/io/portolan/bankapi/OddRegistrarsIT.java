package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Registrars that rotate tokens with every answer, lose answers, change what they are asked for, and hand out statements. */
class OddRegistrarsIT extends ApiLegs {

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
        return super.run(leg).withSecret("captured.initial-token", StrictRegistrar.INITIAL).with("certificate.qwac.subject-dn", "CN=a,O=B\\, C")
                .with("application.redirect-uris", "https://a.example/1 https://a.example/2");
    }

    private FakeLegRun next(FakeLegRun run, String leg) {
        return run.next(run(leg).order());
    }

    private FakeLegRun registered() {
        var run = run("register");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        return run;
    }

    @Test
    void losesNoTokenThatALookBrings() {
        var update = next(registered(), "update").at(Progress.INTENDED);

        assertThat(means.perform(update)).isInstanceOf(Outcome.Fault.class);
        assertThat(update.secrets()).containsEntry("registration-access-token", registrar.token()).containsEntry("client-secret", registrar.secret());
        clock.pass(LOOK_AGAIN);
        assertThat(means.perform(update)).isInstanceOf(Outcome.Done.class);

        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET", "GET", "PUT");
        assertThat(update.secrets()).containsEntry("registration-access-token", registrar.token());
    }

    @Test
    void losesNoTokenThatALookBeforeADeletionBrings() {
        var deletion = next(registered(), "delete").at(Progress.INTENDED);

        assertThat(means.perform(deletion)).isInstanceOf(Outcome.Fault.class);
        clock.pass(LOOK_AGAIN);
        assertThat(means.perform(deletion)).isInstanceOf(Outcome.Done.class);

        assertThat(registrar.client()).isNull();
        assertThat(deletion.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("r4t;(/%:+"));
    }

    @Test
    void doesNotTakeARejectedTokenForADeletion() {
        var deletion = next(registered(), "delete").holdingSecret("registration-access-token", "not-ours");
        assertThat(reason(means.perform(deletion))).isEqualTo(Reason.MISSING_DATA);

        assertThat(reason(means.perform(deletion.again()))).isEqualTo(Reason.MISSING_DATA);
        assertThat(registrar.client()).isNotNull();
    }

    @Test
    void goesOnFromATokenThatAPersonHandsInAfterOneWasLost() {
        var update = next(registered(), "update");
        registrar.losesAnswers = true;
        assertThat(means.perform(update)).isInstanceOf(Outcome.Fault.class);
        registrar.losesAnswers = false;
        assertThat(reason(means.perform(update.again()))).isEqualTo(Reason.SECRET_LOST);

        var mended = update.again().holdingSecret("registration-access-token", registrar.token());
        var outcome = means.perform(mended);
        clock.pass(LOOK_AGAIN);
        assertThat(outcome instanceof Outcome.Done ? outcome : means.perform(mended)).isInstanceOf(Outcome.Done.class);
        assertThat(mended.secrets()).containsEntry("registration-access-token", registrar.token()).containsEntry("client-secret", registrar.secret());
    }

    static Stream<Arguments> harm() {
        return Stream.of(
                Arguments.of("scope is \"aisp\"", (Consumer<ObjectNode>) client -> client.put("scope", "aisp")),
                Arguments.of("redirect_uris is [\"https://a.example/1\"]", (Consumer<ObjectNode>) client -> client.putArray("redirect_uris").add("https://a.example/1")),
                Arguments.of("grant_types is [\"authorization_code\"]", (Consumer<ObjectNode>) client -> client.putArray("grant_types").add("authorization_code")),
                Arguments.of("token_endpoint_auth_method is \"client_secret_basic\"",
                        (Consumer<ObjectNode>) client -> client.put("token_endpoint_auth_method", "client_secret_basic")),
                Arguments.of("tls_client_auth_subject_dn is \"CN=other\"", (Consumer<ObjectNode>) client -> client.put("tls_client_auth_subject_dn", "CN=other")),
                Arguments.of("tls_client_certificate_bound_access_tokens is false",
                        (Consumer<ObjectNode>) client -> client.put("tls_client_certificate_bound_access_tokens", false)));
    }

    @ParameterizedTest
    @MethodSource("harm")
    void asksAPersonWhereWhatTheBankHasChangedMayKeepUsOut(String said, Consumer<ObjectNode> changes) {
        registrar.changes = changes.andThen(client -> client.put("client_name", "Other"));
        var run = run("register-for-mtls");

        var outcome = (Outcome.NeedsPerson) means.perform(run);

        assertThat(outcome.question()).contains("otherwise than we asked", said).doesNotContain("client_name");
        assertThat(outcome.detail()).contains("client_name is \"Other\"");
        assertThat(run.kept()).as("and nothing of it is lost").containsKey("mtls-client-id");
        assertThat(means.perform(run.again())).as("a person may let it go on as it is").isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).hasSize(1);
    }

    @Test
    void seesTheSameNameInAnotherWriting() {
        registrar.changes = client -> client.put("tls_client_auth_subject_dn", "cn=a, O=\"B, C\"").put("scope", "pisp aisp");
        var run = run("register-for-mtls");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class).asString().doesNotContain("otherwise");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "404 | {}                             | UNEXPECTED_ANSWER | no such address",
        "405 | {}                             | UNEXPECTED_ANSWER | no such address",
        "409 | {}                             | UNEXPECTED_ANSWER | already",
        "400 | {\"error\": \"invalid_scope\"} | MISSING_DATA      | scopes",
        "401 | <html>no</html>                | MISSING_DATA      | access token or the certificate"})
    void saysWhatARejectionWithoutAKnownErrorMeans(int status, String body, Reason reason, String said) {
        bank.on("/register", came -> Goes.json(status, body));

        var outcome = means.perform(run("register"));

        assertThat(reason(outcome)).isEqualTo(reason);
        assertThat(((Outcome.NeedsPerson) outcome).question()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"1893456000,1893456000", "'\"1893456000\"',1893456000", "1893456000000,1893456000", "0,", "'\"0\"',", "null,", "-1,", "999999999999999999,",
        "'\"never\"',"})
    void readsWhenASecretEnds(String written, Long seconds) {
        bank.on("/register", came -> Goes.json(201, "{\"client_id\": \"c\", \"client_secret\": \"s3cr3t-1\", \"client_secret_expires_at\": " + written
                + ", \"registration_access_token\": \"r4t-1\", \"registration_client_uri\": \"https://localhost/c\"}"));
        var run = run("register");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.expiries().get("client-secret")).isEqualTo(seconds == null ? null : java.time.Instant.ofEpochSecond(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/json | {\"ssa\": \"eyJ.stat.ement\"}", "application/jwt | eyJ.stat.ement"})
    void registersByAStatementThatADirectoryHandsOut(String type, String body) {
        var leg = type.endsWith("jwt") ? "fetch-bare-statement" : "fetch-statement";
        bank.on("/directory/token", came -> came.certificate() ? Goes.json(200, "{\"access_token\": \"d1r3ct0ry\"}") : Goes.json(401, "{}"));
        bank.on("/directory/ssa", came -> "Bearer d1r3ct0ry".equals(came.header("Authorization"))
                ? new Goes(200, java.util.Map.of("Content-Type", type), body) : Goes.json(401, "{}"));
        var fetching = run(leg);
        assertThat(means.perform(fetching)).isInstanceOf(Outcome.Done.class);
        assertThat(fetching.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("d1r3ct0ry"));

        var statement = fetching.kept().getOrDefault("software-statement", fetching.kept().get("bare-statement"));
        assertThat(means.perform(next(fetching, "register-by-fetched-statement").with("captured.software-statement", statement))).isInstanceOf(Outcome.Done.class);

        assertThat(registrar.client().path("software_statement").asText()).isEqualTo("eyJ.stat.ement");
    }
}
