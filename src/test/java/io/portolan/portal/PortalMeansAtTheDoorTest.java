package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.PortalAccount;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.mail.AwaitedMails;
import io.portolan.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before the work at a portal: log-ins, codes, captchas and changed terms. */
class PortalMeansAtTheDoorTest extends WorkedPortal {

    @Test
    void acceptsChangedTermsOnlyWhereAPersonHasAnsweredThatVeryQuestion() {
        termsOnThePage("You may do nothing");
        var order = accepting("document: {css: '#terms'}, known: " + "0".repeat(64));
        var asked = asksOfTerms(new FakeLegRun(order));
        asksOfTerms(new FakeLegRun(order));
        asksOfTerms(new FakeLegRun(order).sentBack("user:ada", "Read them; another question"));
        assertThat(browser.done()).doesNotContain("click I accept");

        assertThat(means.perform(run(new FakeLegRun(order).sentBack("user:ada", asked.detail())))).isInstanceOf(Outcome.Done.class);
        assertThat(run.told()).anyMatch(told -> told.startsWith("terms-accepted") && told.endsWith("agreed to by user:ada"));
        assertThat(means.perform(run(new FakeLegRun(order)))).as("which holds from then on").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void comparesTheTermsThatThePageItselfShows() {
        var order = accepting("document: {css: '#terms'}");
        termsOnThePage("You may do nothing");
        assertThat(means.perform(run(new FakeLegRun(order)))).isInstanceOf(Outcome.Done.class);
        termsOnThePage("You  may\ndo nothing ");
        assertThat(means.perform(run(new FakeLegRun(order)))).as("the same words").isInstanceOf(Outcome.Done.class);
        termsOnThePage("You may do nothing, for a fee");
        asksOfTerms(new FakeLegRun(order));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Terms           | https://elsewhere.example/terms      | on a host that is not the bank's",
        "Terms           | javascript:show()                    | on a host that is not the bank's",
        "Terms           | https://portal.bank.example/created# | shown by a script",
        "Terms           | https://portal.bank.example/empty    | no text shows there",
        "''              |                                      | no text shows there",
        "' #Terms '      |                                      | no more than the name"})
    void asksAPersonEachTimeWhereTermsCannotBeRead(String shown, String leadsTo, String said) {
        var page = termsOnThePage(shown);
        browser.page(BANK + "/empty", " ");
        if (leadsTo != null) {
            page.leadsTo.put("#terms", leadsTo);
        }
        var order = accepting("document: {css: '#terms'}");
        for (int time = 0; time < 2; time++) {
            var before = browser.done().stream().filter("click I accept"::equals).count();
            var asked = asks(new FakeLegRun(order), "cannot be read");
            assertThat(run.evidence()).anyMatch(text -> text.contains(said));
            assertThat(browser.done()).filteredOn("click I accept"::equals).hasSize((int) before);
            assertThat(means.perform(run(new FakeLegRun(order).sentBack("user:ada", asked.detail())))).isInstanceOf(Outcome.Done.class);
            assertThat(run.told()).anyMatch(told -> told.startsWith("terms-accepted") && told.endsWith("agreed to by user:ada"));
        }
    }

    private FakePage termsOnThePage(String terms) {
        return browser.page(BANK + "/created", "Active").field("I accept", "").field("#terms", terms).field("Client secret", "s3cret-value-1")
                .button("Log out", BANK);
    }

    private static LegOrder accepting(String terms) {
        return order(ENVIRONMENT, CREATE.formatted("").replace("    - capture:", "    - accept-terms: {label: I accept, " + terms + "}\n    - capture:")
                .replace("point-of-no-return: true", "point-of-no-return: false").replace("look-first", "safe"), "create-application");
    }

    private Outcome.NeedsPerson asksOfTerms(FakeLegRun asked) {
        return asks(asked, "terms have changed");
    }

    private Outcome.NeedsPerson asks(FakeLegRun asked, String question) {
        var outcome = means.perform(run(asked));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.question()).contains(question));
        return (Outcome.NeedsPerson) outcome;
    }

    @Test
    void tellsACaptchaAndAnErrorApart() {
        browser.add(new FakePage(BANK + "/new", "Are you human?", 200, true)).button("Log out", BANK);
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.CAPTCHA));
        browser.add(new FakePage(BANK + "/new", "Back soon", 503, false));
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Fault.class);
    }

    @Test
    void signsInAgainOnceWhereTheSessionHasExpired() {
        browser.page(BANK + "/new", "Log in").field("E-mail", "");
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("sign in again"));
        assertThat(browser.done()).filteredOn("click Log in"::equals).hasSize(2);
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
    void clicksNothingThatCannotBeTakenBackWhereACaptchaWaits() {
        browser.add(new FakePage(BANK + "/new", "New application", 200, true)).field("Name", "")
                .button("Create", BANK + "/created").button("Log out", BANK + "/log-in");
        assertThat(means.perform(firstRun())).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.CAPTCHA));
        assertThat(browser.done()).doesNotContain("click Create");
        assertThat(run.progress()).isEqualTo(Progress.NOTHING);
    }
}
