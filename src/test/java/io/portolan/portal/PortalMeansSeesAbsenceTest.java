package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import org.junit.jupiter.api.Test;

/** A look whose own steps need what is not there yet: only where the page says that it is not there, nothing was done. */
class PortalMeansSeesAbsenceTest extends WorkedPortal {

    private static final String OPENS_THE_APPLICATION = CREATE.replace("- open: '{{environment.base-url}}/list'\n",
            "- open: '{{environment.base-url}}/list'\n    - click: {role: button, name: Manage}\n");
    private static final String SAYS_SO = OPENS_THE_APPLICATION.formatted("absent-when: {text: No applications}");

    private FakeLegRun cutOff(String leg, Progress at) {
        return run(new FakeLegRun(order(ENVIRONMENT, leg, "create-application")).at(at));
    }

    @Test
    void actsWhereThePageSaysThatItIsNotThere() {
        assertThat(means.perform(cutOff(SAYS_SO, Progress.INTENDED))).isInstanceOf(Outcome.Done.class);

        assertThat(run.events()).containsSubsequence("open " + BANK + "/list", "open " + BANK + "/list",
                "averted: The portal shows that it did not happen", "intended: click the button \"Create\"", "click Create");
    }

    @Test
    void asksAPersonWhereNothingSaysThatItIsNotThere() {
        browser.page(BANK + "/list", "Your applications: Lantern, under way").button("Log out", BANK + "/log-in");

        assertChanged(cutOff(SAYS_SO, Progress.INTENDED));
        assertChanged(cutOff(OPENS_THE_APPLICATION.formatted(""), Progress.INTENDED));
    }

    @Test
    void asksAPersonWhereALookGoesThroughAndShowsNeitherThatItIsThereNorThatItIsNot() {
        browser.page(BANK + "/list", "We are redesigning this page").button("Log out", BANK + "/log-in");

        assertChanged(cutOff(CREATE.formatted("absent-when: {text: No applications}"), Progress.INTENDED));
    }

    @Test
    void asksAPersonWhereItIsKnownToHaveHappened() {
        assertChanged(cutOff(SAYS_SO, Progress.HAPPENED));
    }

    @Test
    void believesASignThatItIsThereRatherThanOneThatItIsNot() {
        browser.page(BANK + "/list", "Your application is Pending. No applications await your answer").button("Log out", BANK + "/log-in");

        assertThat(means.perform(cutOff(SAYS_SO, Progress.INTENDED))).isNotInstanceOf(Outcome.Done.class);
        assertThat(browser.done()).doesNotContain("click Create");
    }

    private void assertChanged(FakeLegRun cutOff) {
        assertThat(means.perform(cutOff)).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                asked -> assertThat(asked.reason()).isEqualTo(Reason.PAGE_CHANGED));
        assertThat(browser.done()).doesNotContain("click Create");
    }
}
