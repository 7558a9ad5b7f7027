package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What authorization servers say of themselves in practice, where they say it, and what they say in place of it. */
class OddDiscoveryIT extends ApiLegs {

    private static final String TOKEN = "{\"access_token\": \"t0k3n-0001\", \"token_type\": \"Bearer\"}";

    @Override
    String playbook() {
        return TokenPlaybook.at(bank.port());
    }

    private String metadata(String more) {
        return "{\"issuer\": \"" + base() + "/auth\"" + more + "}";
    }

    private String withToken() {
        bank.on("/token", came -> Goes.json(200, TOKEN));
        return metadata(", \"token_endpoint\": \"" + base() + "/token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/auth",
        "/.well-known/openid-configuration/auth", "/auth/.well-known/oauth-authorization-server"})
    void findsItAtEachAddressThatIsInUse(String address) {
        var metadata = withToken();
        bank.on(address, came -> Goes.json(200, metadata));

        assertThat(means.perform(run("by-basic"))).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(Came::path).contains(address, "/token");
    }

    @Test
    void passesByAPageThatAnswersForEveryAddress() {
        var metadata = withToken();
        bank.on("/auth/.well-known/openid-configuration", came -> new Goes(200, Map.of("Content-Type", "text/html"), "<html>Welcome</html>"));
        bank.on("/.well-known/oauth-authorization-server/auth", came -> Goes.json(200, metadata));

        assertThat(means.perform(run("by-basic"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void passesByAnAddressThatFailsWhereAnotherOneWorks() {
        var metadata = withToken();
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(500, "{}"));
        bank.on("/.well-known/oauth-authorization-server/auth", came -> Goes.json(200, metadata));

        assertThat(means.perform(run("by-basic"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void comesBackWhenTheServerAsksForIt() {
        bank.on("/auth/.well-known/openid-configuration", came -> new Goes(503, Map.of("Retry-After", "90"), ""));

        var outcome = means.perform(run("by-basic"));

        assertThat(outcome).isInstanceOf(Outcome.Fault.class);
        assertThat(((Outcome.Fault) outcome).pause()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"service_documentation\": \"not an address\"", ", \"jwks_uri\": 7", ", \"scopes_supported\": \"aisp\"",
        ", \"response_types_supported\": null", ", \"registration_endpoint\": null", ", \"mtls_endpoint_aliases\": {}",
        ", \"mtls_endpoint_aliases\": null"})
    void isNotStoppedByWhatIsOddInWhatItDoesNotUse(String odd) {
        bank.on("/token", came -> Goes.json(200, TOKEN));
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200, metadata(", \"token_endpoint\": \"" + base() + "/token\"" + odd)));

        assertThat(means.perform(run("by-basic"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void saysWhichEndpointIsMissing() {
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200, metadata("")));

        var outcome = (Outcome.NeedsPerson) means.perform(run("by-basic"));

        assertThat(outcome.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(outcome.detail()).contains("token-endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "http://elsewhere.example/token", "//elsewhere.example/token", "/token", "a b"})
    void callsNoEndpointThatIsNoAddressOfTheBank(String endpoint) {
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200, metadata(", \"token_endpoint\": \"" + endpoint + "\"")));

        assertThat(means.perform(run("by-basic"))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(bank.came()).extracting(Came::path).allMatch(path -> path.contains(".well-known"));
    }

    @Test
    void callsNoAliasOnAHostThatThePlaybookDoesNotName() {
        bank.on("/auth/.well-known/openid-configuration", came -> Goes.json(200, metadata(", \"token_endpoint\": \"" + base() + "/token\","
                + " \"mtls_endpoint_aliases\": {\"token_endpoint\": \"https://mtls.elsewhere.example/token\"}")));

        var outcome = (Outcome.NeedsPerson) means.perform(run("by-assertion"));

        assertThat(outcome.question()).contains("mtls.elsewhere.example");
        assertThat(bank.came()).hasSize(1);
    }

    private String base() {
        return "https://localhost:" + bank.port();
    }
}
