package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import org.junit.jupiter.api.Test;

/** Pages that a bank has redesigned: the secret they show is taken where it can be found, and told to nobody where it cannot. */
class AtChangedPagesIT extends StepsInChromium {

    private static final String BOTH = "- capture: {as: client-id, label: Client id}\n- capture: {as: client-secret, label: Client secret}";
    private static final String PAGE = """
            <h1>Lantern</h1><div role=alert>%s</div>
            <dl><dt>%s</dt><dd>id-1234</dd><dt>%s</dt><dd><code>s3cret-value-1</code></dd></dl>""";

    @Test
    void takesTheSecretBehindAFieldThatWasRenamed() {
        assertAsks(on(PAGE.formatted("Copy them now", "App id", "Client secret"), BOTH, "", "{client-id: {}, client-secret: {secret: true}}"),
                Reason.PAGE_CHANGED, "Client id");
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void goesOnWithoutAFieldThatIsOptionalAndNotThere() {
        assertDone(on(PAGE.formatted("all is well", "App id", "Client secret"), BOTH, "",
                "{client-id: {optional: true}, client-secret: {secret: true}}"));
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void keepsNoTextOfAPageWhoseSecretCannotBeFound() {
        assertAsks(on(PAGE.formatted("Copy them now", "App id", "App secret"), BOTH, "", "{client-id: {}, client-secret: {secret: true}}"),
                Reason.PAGE_CHANGED, "Client id");
        assertThat(run.pieces()).extracting(FakeLegRun.Piece::kind).containsExactly(Evidence.Kind.PAGE_TEXT);
        assertThat(run.evidence()).singleElement().satisfies(text -> assertThat(text).contains("without texts", "code").doesNotContain("s3cret"));
    }

    @Test
    void tellsNobodyWhatAPageCallsOutThatMayBeASecret() {
        for (var steps : new String[] {BOTH, "- expect: {text: Well done}\n" + BOTH}) {
            var outcome = on(PAGE.formatted("Copy it now: <code>s3cret-value-1</code>", "App id", "App secret"), steps, "",
                    "{client-id: {}, client-secret: {secret: true}}");
            assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.question() + person.detail())
                    .contains("a secret may be among it").doesNotContain("s3cret", "Copy it now"));
            assertThat(run.evidence()).isNotEmpty().noneMatch(text -> text.contains("s3cret"));
        }
    }

    @Test
    void quotesTheBankWhereItRejectsUnlessASecretMayBeAmongIt() {
        var said = "<p>Your key was <code>s3cret-value-1</code>. We have rejected your application.</p><p>Reason: the logo of s3cret-value-1 is too small</p>";
        var captures = "{client-id: {}, client-secret: {secret: true}}\nrejected-when: {text: rejected your application}";
        assertThat(on(PAGE.formatted(said, "App id", "App secret"), BOTH, "", captures))
                .isEqualTo(new Outcome.Rejected("\"rejected your application\" on the page. " + Finder.LEFT_OUT));
        assertThat(on(PAGE.formatted(said, "App id", "Client secret"), BOTH, "", captures)).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.reason()).startsWith("We have rejected your application. Reason: the logo of").doesNotContain("s3cret"));
    }
}
