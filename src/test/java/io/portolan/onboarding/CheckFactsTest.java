package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckFactsTest {

    private final Facts facts = mock(Facts.class);
    private final CheckFacts check = new CheckFacts(facts);

    @Test
    void warnsOfFactsThatALegNeedsAndNobodyHasSupplied() {
        var leg = "- {id: a, stage: register-client, by: api, title: Register, request: {method: POST, url: 'https://bank.example/{{ask.path}}', body: {a: b}}}\n";
        var asked = SampleRoutes.asked(SampleRoutes.wish("ask: {path: told by the bank's support}\n", null, leg));
        when(facts.find("xx-paper", "sandbox", "", "path")).thenReturn(Optional.empty());

        assertThat(SampleRoutes.found(check, asked)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(PreflightReport.Severity.WARNING);
            assertThat(finding.code()).isEqualTo("fact-open");
            assertThat(finding.sentence()).isEqualTo("Nobody has supplied path yet: told by the bank's support. \"Register\" is a person's until somebody does.");
        });
        when(facts.find("xx-paper", "sandbox", "", "path")).thenReturn(Optional.of("register"));
        assertThat(SampleRoutes.said(SampleRoutes.found(check, asked))).containsExactly("fine fact-there");
    }

    @Test
    void looksForTheFactOfTheBranchWhereEachHasItsOwn() {
        var leg = "- {id: a, stage: register-client, by: api, title: Register, request: {method: POST, url: 'https://bank.example/{{ask.path}}', body: {a: b}}}\n";
        var asked = SampleRoutes.asked(SampleRoutes.wish("ask: {path: {who: the bank's support, by-branch: true}}\n"
                + "branches: {north: {name: North, scope: registration}, south: {name: South, scope: registration}}\n", "north", leg));
        when(facts.find("xx-paper", "sandbox", "south", "path")).thenReturn(Optional.of("of another branch"));
        when(facts.find("xx-paper", "sandbox", "north", "path")).thenReturn(Optional.empty());
        assertThat(SampleRoutes.said(SampleRoutes.found(check, asked))).containsExactly("warning fact-open");
        when(facts.find("xx-paper", "sandbox", "north", "path")).thenReturn(Optional.of("register"));
        assertThat(SampleRoutes.said(SampleRoutes.found(check, asked))).containsExactly("fine fact-there");
    }
}
