package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedPlacesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{{application.redirect-uris.lines}} |",
        "{{services.commas}}                 |",
        "{{captured.keys.lines}}             |",
        "{{captured.plan.lines}}             | {{captured.plan}} is one value, and nothing parts it",
        "{{ask.register-url.commas}}         | {{ask.register-url}} is one value, and nothing parts it",
        "{{tpp.legal-name.lines}}            | {{tpp.legal-name}} is one value, and nothing parts it"})
    void partsOnlyWhatIsSeveral(String template, String expected) {
        var problems = problemsOf("- {id: a, stage: sign-up, by: operator, title: A, captures: {keys: {type: list}, plan: {}}, evidence: plan}\n",
                "- {id: b, stage: approval, by: operator, title: B, data: {Usual: '{{captured.keys}} {{captured.plan}}', Other: '" + template + "'}}\n");
        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().extracting(Problem::message).isEqualTo(expected);
        }
    }

    @Test
    void readsTheItemsOfWhatIsKept() {
        assertThat(ListedPlaces.items("ask.scopes", " read accounts \r\n\npay\n")).containsExactly("read accounts", "pay");
        assertThat(ListedPlaces.items("services", "AIS PIS")).containsExactly("AIS", "PIS");
        assertThat(new Template("{{ask.scopes.lines}} {{tpp.website}}").places()).containsExactly("ask.scopes", "tpp.website");
    }

    @Test
    void keepsNoListAsASecret() {
        assertThat(problemsOf("- {id: a, stage: sign-up, by: operator, title: A, captures: {keys: {type: list, secret: true}}, evidence: keys}\n"))
                .singleElement().extracting(Problem::message).asString().contains("a list is no secret");
    }
}
