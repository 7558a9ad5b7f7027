package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookReaderTest {

    private static final String TEN_MISTAKES = """
            bank: xx-harbor
            nmae: Harbour Bank
            sources: [a test]
            checked-on: 2026-11-01
            confidence: certain
            environments:
              production:
                kind: live
                base-url: https://bank.example
                hosts: [bank.example]
                routes:
                  - name: default
                    legs:
                      - id: first
                        stage: sing-up
                        by: operatr
                        title: First
                      - id: second
                        stage: certificates
                        by: api
                        title: Second
                        request: {method: GET, url: 'https://bnak.example/x', tls: QSEALC}
                        done-when: {status: yes}
                        only-for: [AISP]
                        on-rejected: {back-to: frist}
            """;

    @Test
    void tellsAllTenMistakesWithTheirLinesAndTheNearestNames() {
        var problems = READER.read("xx-harbour.yaml", TEN_MISTAKES).problems();

        assertThat(problems).extracting(Problem::line, Problem::path, Problem::suggestion).contains(
                tuple(1, "bank", "xx-harbour"),
                tuple(2, "nmae", "name"),
                tuple(5, "confidence", null),
                tuple(15, "environments.production.routes[0].legs[0].stage", "sign-up"),
                tuple(16, "environments.production.routes[0].legs[0].by", "operator"),
                tuple(22, "environments.production.routes[0].legs[1].request.url", "bank.example"),
                tuple(22, "environments.production.routes[0].legs[1].request.tls", "QSealC"),
                tuple(23, "environments.production.routes[0].legs[1].done-when.status", null),
                tuple(24, "environments.production.routes[0].legs[1].only-for[0]", "AIS"),
                tuple(25, "environments.production.routes[0].legs[1].on-rejected.back-to", "first"));
        assertThat(problems).hasSize(11).extracting(Problem::message)
                .contains("name is missing, such as name: Example Bank")
                .allSatisfy(message -> assertThat(message).isNotBlank());
    }

    @Test
    void namesFileLineColumnAndSuggestionInOneLine() {
        var problem = READER.read("xx-harbour.yaml", TEN_MISTAKES).problems().stream()
                .filter(p -> p.path().endsWith("by")).findFirst().orElseThrow();

        assertThat(problem).hasToString("xx-harbour.yaml:16:13 environments.production.routes[0].legs[0].by: "
                + "there is no by: \"operatr\"; valid: portal, api, mail, operator, derive, registration; did you mean \"operator\"?");
    }

    @Test
    void readsTheExampleOfTheDocumentation() {
        var legs = SamplePlaybooks.example().environments().get("production").routes().get(0).legs();

        assertThat(legs).extracting(Leg::by).containsExactly(MeansName.DERIVE, MeansName.PORTAL, MeansName.MAIL,
                MeansName.PORTAL, MeansName.PORTAL, MeansName.PORTAL, MeansName.PORTAL, MeansName.API);
        assertThat(legs).extracting(Leg::repeat).containsExactly(Repeat.SAFE, Repeat.LOOK_FIRST, Repeat.SAFE,
                Repeat.SAFE, Repeat.LOOK_FIRST, Repeat.SAFE, Repeat.LOOK_FIRST, Repeat.SAFE);
        var credentials = (PortalWork) legs.get(6).work();
        assertThat(credentials.steps().get(0)).isEqualTo(
                new Step.Open(new Template("{{environment.base-url}}/credentials")));
        assertThat(credentials.pointOfNoReturn()).get().extracting(click -> click.target().name().written())
                .isEqualTo("Show secret");
        assertThat(legs.get(6).secretCaptures()).containsExactly("client-secret");
        var proof = (ApiWork) legs.get(7).work();
        assertThat(proof.token().auth()).isEqualTo(TokenCall.ClientAuth.TLS_CLIENT_AUTH);
        assertThat(proof.probe().get(0).negativeControl()).containsExactly(Probe.NegativeControl.NO_CERTIFICATE);
        assertThat(legs.get(7).signs().doneWhen().get(0).status()).containsExactly(200);
    }

    @Test
    void leavesNoListMapOrSetNull() {
        var playbook = READER.read("xx-small.yaml", SamplePlaybooks.withLegs("""
                - {id: a, stage: sign-up, by: operator, title: A}
                """)).orThrow();

        assertThat(playbook.bics()).isEmpty();
        assertThat(playbook.branches()).isEmpty();
        assertThat(playbook.needs()).isEqualTo(new Needs(List.of(), List.of(), List.of(), List.of()));
        var leg = playbook.environments().get("test").routes().get(0).legs().get(0);
        assertThat(leg.signs()).isEqualTo(new Signs(List.of(), List.of(), List.of(), List.of()));
        assertThat(leg.captures()).isEqualTo(Map.of());
        assertThat(leg.onlyFor()).isEqualTo(Set.of());
        assertThat(leg.waiting()).isNull();
        assertThat(leg.work()).isEqualTo(new OperatorWork(List.of(), Map.of(), Map.of(), Map.of(), false));
    }

    @Test
    void keepsAJsonBodyAsItIsWritten() {
        var playbook = READER.read("xx-small.yaml", SamplePlaybooks.withLegs("""
                - id: register
                  stage: register-client
                  by: api
                  title: Register
                  request:
                    method: POST
                    url: '{{ask.register-url}}'
                    body: {name: '{{tpp.legal-name}}', count: 2, yes: "2", on: true, none: null, list: [a]}
                """)).orThrow();

        var leg = playbook.environments().get("test").routes().get(0).legs().get(0);
        assertThat(leg.repeat()).isEqualTo(Repeat.NEVER);
        assertThat(((JsonBody.Members) ((ApiWork) leg.work()).request().body()).members()).containsExactly(
                Map.entry("name", new JsonBody.Text(new Template("{{tpp.legal-name}}"))),
                Map.entry("count", new JsonBody.Literal("2")),
                Map.entry("yes", new JsonBody.Text(new Template("2"))),
                Map.entry("on", new JsonBody.Literal("true")),
                Map.entry("none", new JsonBody.Literal("null")),
                Map.entry("list", new JsonBody.Items(List.of(new JsonBody.Text(new Template("a"))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a list", "just text", "bank: [", "bank: !!java.net.URL [https://bank.example]",
            "bank: &a [*a]", "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]",
            "bank: xx-a\nbank: xx-a", "bank:\nname:", "? [a, b]\n: c", "bank: \u0000"})
    void tellsWhatIsNotAPlaybookWithoutFailing(String text) {
        var reading = READER.read("xx-a.yaml", text);

        assertThat(reading.playbook()).isEmpty();
        assertThat(reading.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).isNotBlank();
        });
    }

    @Test
    void tellsThatAKeyStandsTwice() {
        assertThat(READER.read("xx-a.yaml", "bank: xx-a\nname: A\nname: B\n").problems())
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.message()).contains("stands twice");
                });
    }

    @Test
    void doesNotReadWhatIsTooLarge() {
        var large = "# " + "x".repeat(YamlDocument.MOST_CHARACTERS) + "\nbank: xx-a";

        assertThat(READER.read("xx-a.yaml", large).problems()).singleElement()
                .extracting(Problem::message).asString().contains("at most");
    }

    @Test
    void givesUpOnAPlaybookWithProblemsByNamingThemAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> READER.read("xx-harbour.yaml", TEN_MISTAKES).orThrow())
                .withMessageContaining("xx-harbour.yaml:2:1 nmae").withMessageContaining("xx-harbour.yaml:25:");
    }
}
