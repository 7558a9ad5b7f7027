package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.account.InMemoryPortalAccounts;
import io.portolan.account.PortalAccount;
import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.SampleOrders;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import io.portolan.mail.AwaitedMails;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in which order, on a browser of paper. */
class PortalMeansTest {

    private static final String BANK = "https://portal.bank.example";
    private static final String ENVIRONMENT = """
            base-url: https://portal.bank.example
            hosts: [portal.bank.example]
            portal:
              name: bank-developer
              login: '{{tpp.contact.e-mail}}'
              log-in:
                - open: '{{environment.base-url}}/log-in'
                - fill: {label: E-mail, with: '{{account.login}}'}
                - fill: {label: Password, with: '{{account.password}}'}
                - click: {role: button, name: Log in}
              signed-in: {visible: {role: button, name: Log out}}
            """;
    private static final String CREATE = """
            - id: create-application
              stage: create-application
              title: Create the application
              instruct: Create it.
              by: portal
              repeat: look-first
              steps:
                - open: '{{environment.base-url}}/new'
                - fill: {label: Name, with: '{{application.name}}'}
                - click: {role: button, name: Create, point-of-no-return: true}
                - capture: {as: client-secret, label: Client secret}
              look:
                - open: '{{environment.base-url}}/list'
              %s
              done-when: [{text: Active}]
              rejected-when: [{text: rejected your application}]
              wait-when: [{text: Pending}]
              captures: {client-secret: {secret: true}}
            """;

    private static final String WAY_BACK = "lost-when: [{text: was shown once}]\n"
            + "  if-lost: [{click: {role: button, name: Reset secret}}, {capture: {as: client-secret, label: Client secret}}]";

    private final InMemoryVault vault = new InMemoryVault();
    private final Clock clock = Clock.fixed(SampleOrders.STARTED, ZoneOffset.UTC);
    private final InMemoryAcceptedTerms terms = new InMemoryAcceptedTerms();
    private AwaitedMails.Found mail;
    private final InMemoryPortalAccounts accounts = new InMemoryPortalAccounts();
    private final FakeBrowser[] current = new FakeBrowser[1];
    private final PortalSettings settings = new PortalSettings(1, Duration.ofMillis(60), Duration.ofSeconds(30),
            Duration.ofSeconds(1), true, null, PortalSettings.Choice.AUTO, null, null, false, Duration.ofMillis(100));
    private FakeLegRun run;
    private FakeBrowser browser;
    private Sessions sessions;
    private PortalMeans means;

    @BeforeEach
    void aBank() {
        browser = new FakeBrowser(deed -> run.event(deed));
        pages();
        sessions = new Sessions(new Browsers() {
            @Override
            public boolean available() {
                return current[0] != null;
            }

            @Override
            public Browser open() {
                return current[0];
            }
        }, settings);
        means = new PortalMeans(sessions, new AccountKeeper(accounts, vault, clock), terms, (run, wanted) -> Optional.ofNullable(mail), settings, clock);
    }

    private void pages() {
        browser.page(BANK + "/log-in", "Log in").field("E-mail", "").field("Password", "").button("Log in", BANK + "/home");
        browser.page(BANK + "/home", "Welcome").button("Log out", BANK + "/log-in");
        browser.page(BANK + "/new", "New application").field("Name", "").button("Create", BANK + "/created")
                .button("Log out", BANK + "/log-in");
        browser.page(BANK + "/created", "Your application is Active").field("Client secret", "s3cret-value-1")
                .button("Log out", BANK + "/log-in");
        browser.page(BANK + "/list", "No applications").button("Log out", BANK + "/log-in");
        current[0] = browser;
    }

    @AfterEach
    void close() {
        run = run == null ? new FakeLegRun(null) : new FakeLegRun(run.order());
        sessions.destroy();
    }

    private static LegOrder order(String ifLost) {
        return SampleOrders.of(SampleOrders.playbook("xx-paper",
                SampleOrders.yaml("xx-paper", ENVIRONMENT, CREATE.formatted(ifLost))), "create-application");
    }

    private FakeLegRun firstRun() {
        return run(new FakeLegRun(order("")));
    }

    private FakeLegRun run(FakeLegRun asked) {
        run = asked.with("environment.base-url", BANK).with("tpp.contact.e-mail", "banks@tpp.example")
                .with("application.name", "Lantern");
        return run;
    }

