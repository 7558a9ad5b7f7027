package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static io.portolan.playbook.SamplePlaybooks.problemsOf;
import static io.portolan.playbook.SamplePlaybooks.withLegs;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphChecksTest {

    private static final String CALL = "{id: a, stage: register-client, title: A, by: api, repeat: safe, request: {method: GET, url: '{{environment.base-url}}'}, ";
    private static final String HAND = "- {id: b, stage: approval, title: B, by: operator}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "done-when: {status: 200}, rejected-when: {status: 200, json: {/state: REJECTED}}}                     | one of done-when too",
        "done-when: {status: [200, 201]}, wait-when: {status: 200, json: {/state: PENDING}}}                   | one of done-when too",
        "done-when: {json: {/state: '*'}}, wait-when: {json: {/state: PENDING}}}                               | one of done-when too",
        "done-when: {status: 200}, rejected-when: {status: 400}, ask-when: {status: 400, text: captcha}}       | one of rejected-when too",
        "done-when: [{status: 200}, {status: 200, json: {/state: ACTIVE}}]}                                    | adds nothing",
        "done-when: {status: 200, json: {/state: ACTIVE}}, wait-when: {status: 200}, rejected-when: {status: 200, json: {/state: REJECTED}}} |",
        "done-when: {status: 201}, wait-when: {status: [201, 202]}}                                            |",
        "done-when: {status: 200, only-for: [PIS]}, wait-when: {status: 200}}                                  |",
        "done-when: {json: {/state: ACTIVE}}, wait-when: {json: {/state: PENDING}}}                            |",
        "only-for: [AIS], done-when: [{status: 200}, {status: 204, only-for: [PIS]}]}                          | never reached: the leg itself is for AIS only",
        "only-for: [AIS, PIS], done-when: [{status: 200}, {status: 204, only-for: [PIS]}]}                     |"})
    void seesSignsThatAreNeverRead(String leg, String expected) {
        var problems = problemsOf("- " + CALL + leg + "\n", HAND);
        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.message()).contains(expected));
        }
    }

    @Test
    void seesAServiceForWhichNothingIsDone() {
        var one = "- {id: a, stage: approval, title: A, by: operator, only-for: [AIS]}\n";
        assertThat(problemsOf(one)).singleElement().satisfies(problem -> assertThat(problem.message()).contains("none is for PIS"));
        assertThat(problemsOf(one, HAND)).isEmpty();
    }

    @Test
    void seesAServiceThatNoProbeIsFor() {
        var probe = "- {id: a, stage: verify-access, title: A, by: api, %sprobe: {method: GET, url: '{{environment.base-url}}/accounts', proves: data, only-for: [AIS]}}\n";
        assertThat(problemsOf(probe.formatted(""), HAND)).singleElement().satisfies(problem -> assertThat(problem.message()).contains("no probe is for PIS"));
        assertThat(problemsOf(probe.formatted("only-for: [AIS], "), HAND)).isEmpty();
    }

    @Test
    void seesALiveRouteAtWhoseEndNothingIsProven() {
        var live = withLegs(HAND).replace("kind: test", "kind: live");
        assertThat(READER.read("xx-small.yaml", live).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("environments.test.routes[0].legs");
            assertThat(problem.message()).contains("nothing proves", "verify-access");
        });
        assertThat(READER.read("xx-small.yaml", live.replace("stage: approval", "stage: verify-access")).problems()).isEmpty();
        assertThat(problemsOf(HAND)).isEmpty();
    }

    @Test
    void seesARouteThatAnotherBeforeItTakes() {
        var text = withLegs(HAND).replace("      - name: default\n", "      - name: first\n        when: {certificate: QWAC}\n        legs: [{id: a, stage: approval, title: A, by: operator}]\n"
                + "      - name: second\n        when: {certificate: QWAC, service: PIS}\n");
        assertThat(READER.read("xx-small.yaml", text).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("never taken, since \"first\""));
        assertThat(READER.read("xx-small.yaml", text.replace("{certificate: QWAC, service: PIS}", "{certificate: QSealC}")).problems()).isEmpty();
    }
}
