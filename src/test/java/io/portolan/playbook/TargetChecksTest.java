package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"input[value", "input]", "a:not(.b", "[title=\"x]", "[title='(']]", " ", "li:nth-child(2]"})
    void findsASelectorThatIsNotWhole(String css) {
        assertThat(problems(css)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("here.css");
            assertThat(problem.message()).contains("no CSS selector");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#client-id", "input[value=\"a]b\"]", "a:not(.b):nth-child(2) > [data-x='(']", ".a\\[b", "code.k, code.l"})
    void takesASelectorThatIsWhole(String css) {
        assertThat(problems(css)).isEmpty();
    }

    @Test
    void wantsASource() {
        var none = READER.read("xx-small.yaml", SamplePlaybooks.withLegs().replace("sources: [a test]", "sources: []")).problems();
        assertThat(none).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo("sources");
            assertThat(problem.line()).isEqualTo(3);
        });
        var missing = READER.read("xx-small.yaml", SamplePlaybooks.withLegs().replace("sources: [a test]\n", "")).problems();
        assertThat(missing).filteredOn(problem -> problem.path().equals("sources")).hasSizeLessThan(2);
    }

    private static List<Problem> problems(String css) {
        var findings = new Findings("xx-small.yaml");
        new TargetChecks(findings).check(new Target(null, null, null, null, css, List.of(), null), "here");
        return findings.inOrder();
    }
}
