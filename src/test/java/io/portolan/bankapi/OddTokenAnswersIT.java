package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.X509CertUtils;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What token endpoints answer in practice: good tokens written oddly, errors, and what is neither. */
class OddTokenAnswersIT extends ApiLegs {

    @Override
    String playbook() {
        return TokenPlaybook.at(bank.port());
    }

    private FakeLegRun asking() {
        return run("by-post").again();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"access_token\": \"t0k3n-0001\"}",
        "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"bearer\", \"expires_in\": \"300\"}",
        "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"BEARER\", \"expires_in\": 3.0, \"scope\": null}",
        "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"BearerToken\"}",
        "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"\", \"refresh_token\": \"r4t-1\"}"})
    void takesTokensThatAreWrittenOddly(String answer) {
        bank.on("/token", came -> Goes.json(200, answer));
        var run = asking();

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n-0001", "r4t-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours", "another", "none", "refused"})
    void asksTheBankWhatATokenIsBoundToThatOnlyItCanRead(String bound) {
        var base = "https://localhost:" + bank.port();
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200, """
                {"issuer": "%1$s/auth", "token_endpoint": "%1$s/token", "introspection_endpoint": "%1$s/open/introspect",
                 "mtls_endpoint_aliases": {"introspection_endpoint": "%1$s/introspect"}}""".formatted(base)));
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"0p4que-t0k3n\"}"));
        var ours = X509CertUtils.computeSHA256Thumbprint(certificates.inUse("lantern", Certificate.Kind.QWAC, "test").orElseThrow().leaf());
        bank.on("/introspect", came -> !came.certificate() || !came.body().contains("token=0p4que-t0k3n") || !came.body().contains("client_secret=")
                || bound.equals("refused") ? Goes.json(403, "{}") : Goes.json(200, "{\"active\": true" + (bound.equals("none") ? "}"
                : ", \"cnf\": {\"x5t#S256\": \"" + (bound.equals("ours") ? ours : "AAAA") + "\"}}")));
        var run = run("bound-and-opaque").again();

        var outcome = means.perform(run);

        if (bound.equals("another")) {
            assertThat(((Outcome.NeedsPerson) outcome).detail()).contains("bound the access token to another certificate");
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(outcome.toString().contains("works with our certificate only")).isEqualTo(bound.equals("ours"));
        }
        assertThat(bank.came()).extracting(FakeBankApi.Came::path).endsWith("/introspect");
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("0p4que-t0k3n", "s3cr3t"));
    }

    @Test
    void takesATokenOfManyKilobytes() {
        var token = "t0k3n".repeat(5_000);
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\"}"));
        var run = asking();

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3nt0k3n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "mac", "N_A"})
    void provesNothingWithATokenThatWeCannotUse(String type) {
        bank.on("/token", came -> Goes.json(200, "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"" + type + "\"}"));

        var outcome = means.perform(asking());

        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).contains("of the type " + type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "401 | invalid_client          | does not know our registration",
        "400 | unauthorized_client     | knows our client but does not let it get tokens in this way",
        "400 | invalid_scope           | the scope",
        "400 | invalid_grant           | takes our call for a wrong one"})
    void saysOfEachErrorWhoseItIs(int status, String error, String said) {
        bank.on("/token", came -> Goes.json(status, "{\"error\": \"" + error + "\", \"error_description\": \"not so\"}"));

        var outcome = means.perform(asking());

        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).contains(said, error + ": not so");
    }

    @ParameterizedTest
    @CsvSource({"400,temporarily_unavailable", "400,server_error", "400,slow_down", "429,x", "503,x"})
    void comesBackWhenTheBankAsksForIt(int status, String error) {
        bank.on("/token", came -> new Goes(status, Map.of("Content-Type", "application/json", "Retry-After", "120"), "{\"error\": \"" + error + "\"}"));

        var outcome = means.perform(asking());

        assertThat(outcome).isInstanceOf(Outcome.Fault.class);
        assertThat(((Outcome.Fault) outcome).what()).contains("does not work at present");
        assertThat(((Outcome.Fault) outcome).pause()).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void asksAPersonWhereTheBankAsksForMorePatienceThanIsBearable() {
        bank.on("/token", came -> new Goes(429, Map.of("Retry-After", "999999"), ""));

        assertThat(reason(means.perform(asking()))).isEqualTo(Reason.OUTSIDE_FAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | text/html        | <html><body>Welcome to our <b>portal</b></body></html> | Welcome to our portal",
        "200 | application/json | {\"token_type\": \"Bearer\"}                           | otherwise than expected",
        "200 | application/json | {\"access_token\": \"\"}                               | otherwise than expected",
        "200 | text/plain       | access_token=t0k3n-0001&token_type=bearer              | otherwise than expected",
        "404 | text/html        | <html><body>No such page</body></html>                 | No such page"})
    void showsWhatIsNoToken(int status, String type, String body, String said) {
        bank.on("/token", came -> new Goes(status, Map.of("Content-Type", type), body));
        var run = asking();

        var outcome = means.perform(run);

        assertThat(reason(outcome)).isEqualTo(Reason.ACCESS_NOT_PROVEN);
        assertThat(((Outcome.NeedsPerson) outcome).detail()).contains(said).doesNotContain("t0k3n-0001");
        assertThat(run.evidence()).allSatisfy(kept -> assertThat(kept).doesNotContain("t0k3n-0001"));
    }
}
