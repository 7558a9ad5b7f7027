package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideOfLegsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hosts: [bank.example]  | hosts: [bank.example, '{{ask.register-ulr}}']           | register-url",
        "hosts: [bank.example]  | hosts: [bank.example, '{{ask.register-url}}']           |",
        "kind: test             | kind: live/n    real-certificates: true                 | only an environment for trying",
        "kind: test             | kind: test/n    own-certificates: true/n    real-certificates: true | only an environment for trying",
        "kind: test             | kind: test/n    real-certificates: true                 |",
        "confidence: partial    | confidence: partial/nbranches: {at: {name: A, scope: access, country: AUT}} | no ISO 3166 code",
        "confidence: partial    | confidence: partial/nbranches: {at: {name: A, scope: access, also-in: [AT, EU]}} | \"EU\" is no ISO 3166 code",
        "confidence: partial    | confidence: partial/nbranches: {at: {name: A, scope: access, country: AT}}  |",
        "confidence: partial    | confidence: partial/nservice-names: {AISP: a}           | there is no key \"AISP\"",
        "data: ['{{tpp.lei}}']  | data: ['{{service-names}}']                             | what the bank calls the services",
    })
    void checksWhatStandsOutsideOfLegs(String written, String instead, String expected) {
        var text = SamplePlaybooks.withLegs("- {id: a, stage: verify-access, title: A, by: operator, data: ['{{tpp.lei}}']}\n");
        var problems = READER.read("xx-small.yaml", text.replace(written, instead.replace("/n", "\n"))).problems();
        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().contains(expected);
        }
    }

    @Test
    void letsNobodyAcceptTermsBySigningIn() {
        var text = SamplePlaybooks.exampleText().replaceFirst("(log-in:\n( +))", "$1- accept-terms: {label: I accept, document: {role: link, name: Terms}}\n$2");

        assertThat(READER.read("xx-example.yaml", text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("signing in accepts no terms");
            assertThat(text.lines().toList().get(problem.line() - 1)).contains("accept-terms");
        });
    }
}
