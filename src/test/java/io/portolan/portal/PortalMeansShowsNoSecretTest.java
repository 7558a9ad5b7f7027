package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.PortalAccount;
import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is typed, taken and shown: our data only at the bank, secrets only in the vault, and what helps a person on. */
class PortalMeansShowsNoSecretTest extends WorkedPortal {

    @Test
    void typesNothingOnAPageThatIsNotTheBanks() {
        browser.add(new FakePage("https://evil.example/new", "New application", 200, false)).field("Name", "");
        var leg = CREATE.formatted("").replace("- open: '{{environment.base-url}}/new'", "- click: {role: button, name: Away}");
        browser.page(BANK + "/home", "Welcome").button("Log out", BANK + "/log-in").button("Away", "https://evil.example/new");
        var order = SampleOrders.of(SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", ENVIRONMENT, leg)), "create-application");
        assertThat(means.perform(run(new FakeLegRun(order)))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.PAGE_CHANGED);
            assertThat(person.question()).contains("left the bank's hosts");
            assertThat(person.detail()).contains("evil.example");
        });
        assertThat(browser.done()).doesNotContain("type Name");
    }

    @Test
    void namesWhatComesNearestToWhatIsMissing() {
        browser.page(BANK + "/new", "New application").field("Name", "").button("Create app", BANK).button("Log out", BANK)
                .button("AKIA1234567890SECRET", BANK);
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.PAGE_CHANGED);
            assertThat(person.detail()).contains("Step: click the button \"Create\"", "Nearest on the page: button \"Create app\"")
                    .doesNotContain("AKIA");
        });
        assertThat(run.events()).noneMatch(event -> event.startsWith("intended"));
        assertThat(run.pieces()).extracting(FakeLegRun.Piece::kind).contains(Evidence.Kind.SCREENSHOT, Evidence.Kind.PAGE_TEXT);
    }

    @Test
    void showsNoTextsWhereASecretMayBeAmongThem() {
        browser.page(BANK + "/created", "Your new key s3cret-value-1").field("Key", "s3cret-value-1").button("Log out", BANK);
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(run.pieces()).singleElement().satisfies(piece -> assertThat(new String(piece.body(), StandardCharsets.UTF_8))
                .contains("without texts").doesNotContain("s3cret"));
    }

    @Test
    void hidesASecretThatOnlyALaterLegTakes() {
        var later = """
                - id: collect-credentials
                  stage: collect-credentials
                  title: Collect the credentials
                  by: portal
                  repeat: safe
                  steps: [{open: '{{environment.base-url}}/created'}, {capture: {as: api-key, label: API key}}]
                  captures: {api-key: {secret: true}}
                """;
        browser.page(BANK + "/created", "Your application is Active. API key k3y-value-12345").field("Client secret", "s3cret-value-1")
                .field("API key", "k3y-value-12345").button("Log out", BANK);
        var playbook = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", ENVIRONMENT, CREATE.formatted("") + later));
        assertThat(means.perform(run(new FakeLegRun(SampleOrders.of(playbook, "create-application"))))).isInstanceOf(Outcome.Done.class);
        assertThat(run.pieces()).filteredOn(piece -> piece.kind() == Evidence.Kind.PAGE_TEXT).singleElement()
                .satisfies(piece -> assertThat(new String(piece.body(), StandardCharsets.UTF_8)).contains("Active").doesNotContain("k3y"));
        assertThat(browser.maskedTargets()).contains("API key");
    }

    @Test
    void hidesThePasswordAndTheSeedOfItsAccountThoughThisRunHasUsedNeither() {
        var password = PortalAccount.secret("demo-tpp", "bank-developer", "sandbox", "password");
        var seed = PortalAccount.secret("demo-tpp", "bank-developer", "sandbox", "totp-seed");
        vault.keep(password, "demo-tpp", Secret.of("Pa55-word-of-old"));
        vault.keep(seed, "demo-tpp", Secret.of("otpauth://totp/Bank:us?secret=gezdgnbvgy3tqojqgezdgnbvgy3tqojq&issuer=Bank"));
        accounts.add(new PortalAccount("demo-tpp", "bank-developer", "sandbox", "banks@tpp.example", password, seed, "ada", clock.instant(), null, null, true));
        var order = order(ENVIRONMENT, CREATE.formatted("signed-in: false").replaceAll(".*capture.*\n", ""), "create-application");
        for (var shown : List.of("Pa55-word-of-old", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq")) {
            browser.page(BANK + "/created", "Look at " + shown).alert("It is " + shown)
                    .button("Copy " + shown, BANK).button("Log out", BANK);
            browser.page(BANK + "/list", "Still " + shown).alert("It is " + shown).button("Copy " + shown, BANK).button("Log out", BANK);
            assertThat(means.perform(run(new FakeLegRun(order)))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                    person -> assertThat(person.question() + person.detail()).contains("It is").doesNotContain(shown));
            assertThat(run.pieces()).extracting(FakeLegRun.Piece::kind).contains(Evidence.Kind.PAGE_TEXT, Evidence.Kind.OUTLINE);
            assertThat(run.evidence()).as(shown).noneMatch(text -> text.contains(shown));
            assertThat(browser.maskedSecrets()).contains(shown);
        }
    }

    @Test
    void keepsWhatCameOfALegThoughALaterOneLooksBySomethingThatNobodyHasYet() {
        var later = """
                - id: collect-credentials
                  stage: collect-credentials
                  title: Collect the credentials
                  by: portal
                  repeat: safe
                  steps:
                    - capture: {as: app-name, label: Client secret}
                    - capture: {as: api-key, label: API key, in-row: '{{captured.app-name}}'}
                  captures: {app-name: {}, api-key: {secret: true}}
                """;
        var playbook = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", ENVIRONMENT, CREATE.formatted("") + later));
        assertThat(means.perform(run(new FakeLegRun(SampleOrders.of(playbook, "create-application"))))).isInstanceOf(Outcome.Done.class);
        assertThat(run.pieces()).extracting(FakeLegRun.Piece::kind).contains(Evidence.Kind.SCREENSHOT, Evidence.Kind.PAGE_TEXT);
    }

    @Test
    void keepsASecretThatIsOnlyDrawnToItsEndAndNotWhatThePagePutsInItsPlace() {
        for (var afterwards : new String[] {"••••••••", "s3cr••••••", "Copied!", ""}) {
            aBank();
            browser.page(BANK + "/created", "Your application is Active").button("Log out", BANK)
                    .changing("Client secret", "s3c", "s3cret-v", "s3cret-value-1", afterwards);
            var leg = CREATE.formatted("").replace("label: Client secret}", "label: Client secret, pattern: '^(s3c[a-z0-9•-]*)$'}");
            assertThat(means.perform(run(new FakeLegRun(order(ENVIRONMENT, leg, "create-application"))))).isInstanceOf(Outcome.Done.class);
            assertThat(run.secrets()).as("then " + afterwards).containsEntry("client-secret", "s3cret-value-1");
        }
    }

    @Test
    void doesNotWaitForeverForAValueThatNeverStaysTheSame() {
        var ticking = java.util.stream.IntStream.range(0, 5000).mapToObj(each -> "s3cret-" + each).toArray(String[]::new);
        browser.page(BANK + "/created", "Your application is Active").button("Log out", BANK).changing("Client secret", ticking);
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).filteredOn("kept secret: client-secret"::equals).hasSizeLessThan(200);
    }
}
