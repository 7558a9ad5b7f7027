package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static io.portolan.playbook.SamplePlaybooks.problemsOf;
import static io.portolan.playbook.SamplePlaybooks.withLegs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A leg that uses what may not be there is told of when the playbook is read, with the place where it stands. */
class BroughtTest {

    private static final String FOR_PAYMENTS = leg("first", "only-for: [PIS], captures: {x: {}}");
    private static final String FOR_ACCOUNTS = leg("second", "only-for: [AIS], captures: {x: {}}");
    private static final String FOR_ALL = leg("other", "evidence: x");
    private static final String USE = "data: ['{{captured.x}}']";

    private static String leg(String id, String rest) {
        return "- {id: " + id + ", stage: sign-up, by: operator, title: A, " + rest + "}\n";
    }

    private static String api(String id, String rest) {
        return "- {id: " + id + ", stage: verify-access, by: api, title: A, " + rest + "}\n";
    }

    private static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static void standsAt(Problem problem, String text, String sought) {
        var lines = text.lines().toList();
        var at = lines.get(problem.line() - 1).indexOf(sought);
        assertThat(at).as("%s on line %s", sought, problem.line()).isNotNegative();
        assertThat(problem.column()).isEqualTo(at + 1);
    }

    @Test
    void saysWhereAValueIsUsedThatComesForSomeServicesOnly() {
        var text = withLegs(FOR_PAYMENTS, leg("use", USE));
        var problem = only(READER.read("xx-small.yaml", text).problems());
        assertThat(problem.message()).isEqualTo("leg first captures \"x\" only for some services, not for AIS, CAF; give this leg the same only-for, or this text: {text: ..., only-for: [...]}");
        assertThat(problem.path()).startsWith("environments.test.routes[0].legs[1].data");
        standsAt(problem, text, "'{{captured.x}}'");
    }

    @Test
    void countsOnWhatIsThereForEveryServiceThatTheUsingLegIsFor() {
        assertThat(problemsOf(FOR_ALL, FOR_PAYMENTS, leg("use", "only-for: [PIS], " + USE))).isEmpty();
        assertThat(only(problemsOf(FOR_PAYMENTS, leg("use", "only-for: [PIS, AIS], " + USE))).message()).contains("not for AIS;");
        assertThat(only(problemsOf(FOR_PAYMENTS, leg("use", "only-for: [AIS], " + USE))).message()).contains("not for AIS;");
    }

    @Test
    void countsOnTwoLegsThatBringTheSameForDifferentServices() {
        assertThat(problemsOf(FOR_PAYMENTS, FOR_ACCOUNTS, leg("use", "only-for: [PIS, AIS], " + USE))).isEmpty();
        assertThat(problemsOf(FOR_PAYMENTS, FOR_ACCOUNTS, leg("use", "only-for: [AIS], " + USE))).isEmpty();
        assertThat(only(problemsOf(FOR_PAYMENTS, FOR_ACCOUNTS, leg("use", USE))).message())
                .startsWith("leg first and second captures").contains("not for CAF;");
    }

    @Test
    void findsThatATokenLeansOnAClientThatMayBeMissing() {
        var client = leg("client", "only-for: [PIS], captures: {client-id: {}, client-secret: {secret: true}}");
        var token = "token: {grant: client_credentials, auth: client_secret_basic, url: '{{environment.base-url}}/token'}, "
                + "probe: {method: GET, url: '{{environment.base-url}}/a', proves: token, headers: {Authorization: 'Bearer {{token}}'}}";
        assertThat(problemsOf(FOR_ALL, client, api("probe", token + ", only-for: [PIS]"))).isEmpty();
        var text = withLegs(client, api("probe", token));
        var problems = READER.read("xx-small.yaml", text).problems();
        assertThat(problems).extracting(Problem::message).satisfiesExactlyInAnyOrder(
                message -> assertThat(message).contains("captures \"client-id\" only for some services"),
                message -> assertThat(message).contains("captures \"client-secret\" only for some services"));
        problems.forEach(problem -> standsAt(problem, text, "token: {"));
        assertThat(problemsOf(leg("client", "captures: {client-id: {}}"), api("probe", token))).singleElement()
                .extracting(Problem::message).asString().contains("no earlier leg captures client-secret");
    }

    @Test
    void findsAValueThatOnlyAnotherRouteBrings() {
        var text = withLegs(leg("use", USE)).replace("- name: default", "- name: payments\n        when: {service: PIS}") + """
                      - name: default
                        legs:
                          - {id: other, stage: sign-up, by: operator, title: A, captures: {x: {}}, evidence: x}
                """.indent(0);
        var problem = only(READER.read("xx-small.yaml", text).problems());
        assertThat(problem.message()).isEqualTo(
                "no earlier leg of this route captures \"x\"; leg other of the route \"default\" does, which is not taken here");
        standsAt(problem, text, "'{{captured.x}}'");
    }

    @Test
    void findsAValueThatComesTooLate() {
        assertThat(only(problemsOf(leg("use", USE), leg("late", "captures: {x: {}}"))).message())
                .contains("leg late does, but comes too late");
    }
}
