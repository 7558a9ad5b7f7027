package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import org.junit.jupiter.api.Test;

/** A sign is what a person reads as it, on a page of the bank's own. */
class PortalMeansBelievesNoOtherHostTest extends WorkedPortal {

    private static final String APPROVAL = """
            - id: approval
              stage: approval
              title: Wait for the approval
              by: portal
              %s
              look: [{open: '{{environment.base-url}}/list'}]
              done-when: [{text: Active}]
              wait-when: [{text: Pending}]
            """;
    private static final String STEPS = "steps: [{open: '{{environment.base-url}}/new'}, {click: {role: button, name: Create, point-of-no-return: true}}]";

    @Test
    void takesInactiveForNoSignOfActive() {
        browser.page(BANK + "/list", "Lantern Inactive").button("Log out", BANK + "/log-in");
        assertThat(means.perform(run(new FakeLegRun(order(ENVIRONMENT, APPROVAL.formatted(""), "approval"))))).isInstanceOf(Outcome.NeedsPerson.class);
    }

    @Test
    void asksAPersonWhereAPageOfAnotherHostShowsASign() {
        browser.page(BANK + "/new", "New application").button("Create", "https://evil.example/").button("Log out", BANK + "/log-in");
        browser.page("https://evil.example/", "Your application is Active");
        assertAsked(APPROVAL.formatted(STEPS));
        var clicks = APPROVAL.formatted(STEPS.replace(", point-of-no-return: true", "") + "\n  repeat: safe");
        assertAsked(clicks.replaceAll(" +look: .*\n", ""));
        assertAsked(clicks.replaceAll(" +(look|done-when|wait-when): .*\n", ""));
    }

    private void assertAsked(String leg) {
        assertThat(means.perform(run(new FakeLegRun(order(ENVIRONMENT, leg, "approval"))))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.PAGE_CHANGED);
            assertThat(person.question()).contains("left the bank's hosts");
            assertThat(person.detail()).contains("evil.example");
        });
        assertThat(run.pieces()).extracting(FakeLegRun.Piece::kind).contains(Evidence.Kind.SCREENSHOT, Evidence.Kind.PAGE_TEXT);
    }
}
