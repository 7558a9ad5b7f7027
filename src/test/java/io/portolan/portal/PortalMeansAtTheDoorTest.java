package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.PortalAccount;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.mail.AwaitedMails;
import io.portolan.vault.Secret;
import org.junit.jupiter.api.Test;

/** What stands before the work at a portal: log-ins, codes, captchas and changed terms. */
class PortalMeansAtTheDoorTest extends WorkedPortal {

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
