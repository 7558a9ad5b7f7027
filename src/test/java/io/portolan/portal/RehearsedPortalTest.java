package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.Rehearsed.Cue;
import org.junit.jupiter.api.Test;

/** What a rehearsed portal shows is what the cue says, and nothing of its own that would be read as a sign of the leg. */
class RehearsedPortalTest extends WorkedPortal {

    private static final LegOrder SIGN_UP = order(ENVIRONMENT, """
            - id: sign-up
              stage: sign-up
              title: Sign up
              by: portal
              signed-in: false
              steps:
                - open: '{{environment.base-url}}/sign-up'
                - fill: {label: E-mail, with: '{{account.login}}'}
                - click: {role: button, name: Create account, point-of-no-return: true}
              look:
                - open: '{{environment.base-url}}/log-in'
              absent-when: {text: Wrong password}
              done-when:
                - text: We have sent you a mail
                - visible: {role: button, name: Log out}
              ask-when: {text: There is an account already}
            """, "sign-up");

    private static final LegOrder ACTIVATE = order(ENVIRONMENT, """
            - id: activate
              stage: sign-up
              title: Activate the account
              by: portal
              signed-in: false
              repeat: safe
              steps:
                - open: '{{environment.base-url}}/activate'
                - click: {role: button, name: 'Activate {{account.login}}'}
              done-when: {text: Your account is active}
            """, "activate");

    private Outcome shown(LegOrder order, Cue cue) {
        return new RehearsedPortal(new AccountKeeper(accounts, vault, clock), terms, clock).perform(run(new FakeLegRun(order)), cue);
    }

    @Test
    void showsNobodySignedInWhereThatIsASignOfTheLeg() {
        var ask = SIGN_UP.leg().signs().askWhen().get(0);

        assertThat(shown(SIGN_UP, new Cue(Cue.Kind.ASK, ask))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Outcome.Reason.ASKED_BY_PLAYBOOK));
    }

    @Test
    void knowsAClickAgainWhoseNameHoldsWhatWeSignInWith() {
        assertThat(shown(ACTIVATE, new Cue(Cue.Kind.DONE, ACTIVATE.leg().signs().doneWhen().get(0)))).isInstanceOf(Outcome.Done.class);
    }
}
