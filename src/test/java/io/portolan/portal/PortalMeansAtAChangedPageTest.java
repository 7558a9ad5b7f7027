package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A page that is no longer as the playbook says still gives what it shows of what is shown once. */
class PortalMeansAtAChangedPageTest extends WorkedPortal {

    private static final String BOTH = CREATE.formatted("").replace("    - capture: {as: client-secret", "    - capture: {as: client-id, label: Client id}\n"
            + "    - capture: {as: client-secret").replace("captures: {", "captures: {client-id: {}, ");

    private static final String COLLECT = """
            - id: collect-credentials
              stage: collect-credentials
              title: Collect the credentials
              by: portal
              repeat: safe
              steps:
                - open: '{{environment.base-url}}/created'
                - capture: {as: client-id, label: Client id}
                - capture: {as: client-secret, label: Client secret}
              captures: {client-id: {}, client-secret: {secret: true}}
            """;

    private Outcome of(String leg) {
        var id = leg.lines().findFirst().orElseThrow().substring("- id: ".length());
        return means.perform(run(new FakeLegRun(order(ENVIRONMENT, leg, id))));
    }

    private static void assertChanged(Outcome outcome, String what) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.PAGE_CHANGED);
            assertThat(person.question()).contains(what);
        });
    }

    @Test
    void takesTheSecretThoughTheStepBeforeItFails() {
        browser.page(BANK + "/created", "Your application is Active").field("App id", "id-1").field("Client secret", "s3cret-value-1")
                .button("Log out", BANK);
        assertChanged(of(BOTH), "\"Client id\"");
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
        assertThat(run.pieces()).extracting(FakeLegRun.Piece::kind).contains(Evidence.Kind.SCREENSHOT);

        browser.page(BANK + "/list", "Your application is Active").field("Client id", "id-1").field("Client secret", "••••••").button("Log out", BANK);
        assertThat(means.perform(run(run.again()))).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void takesItToItsEndThoughItIsStillDrawn() {
        browser.page(BANK + "/created", "Your application is Active").button("Log out", BANK).changing("Client secret", "s3c", "s3c", "s3cret-value-1");
        assertChanged(of(BOTH), "\"Client id\"");
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void takesTheSecretThoughASignOrAButtonBehindTheClickHasChanged() {
        for (var step : new String[] {"expect: {text: Well done}", "wait-for: {text: Well done}", "click: {role: button, name: Show}"}) {
            aBank();
            browser.page(BANK + "/created", "You have made it").field("Client secret", "s3cret-value-1").button("Log out", BANK);
            assertThat(of(CREATE.formatted("").replace("    - capture:", "    - " + step + "\n    - capture:"))).isInstanceOf(Outcome.NeedsPerson.class);
            assertThat(run.secrets()).as(step).containsEntry("client-secret", "s3cret-value-1");
        }
    }

    @Test
    void takesTheSecretInALegThatOnlyCollects() {
        browser.page(BANK + "/created", "Your app").field("App id", "id-1").field("Client secret", "s3cret-value-1").button("Log out", BANK);
        assertChanged(of(COLLECT), "\"Client id\"");
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void takesNothingOffAPageThatTheStepsHaveNotLeftYet() {
        browser.page(BANK + "/created", "All apps").field("Client secret", "s3cret-of-another").button("Log out", BANK);
        assertChanged(of(COLLECT.replace("    - capture: {as: client-id", "    - click: {role: link, name: Lantern}\n    - capture: {as: client-id")), "link");
        assertChanged(of(COLLECT.replace("    - capture: {as: client-id", "    - expect: {text: Lantern}\n    - capture: {as: client-id")), "Lantern");
        assertThat(run.secrets()).isEmpty();

        browser.page(BANK + "/list", "All apps").field("Client secret", "s3cret-of-another").button("Log out", BANK);
        browser.page(BANK + "/created", "You have made it").button("Log out", BANK);
        assertThat(of(CREATE.formatted("").replace("    - capture:", "    - open: '{{environment.base-url}}/list'\n    - click: {role: link, name: Lantern}\n    - capture:")))
                .isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(run.secrets()).isEmpty();
    }

    @Test
    void takesNothingThatDoesNotHaveItsForm() {
        browser.page(BANK + "/created", "Your application is Active").field("Client secret", "not shown here").button("Log out", BANK);
        assertChanged(of(BOTH.replace("label: Client secret}", "label: Client secret, pattern: '^(s3c[a-z0-9-]*)$'}")), "\"Client id\"");
        assertThat(run.secrets()).isEmpty();
    }

    @Test
    void isDoneWithoutWhatIsOptionalAndNotThere() {
        browser.page(BANK + "/created", "Your application is Active").field("Client secret", "s3cret-value-1").button("Log out", BANK);
        assertThat(of(BOTH.replace("client-id: {}", "client-id: {optional: true}"))).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
        assertThat(of(COLLECT.replace("client-id: {}", "client-id: {optional: true}"))).isInstanceOf(Outcome.Done.class);

        browser.page(BANK + "/created", "Your application is Active").field("Client id", "id-1").field("Client secret", "s3cret-value-1").button("Log out", BANK);
        assertThat(of(BOTH.replace("client-id: {}", "client-id: {optional: true}"))).isInstanceOf(Outcome.Done.class);
        assertThat(run.kept()).containsEntry("client-id", "id-1");
    }

    @Test
    void keepsNoTextsOfAPageThatMayShowASecretWhicheverStepFails() {
        for (var step : new String[] {"", "    - expect: {text: Well done}\n", "    - click: {role: button, name: Show}\n"}) {
            browser.page(BANK + "/created", "Your app. App id: id-1 App secret: s3cret-value-1").field("App id", "id-1").field("App secret", "s3cret-value-1")
                    .button("Log out", BANK);
            assertThat(of(COLLECT.replace("    - capture: {as: client-id", step + "    - capture: {as: client-id"))).isInstanceOf(Outcome.NeedsPerson.class);
            assertThat(run.pieces()).as(step).singleElement().satisfies(piece -> assertThat(new String(piece.body(), StandardCharsets.UTF_8))
                    .contains("without texts").doesNotContain("s3cret"));
        }
    }

    @Test
    void keepsTheTextsOfAPageThatCanShowNoneThatIsNotHeldOrFound() {
        browser.page(BANK + "/home", "You cannot come in").button("Log out now", BANK + "/log-in");
        assertThat(of(COLLECT)).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(run.evidence()).as("at the log-in").anyMatch(text -> text.contains("You cannot come in"));

        aBank();
        browser.page(BANK + "/created", "Your app. s3cret-value-1").field("App id", "id-1").field("Client secret", "s3cret-value-1").button("Log out", BANK);
        assertThat(of(COLLECT)).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(run.evidence()).as("which is held").anyMatch(text -> text.contains("Your app.")).noneMatch(text -> text.contains("s3cret"));

        aBank();
        browser.page(BANK + "/created", "Your app").button("Log out", BANK);
        assertThat(of(COLLECT.replace("label: Client secret}", "label: Client secret, only-for: [CAF]}"))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(run.evidence()).as("which other services have").anyMatch(text -> text.contains("Your app"));
    }

    @Test
    void tellsNothingOfAPageThatMayShowASecret() {
        for (var leg : new String[] {CREATE.formatted(""), COLLECT, CREATE.formatted("").replaceAll("    - capture.*\n", "")
                .replace("    - open: '{{environment.base-url}}/list'\n", "    - open: '{{environment.base-url}}/list'\n    - capture: {as: client-secret, label: Client secret}\n")}) {
            browser.page(BANK + "/created", "Created").alert("Copy it now: s3cretvalue").field("App secret", "x").button("Copy s3cretvalue", BANK)
                    .button("Log out", BANK);
            browser.page(BANK + "/list", "Your apps").alert("It is s3cretvalue").field("Client secret", "••••").button("Log out", BANK);
            assertThat(of(leg)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.question() + person.detail())
                    .contains(Finder.LEFT_OUT).doesNotContain("s3cretvalue"));
            assertThat(run.evidence()).noneMatch(text -> text.contains("s3cretvalue"));
        }
    }

    @Test
    void tellsWhatAPageSaysWithoutTheSecretThatItFinds() {
        browser.page(BANK + "/created", "Created").alert("Copy it now: s3cretvalue").field("App id", "id-1").field("Client secret", "s3cretvalue")
                .button("Log out", BANK);
        for (var leg : new String[] {BOTH, COLLECT}) {
            assertThat(of(leg)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.detail())
                    .contains("Copy it now").doesNotContain("s3cretvalue"));
        }
    }

    @Test
    void tellsOnlyThePlaybooksWordsForASignOnAPageThatMayShowASecret() {
        var leg = CREATE.formatted("ask-when: [{text: Verify}]");
        for (var sign : new String[] {"rejected your application", "Pending", "Verify"}) {
            browser.page(BANK + "/created", "Lantern. We have " + sign + ": s3cretvalue. Your key is s3cretvalue.").field("App secret", "s3cretvalue")
                    .button("Log out", BANK);
            assertThat(told(of(leg))).isEqualTo("\"" + sign + "\" on the page. " + Finder.LEFT_OUT);
            assertThat(run.evidence()).noneMatch(text -> text.contains("s3cretvalue"));

            browser.page(BANK + "/list", "Lantern. We have " + sign + ": s3cretvalue.").button("Log out", BANK);
            assertThat(told(means.perform(run(run.again())))).as("when it looks").isEqualTo("\"" + sign + "\" on the page. " + Finder.LEFT_OUT);
        }
    }

    @Test
    void tellsTheBanksWordsForASignWithoutTheSecretThatItFindsOrHolds() {
        var leg = CREATE.formatted("ask-when: [{text: Verify}]");
        for (var sign : new String[] {"rejected your application", "Pending", "Verify"}) {
            browser.page(BANK + "/created", "We have " + sign + ": the logo is too small, s3cretvalue.").field("Client secret", "s3cretvalue").button("Log out", BANK);
            assertThat(told(of(leg))).contains("We have " + sign + ": the logo is too small").doesNotContain("s3cretvalue");
        }
        browser.page(BANK + "/new", "We have rejected your application: no more than one.").button("Log out", BANK);
        assertThat(told(of(leg))).as("before anything is done").isEqualTo("We have rejected your application: no more than one.");
    }

    private static String told(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.reason() : outcome instanceof Outcome.NotYet wait ? wait.why()
                : ((Outcome.NeedsPerson) outcome).detail();
    }
}
