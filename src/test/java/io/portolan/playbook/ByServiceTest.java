package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.SampleOrders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is for other services than those that are asked for is left out of a leg, wherever it stands. */
class ByServiceTest {

    private static final String CALL = """
            - id: a
              stage: register-client
              by: api
              title: A
              request:
                method: POST
                url: '{{environment.base-url}}/a'
                headers: {X-One: '1', X-Accounts: {text: '{{tpp.legal-name}}', only-for: [AIS]}}
                body:
                  aisp: {only-for: [AIS], value: true, else: false}
                  pisp: {only-for: [PIS], value: true, else: false}
                  apis:
                    - {only-for: [AIS], value: {name: accounts, scopes: [read, {only-for: [CAF], value: funds}]}}
                    - {only-for: [PIS], value: {name: '{{tpp.website}}'}}
                  extra: {only-for: [CAF], value: x}
              captures:
                client-id-ais: {from: /ais, only-for: [AIS]}
                client-id-pis: {from: /pis, only-for: [PIS]}
            """;

    private static Leg leg(String text) {
        var playbook = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", "base-url: https://bank.example\nhosts: [bank.example]\n", text));
        return playbook.environments().get("sandbox").routes().get(0).legs().get(0);
    }

    private static JsonBody text(String written) {
        return new JsonBody.Text(new Template(written));
    }

    private static JsonBody yes(boolean yes) {
        return new JsonBody.Literal(String.valueOf(yes));
    }

    private static Request request(Leg leg) {
        return ((ApiWork) leg.work()).request();
    }

    @Test
    void leavesOutPartsOfTheBodyAndHeadersAndCaptures() {
        var accounts = leg(CALL).forServices(Set.of(Service.AIS));
        assertThat(request(accounts).headers()).containsOnlyKeys("X-One", "X-Accounts");
        assertThat(request(accounts).body()).isEqualTo(new JsonBody.Members(Map.of("aisp", yes(true), "pisp", yes(false), "apis", new JsonBody.Items(List.of(
                new JsonBody.Members(Map.of("name", text("accounts"), "scopes", new JsonBody.Items(List.of(text("read"))))))))));
        assertThat(accounts.captures()).containsOnlyKeys("client-id-ais");

        var payments = leg(CALL).forServices(Set.of(Service.PIS));
        assertThat(request(payments).headers()).containsOnlyKeys("X-One");
        assertThat(request(payments).body()).isEqualTo(new JsonBody.Members(Map.of("aisp", yes(false), "pisp", yes(true), "apis", new JsonBody.Items(List.of(
                new JsonBody.Members(Map.of("name", text("{{tpp.website}}"))))))));
        assertThat(payments.captures()).containsOnlyKeys("client-id-pis");
        assertThat(payments.captures().get("client-id-pis").credential("client-id-pis")).isEqualTo(CredentialKind.CLIENT_ID);
    }

    @Test
    void keepsAllOfALegThatIsForAllOfThem() {
        var both = leg(CALL).forServices(Set.of(Service.AIS, Service.PIS, Service.CAF));
        assertThat(both.captures()).containsOnlyKeys("client-id-ais", "client-id-pis");
        assertThat(((JsonBody.Members) request(both).body()).members()).containsKeys("aisp", "pisp", "apis", "extra");
        var plain = leg("- {id: a, stage: approval, by: operator, title: A, data: ['{{tpp.legal-name}}']}\n");
        assertThat(plain.forServices(Set.of(Service.AIS))).isSameAs(plain);
    }

    @Test
    void knowsWhatOfOursEachServiceNeeds() {
        assertThat(LegAsked.of(leg(CALL), Set.of(Service.AIS)).places()).contains("tpp.legal-name").doesNotContain("tpp.website");
        assertThat(LegAsked.of(leg(CALL), Set.of(Service.PIS)).places()).contains("tpp.website").doesNotContain("tpp.legal-name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{only-for: [AIX], value: 1}                | there is no service \"AIX\"",
        "{only-for: AIS, value: 1}                  | must be a list of services",
        "{only-for: [AIS]}                          | only for some services is its value",
        "{only-for: [AIS], value: 1, otherwise: 2}  | there is no key \"otherwise\" here",
        "{only-for: [AIS], value: '{{captured.k}}'} | no earlier leg",
        "{only-for: [AIS], value: 1, else: 2}       |"})
    void saysWhatIsWrongWithAPartOfABody(String part, String expected) {
        var problems = problemsOf("- {id: a, stage: register-client, by: api, title: A, request: {method: POST, url: '{{environment.base-url}}', body: {x: " + part + "}}}\n",
                "- {id: b, stage: approval, by: operator, title: B, captures: {k: {}}, evidence: k}\n");
        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).extracting(Problem::message).anyMatch(message -> message.contains(expected));
        }
    }

    @Test
    void countsOnACaptureOnlyWhereItIsBrought() {
        var brings = "- {id: a, stage: approval, by: operator, title: A, captures: {key-ais: {only-for: [AIS]}}}\n";
        var uses = "- {id: b, stage: approval, by: operator, title: B, data: {Key: %s}}\n";
        assertThat(problemsOf(brings, uses.formatted("{text: '{{captured.key-ais}}', only-for: [AIS]}"))).isEmpty();
        assertThat(problemsOf(brings, uses.formatted("'{{captured.key-ais}}'"))).singleElement().extracting(Problem::message).asString()
                .contains("not for PIS, CAF").endsWith("or this text: {text: ..., only-for: [...]}");
        var sends = "- {id: b, stage: register-client, by: api, title: B, request: {method: POST, url: '{{environment.base-url}}', body: {x: {only-for: [%s], value: '{{captured.key-ais}}'}}}}\n";
        assertThat(problemsOf(brings, sends.formatted("AIS"))).isEmpty();
        assertThat(problemsOf(brings, sends.formatted("PIS"))).singleElement().extracting(Problem::message).asString().contains("not for PIS;");
    }

    @Test
    void seesWhatIsNeverReached() {
        assertThat(problemsOf("- {id: a, stage: approval, by: operator, title: A, only-for: [AIS], captures: {k: {only-for: [PIS]}}, evidence: k}\n",
                "- {id: b, stage: approval, by: operator, title: B}\n")).singleElement().extracting(Problem::message).asString().contains("never reached");
        var step = "- {id: a, stage: collect-credentials, by: portal, title: A, signed-in: false, repeat: safe, done-when: {text: Yes}, captures: {api-key-pis: {secret: true, only-for: [PIS]}},"
                + " steps: [{open: '{{environment.base-url}}'}, {capture: {as: api-key-pis, css: '#k'%s}}]}\n";
        assertThat(problemsOf(step.formatted(""))).singleElement().extracting(Problem::message).asString().contains("give the step the same only-for");
        assertThat(problemsOf(step.formatted(", only-for: [PIS]"))).isEmpty();
    }
}
