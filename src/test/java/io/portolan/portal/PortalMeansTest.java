package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import org.junit.jupiter.api.Test;

/** A leg by portal from its intent to its end, however often it is cut off. */
class PortalMeansTest extends WorkedPortal {

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
    void resetsNoSecretThatTheRegistrationMayUse() {
        browser.page(BANK + "/list", "Active. The secret was shown once").button("Reset secret", BANK + "/created").button("Log out", BANK);
        var asked = new FakeLegRun(order(WAY_BACK)).inRound(2, clock.instant()).inUseElsewhere("client-secret");
        assertThat(means.perform(run(asked))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.SECRET_LOST);
            assertThat(person.question()).contains("may be in use", "client-secret");
        });
        assertThat(run.secrets()).isEmpty();
        assertThat(run.told()).noneMatch(event -> event.contains("secret-lost"));
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

    @Test
    void tellsAtWhichStepTheBrowserFailed() {
        browser = new FakeBrowser(deed -> {
            run.event(deed);
            if (deed.equals("open " + BANK + "/new")) {
                throw BrowserTrouble.page("the browser could not do it");
            }
        });
        pages();
        assertThat(means.perform(firstRun())).isEqualTo(new Outcome.Fault("the browser could not do it, at: open {{environment.base-url}}/new"));
    }

    @Test
    void takesASuccessThatComesAsAnErrorForWhatThePlaybookSaysItIs() {
        browser.add(new FakePage(BANK + "/created", "Error 500: Your application is Active", 500, false))
                .field("Client secret", "s3cret-value-1").button("Log out", BANK + "/log-in");
        assertThat(means.perform(firstRun())).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "s3cret-value-1");
    }
}