    @Test
    void writesItsIntentBeforeTheClickAndKeepsTheSecretBeforeAnythingElse() {
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("open " + BANK + "/log-in", "type Password", "click Log in",
                "open " + BANK + "/new", "type Name", "intended: click the button \"Create\"", "click Create", "happened",
                "kept secret: client-secret");
        assertThat(run.events()).last().isEqualTo("kept secret: client-secret");
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void makesAnAccountWhosePasswordIsKeptBeforeItIsTyped() {
        assertThatThrownBy(() -> means.perform(firstRun().killedAfter("type E-mail")))
                .isInstanceOf(FakeLegRun.Interruption.class);
        assertThat(vault.names()).hasSize(1);
        assertThat(means.perform(run(run.again()))).isInstanceOf(Outcome.Done.class);
        assertThat(vault.names()).hasSize(1);
        assertThat(accounts.find("demo-tpp", "bank-developer", "sandbox")).hasValueSatisfying(account -> {
            assertThat(account.login()).isEqualTo("banks@tpp.example");
            assertThat(account.lastLogIn()).isEqualTo(SampleOrders.STARTED);
        });
    }

    @Test
    void looksFirstWhereItWasCutOffAndDoesNotClickTwice() {
        browser.page(BANK + "/list", "Your application is Active").field("Client secret", "s3cret-value-1").button("Log out", BANK);
        assertThat(means.perform(run(new FakeLegRun(order("")).at(Progress.INTENDED)))).isInstanceOf(Outcome.Done.class);
        assertThat(browser.done()).doesNotContain("click Create");
        assertThat(run.secrets()).containsKey("client-secret");
    }

    @Test
    void clicksAfterALookThatShowsThatNothingHappened() {
        assertThat(means.perform(run(new FakeLegRun(order("")).at(Progress.INTENDED)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("open " + BANK + "/list", "averted: The portal shows that it did not happen",
                "intended: click the button \"Create\"", "click Create");
    }

    @Test
    void looksASecondTimeBeforeItClicksAgain() {
        var seen = new boolean[1];
        browser = new FakeBrowser(deed -> {
            run.event(deed);
            if (deed.equals("open " + BANK + "/list") && !seen[0]) {
                seen[0] = true;
                browser.page(BANK + "/list", "Your application is Active").field("Client secret", "s3cret-value-1").button("Log out", BANK);
            }
        });
        pages();
        assertThat(means.perform(run(new FakeLegRun(order("")).at(Progress.INTENDED)))).isInstanceOf(Outcome.Done.class);
        assertThat(browser.done()).doesNotContain("click Create").filteredOn(("open " + BANK + "/list")::equals).hasSize(2);
        assertThat(run.events()).noneMatch(event -> event.startsWith("averted"));
    }

    @Test
    void seesALossThatIsDrawnLaterThanTheDoneSign() {
        browser.page(BANK + "/list", "Active").then(3, "Active. The secret was shown once").button("Reset secret", BANK + "/created")
                .button("Log out", BANK);
        assertThat(means.perform(run(new FakeLegRun(order(WAY_BACK)).at(Progress.INTENDED)))).isInstanceOf(Outcome.Done.class);
        assertThat(browser.done()).contains("click Reset secret").doesNotContain("click Create");
    }

    @Test
    void neverClicksAgainWhereADoneSignShows() {
        browser.page(BANK + "/list", "Your application is Active").button("Log out", BANK);
        assertThat(means.perform(run(new FakeLegRun(order(WAY_BACK)).at(Progress.INTENDED))))
                .isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.reason()).isEqualTo(Reason.SECRET_LOST));
        assertThat(browser.done()).doesNotContain("click Create");
    }

    @Test
    void neverClicksAgainAfterItHappened() {
        var outcome = means.perform(run(new FakeLegRun(order("")).at(Progress.HAPPENED)));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.PAGE_CHANGED));
        assertThat(browser.done()).doesNotContain("click Create");
    }

