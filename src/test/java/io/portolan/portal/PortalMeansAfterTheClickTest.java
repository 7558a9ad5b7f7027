package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import org.junit.jupiter.api.Test;

/** What a bank makes of a click that cannot be taken back, where it shows no sign that the leg is done. */
class PortalMeansAfterTheClickTest extends WorkedPortal {

    private static final String KEY_FIRST = CREATE.replace("    - capture: {as: client-secret, label: Client secret}\n", "")
            .replace("    - click: {role: button, name: Create", "    - capture: {as: client-secret, label: Client secret}\n    - click: {role: button, name: Create")
            .formatted("absent-when: {text: You have no keys}");

    private void bank(String afterTheClick, String list) {
        browser.page(BANK + "/new", "New key").field("Name", "").field("Client secret", "s3cret-value-1").button("Create", BANK + "/created")
                .button("Log out", BANK + "/log-in");
        browser.page(BANK + "/created", afterTheClick).button("Log out", BANK + "/log-in");
        browser.page(BANK + "/list", list).button("Log out", BANK + "/log-in");
    }

    private FakeLegRun first(String leg) {
        return run(new FakeLegRun(order(ENVIRONMENT, leg, "create-application")));
    }

    @Test
    void doesNotTakeWhatWasThereBeforeTheClickForASignThatItIsDone() {
        bank("Not saved: this name is in use", "Your keys");
        assertThat(means.perform(first(KEY_FIRST.replaceAll(" +absent-when: .*\n", "")))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(run.progress()).isEqualTo(Progress.HAPPENED);
    }

    @Test
    void takesWhatOnlyTheClickHasBroughtForASignThatItIsDone() {
        browser.page(BANK + "/created", "Copy it now").field("Client secret", "s3cret-value-1").button("Log out", BANK + "/log-in");
        browser.page(BANK + "/list", "Your keys").button("Log out", BANK + "/log-in");
        assertThat(means.perform(first(CREATE.formatted("")))).isInstanceOf(Outcome.Done.class);
        assertThat(means.perform(run(run.again()))).as("in a later run, too").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void believesThatItIsNotThereRatherThanWhatIsHeld() {
        browser.page(BANK + "/created", "Copy it now").field("Client secret", "s3cret-value-1").button("Log out", BANK + "/log-in");
        browser.page(BANK + "/list", "You have no keys").button("Log out", BANK + "/log-in");
        assertThat(means.perform(first(CREATE.formatted("absent-when: {text: You have no keys}")))).isInstanceOf(Outcome.NeedsPerson.class);
    }
}
