package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import java.nio.charset.StandardCharsets;
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

    @Test
    void keepsWhatThePageSaysRightAfterTheClickAndPutsItIntoTheQuestion() {
        bank("Please correct this", "You have no keys");
        browser.page(BANK + "/created", "Please correct this").alert("Not saved: the name s3cret-value-1 is in use").button("Log out", BANK + "/log-in");

        assertThat(means.perform(first(KEY_FIRST))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.question())
                .contains("right after the click it said: \"Not saved: the name", "is in use\"").doesNotContain("s3cret"));
        assertThat(run.pieces()).filteredOn(piece -> piece.kind() == Evidence.Kind.PAGE_TEXT)
                .anySatisfy(piece -> assertThat(new String(piece.body(), StandardCharsets.UTF_8)).contains("Please correct this"));
        assertThat(run.pieces()).filteredOn(piece -> piece.kind() == Evidence.Kind.SCREENSHOT).hasSize(2);
    }

    @Test
    void actsAnewWhereAPersonSaysSoAndThePageSaysThatItIsNotThere() {
        bank("Not saved", "You have no keys");
        assertThat(means.perform(first(KEY_FIRST))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(means.perform(run(run.again()))).as("without a word").isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(browser.done()).filteredOn("click Create"::equals).hasSize(1);

        browser.page(BANK + "/created", "Your key is Active").button("Log out", BANK + "/log-in");
        assertThat(means.perform(run(run.again()).sentBack("user:ada", null))).isInstanceOf(Outcome.Done.class);
        assertThat(run.events()).containsSubsequence("averted: The portal shows that it is not there, and user:ada asked to try again",
                "intended: click the button \"Create\"", "click Create");
    }

    @Test
    void doesNotActAnewWhereNothingSaysThatItIsNotThere() {
        bank("Not saved", "We are redesigning this page");
        assertThat(means.perform(run(first(KEY_FIRST).at(Progress.HAPPENED)).sentBack("user:ada", null))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(browser.done()).doesNotContain("click Create");
    }
}