    @Test
    void isDoneWhereItWasCutOffAfterTheSecretWasKept() {
        assertThat(means.perform(run(new FakeLegRun(order("")).at(Progress.HAPPENED).holdingSecret("client-secret", "s3cret-value-1"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(browser.done()).doesNotContain("click Create");
    }

    @Test
    void survivesAKillAtEveryEventWithOneApplicationAndItsSecret() {
        for (var kill : new String[] {"intended", "click Create", "happened", "kept secret"}) {
            aBank();
            browser.page(BANK + "/list", "No applications").button("Log out", BANK);
            assertThatThrownBy(() -> means.perform(firstRun().killedAfter(kill))).isInstanceOf(FakeLegRun.Interruption.class);
            boolean exists = browser.done().contains("click Create");
            var killed = run;
            aBank();
            if (exists) {
                browser.page(BANK + "/list", "Your application is Active").field("Client secret", "s3cret-value-1").button("Log out", BANK);
            }
            assertThat(means.perform(run(killed.again()))).as(kill).isInstanceOf(Outcome.Done.class);
            assertThat(browser.done().contains("click Create")).as(kill).isNotEqualTo(exists);
            assertThat(run.secrets()).as(kill).containsEntry("client-secret", "s3cret-value-1");
        }
    }

    @Test
    void asksAPersonAboutALostSecret() {
        browser.page(BANK + "/list", "Your application is Active").button("Log out", BANK);
        assertThat(means.perform(run(new FakeLegRun(order("")).at(Progress.HAPPENED))))
                .isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.reason()).isEqualTo(Reason.SECRET_LOST));
        assertThat(run.pieces()).noneMatch(piece -> piece.kind() == Evidence.Kind.SCREENSHOT);
    }

    @Test
    void takesThePlaybooksWayBackFromALostSecret() {
        browser.page(BANK + "/list", "Active. The secret was shown once").button("Reset secret", BANK + "/created").button("Log out", BANK);
        var order = order(WAY_BACK);
        assertThat(means.perform(run(new FakeLegRun(order).at(Progress.HAPPENED)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void waitsForTheBankAndTellsItsRejection() {
        browser.page(BANK + "/created", "Pending: we will look at it").field("Client secret", "s3cret-value-1");
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NotYet.class,
                wait -> assertThat(wait.why()).isEqualTo("\"Pending: we will look at it\" on the page \"Title\""));
        browser.page(BANK + "/list", "We have rejected your application\nReason: the logo is too small\nImprint\nTerms of use").button("Log out", BANK);
        assertThat(means.perform(run(run.again()))).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.reason()).isEqualTo("We have rejected your application Reason: the logo is too small"));
    }

    @Test
    void typesNothingOnAPageThatIsNotTheBanks() {
        browser.add(new FakeBrowser.FakePage("https://evil.example/new", "New application", 200, false)).field("Name", "");
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

    @Test
    void acceptsChangedTermsOnlyWhereAPersonHasAnsweredThatVeryQuestion() {
        browser.page(BANK + "/created", "Active. Our terms: you may do nothing").field("I accept", "").field("Client secret", "s3cret-value-1")
                .button("Log out", BANK);
        var leg = CREATE.formatted("").replace("    - capture:", "    - accept-terms: {label: I accept, known: " + "0".repeat(64)
                + "}\n    - capture:").replace("point-of-no-return: true", "point-of-no-return: false").replace("look-first", "safe");
        var order = order(ENVIRONMENT, leg, "create-application");
        var asked = asksOfTerms(new FakeLegRun(order));
        asksOfTerms(new FakeLegRun(order));
        asksOfTerms(new FakeLegRun(order).sentBack("user:ada", "Read them; another question"));
        assertThat(browser.done()).doesNotContain("click I accept");

        assertThat(means.perform(run(new FakeLegRun(order).sentBack("user:ada", asked.detail())))).isInstanceOf(Outcome.Done.class);
        assertThat(run.told()).anyMatch(told -> told.startsWith("terms-accepted") && told.endsWith("agreed to by user:ada"));
        assertThat(means.perform(run(new FakeLegRun(order)))).as("which holds from then on").isInstanceOf(Outcome.Done.class);
    }

    private Outcome.NeedsPerson asksOfTerms(FakeLegRun asked) {
        var outcome = means.perform(run(asked));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.question()).contains("terms have changed"));
        return (Outcome.NeedsPerson) outcome;
    }

    @Test
    void tellsACaptchaAndAnErrorApart() {
        browser.add(new FakeBrowser.FakePage(BANK + "/new", "Are you human?", 200, true)).button("Log out", BANK);
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.CAPTCHA));
        browser.add(new FakeBrowser.FakePage(BANK + "/new", "Back soon", 503, false));
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Fault.class);
    }

    @Test
    void signsInAgainOnceWhereTheSessionHasExpired() {
        browser.page(BANK + "/new", "Log in").field("E-mail", "");
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("sign in again"));
        assertThat(browser.done()).filteredOn("click Log in"::equals).hasSize(2);
    }

    @Test
    void handsOverWithoutABrowser() {
        current[0] = null;
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.NO_BROWSER));
        assertThat(means.atOnce()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void actsOnAsManyLegsAtOnceAsThereAreBrowsers() {
        assertThat(means.atOnce()).isEqualTo(1);
    }

    @Test
    void throwsAwayABrowserThatDied() {
        browser.page(BANK + "/new", "New application");
        current[0] = new FakeBrowser(deed -> {
            run.event(deed);
            if (deed.startsWith("open")) {
                throw BrowserTrouble.gone("the browser is gone");
            }
        });
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Fault.class);
        assertThat(run.events()).endsWith("close");
        pages();
        assertThat(means.perform(firstRun())).as("its place is free again").isInstanceOf(Outcome.Done.class);
    }

    private static LegOrder order(String environment, String leg, String id) {
        return SampleOrders.of(SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", environment, leg)), id);
    }

    private void askForACode() {
        browser.page(BANK + "/log-in", "Log in").field("E-mail", "").field("Password", "").button("Log in", BANK + "/code");
        browser.page(BANK + "/code", "Code").field("Code", "").button("Confirm", BANK + "/home");
    }

    @Test
    void entersTheCodeOfTheSecondFactorWhereTheAccountHasOne() {
        askForACode();
        var withCode = order("""
                base-url: https://portal.bank.example
                hosts: [portal.bank.example]
                portal:
                  name: bank-developer
                  second-factor: totp
                  log-in:
                    - open: '{{environment.base-url}}/log-in'
                    - fill: {label: E-mail, with: '{{account.login}}'}
                    - fill: {label: Password, with: '{{account.password}}'}
                    - click: {role: button, name: Log in}
                    - enter-code: {label: Code, code: '{{account.totp}}'}
                    - click: {role: button, name: Confirm}
                  signed-in: {visible: {role: button, name: Log out}}
                """, CREATE.formatted(""), "create-application");
        var seed = PortalAccount.secret("demo-tpp", "bank-developer", "sandbox", "totp-seed");
        var password = PortalAccount.secret("demo-tpp", "bank-developer", "sandbox", "password");
        vault.keep(seed, "demo-tpp", Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        vault.keep(password, "demo-tpp", Secret.of("the-password"));
        accounts.add(new PortalAccount("demo-tpp", "bank-developer", "sandbox", "us", password, seed, "portolan", SampleOrders.STARTED,
                null, null, true));

        assertThat(means.perform(run(new FakeLegRun(withCode)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("type Password", "type Code", "click Confirm", "click Create");
    }

    @Test
    void readsTheCodeOfALogInFromAMailThatIsProvenToBeTheBanks() {
        askForACode();
        var withMail = order("""
                base-url: https://portal.bank.example
                hosts: [portal.bank.example]
                portal:
                  name: bank-developer
                  log-in:
                    - open: '{{environment.base-url}}/log-in'
                    - fill: {label: E-mail, with: '{{account.login}}'}
                    - fill: {label: Password, with: '{{account.password}}'}
                    - click: {role: button, name: Log in}
                    - read-mail: {from: '@bank.example', subject: Your code, take: 'code:(\\d{6})', as: code}
                    - enter-code: {label: Code, code: '{{captured.code}}'}
                    - click: {role: button, name: Confirm}
                  signed-in: {visible: {role: button, name: Log out}}
                """, CREATE.formatted(""), "create-application");
        mail = new AwaitedMails.Found("471147", "Your code", SampleOrders.STARTED, true);
        assertThat(means.perform(run(new FakeLegRun(withMail)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("type Code", "click Confirm", "click Create");
        assertThat(run.masks().masked("your code 471147")).doesNotContain("471147");

        aBank();
        askForACode();
        mail = new AwaitedMails.Found("471147", "Your code", SampleOrders.STARTED, false);
        assertThat(means.perform(run(new FakeLegRun(withMail)))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("nothing proves"));
        mail = null;
        assertThat(means.perform(run(new FakeLegRun(withMail)))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("No mail came"));
    }

    @Test
    void takesASuccessThatComesAsAnErrorForWhatThePlaybookSaysItIs() {
        browser.add(new FakeBrowser.FakePage(BANK + "/created", "Error 500: Your application is Active", 500, false))
                .field("Client secret", "s3cret-value-1").button("Log out", BANK + "/log-in");
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }

    @Test
    void clicksNothingThatCannotBeTakenBackWhereACaptchaWaits() {
        browser.add(new FakeBrowser.FakePage(BANK + "/new", "New application", 200, true)).field("Name", "")
                .button("Create", BANK + "/created").button("Log out", BANK + "/log-in");
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.CAPTCHA));
        assertThat(browser.done()).doesNotContain("click Create");
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
    }
}
