package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.account.PortalAccount;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.vault.Secret;
import org.junit.jupiter.api.Test;

/** Nobody signs up at a portal that knows the TPP already, through another bank of its group or from before. */
class SignsUpOnceTest extends WorkedPortal {

    private static final LegOrder SIGN_UP = order(ENVIRONMENT, """
            - id: sign-up
              stage: sign-up
              title: Sign up
              by: portal
              signed-in: false
              steps:
                - open: '{{environment.base-url}}/sign-up'
                - fill: {label: E-mail, with: '{{account.login}}'}
                - fill: {label: New password, with: '{{account.password}}'}
                - click: {role: button, name: Create account, point-of-no-return: true}
              look:
                - open: '{{environment.base-url}}/log-in'
                - fill: {label: E-mail, with: '{{account.login}}'}
                - fill: {label: Password, with: '{{account.password}}'}
                - click: {role: button, name: Log in}
              done-when: {visible: {role: button, name: Log out}}
            """, "sign-up");

    @Override
    void pages() {
        super.pages();
        browser.page(BANK + "/sign-up", "Sign up").field("E-mail", "").field("New password", "").button("Create account", BANK + "/home");
    }

    private void knows() {
        var password = PortalAccount.secret("demo-tpp", "bank-developer", "sandbox", "password");
        vault.keep(password, "demo-tpp", Secret.of("kept-before-1"));
        accounts.add(new PortalAccount("demo-tpp", "bank-developer", "sandbox", "banks@tpp.example", password, null, "ada", SampleOrders.STARTED,
                null, null, true));
    }

    @Test
    void signsUpWhereThereIsNoAccountYet() {
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsOnlyOnce("click Create account").doesNotContain("account found");
    }

    @Test
    void makesTheAccountForWhoeverSignsUpByHandWhereACaptchaIsInTheWay() {
        browser.add(new FakePage(BANK + "/sign-up", "Are you human?", 200, true));
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(accounts.of("demo-tpp")).singleElement().satisfies(account -> assertThat(vault.holds(account.password())).isTrue());
    }

    @Test
    void makesTheAccountWhereThereIsNoBrowser() {
        current[0] = null;
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(accounts.of("demo-tpp")).singleElement().satisfies(account -> assertThat(account.login()).isEqualTo("banks@tpp.example"));
    }

    @Test
    void findsAnAccountThatExistsByLookingAndSignsUpNoSecondTime() {
        knows();
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).contains("click Log in").doesNotContain("click Create account", "open " + BANK + "/sign-up");
        assertThat(accounts.of("demo-tpp")).hasSize(1);
    }

    @Test
    void signsUpWithTheAccountsOwnPasswordWhereTheLookDoesNotFindIt() {
        knows();
        browser.page(BANK + "/log-in", "Log in").field("E-mail", "").field("Password", "").button("Log in", BANK + "/unknown");
        browser.page(BANK + "/unknown", "There is no such account");
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("click Log in", "type New password", "click Create account");
        assertThat(accounts.of("demo-tpp")).singleElement().satisfies(account -> assertThat(account.login()).isEqualTo("banks@tpp.example"));
    }

    @Test
    void saysThatAnAccountWasFoundOnlyWhereItLetsUsIn() {
        knows();
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("click Log in", "account found");
    }

    @Test
    void doesNotSaySoWhereTheLogInDoesNotReachSignedIn() {
        knows();
        browser.page(BANK + "/log-in", "Log in").field("E-mail", "").field("Password", "").button("Log in", BANK + "/unknown");
        browser.page(BANK + "/unknown", "Your e-mail address has not been confirmed yet");
        means.perform(run(new FakeLegRun(SIGN_UP)));
        assertThat(run.events()).doesNotContain("account found");
    }

    @Test
    void looksWhereLaterLegsNeedWhatOnlyTheSignUpBrings() {
        knows();
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP).bringingMore()))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("account found", "open " + BANK + "/log-in").doesNotContain("click Create account");
    }

    @Test
    void doesNotTakeItsOwnUnconfirmedAccountForOneFromBefore() {
        var password = PortalAccount.secret("demo-tpp", "bank-developer", "sandbox", "password");
        vault.keep(password, "demo-tpp", Secret.of("kept-before-1"));
        accounts.add(new PortalAccount("demo-tpp", "bank-developer", "sandbox", "banks@tpp.example", password, null, "portolan",
                SampleOrders.STARTED.plusSeconds(1), null, null, false));
        assertThat(means.perform(run(new FakeLegRun(SIGN_UP)))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).doesNotContain("account found");
    }
}
