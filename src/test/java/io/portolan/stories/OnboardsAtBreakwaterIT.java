package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.ProofLevel;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.breakwater.PersonAtBreakwater;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.beans.factory.annotation.Autowired;

/** A bank that lets only people in: a person does the portal by hand, Portolan does the waiting, the secrets and the proof. */
class OnboardsAtBreakwaterIT extends CoastStory {

    private static final String BANK = "xx-breakwater";
    private static final String PASSWORD = "Mole-und-Molch-26";

    @Autowired Registrations registrations;
    private HtmlUnitDriver browser;
    private PersonAtBreakwater person;

    @BeforeEach
    void sitDown() {
        bank(BANK).approveAfter(null);
        browser = new HtmlUnitDriver(false);
        person = new PersonAtBreakwater(browser, WORLD.bank(BANK).portalUrl(), bank(BANK));
    }

    @AfterEach
    void getUp() {
        browser.quit();
    }

    @Test
    void goesOnFromWhatAPersonBringsBackAndAsksForMoreWhenTheBankDoes(@TempDir Path folder) throws IOException {
        var id = start(aTpp(), BANK).id();
        var enrol = awaitTask(id);
        assertThat(enrol.leg()).isEqualTo("enrol");
        assertThat(enrol.instructions()).contains("upload our licence");
        assertThat(enrol.data()).extracting(Task.Datum::text).contains(WORLD.bank(BANK).portalUrl() + "/sign-up", "BAFIN-100200");

        var number = person.signUp("Lantern Payments GmbH", "banks@tpp.example", "BAFIN-100200", PASSWORD,
                Files.write(folder.resolve("licence.pdf"), DemoTpp.example().licence()));
        answer(enrol, PersonAnswer.DONE, Map.of("enrolment-number", number, "portal-password", PASSWORD));
        awaitStatus(id, Status.WAITING_FOR_BANK);

        bank(BANK).ask("/question", Map.of("question", "Who are your customers?"));
        var question = awaitTask(id);
        assertThat(question.leg()).isEqualTo("approval");
        person.logIn("banks@tpp.example", PASSWORD);
        person.answer("People with accounts at several banks.");
        answer(question, PersonAnswer.HANDED_IN, Map.of());
        awaitStatus(id, Status.WAITING_FOR_BANK);

        bank(BANK).approve();
        var collect = awaitTask(id);
        assertThat(collect.leg()).isEqualTo("collect-credentials");
        answer(collect, PersonAnswer.DONE, Map.of("client-id", person.clientId(), "client-secret", person.clientSecret()));

        var done = awaitStatus(id, Status.DONE);
        assertThat(onboardings.legs(id)).extracting(leg -> leg.state()).containsOnly(LegState.DONE);
        assertThat(bank(BANK).counts().applications()).isEqualTo(1);
        assertThat(registrations.find(done.registration()).orElseThrow().standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(registrations.proofs(done.registration())).isNotEmpty().allSatisfy(proof -> assertThat(proof.level()).isEqualTo(ProofLevel.DATA));
    }

    private void answer(Task task, PersonAnswer outcome, Map<String, String> values) {
        worklist.complete(task.id(), new Worklist.Completion(outcome, values, "as the story goes"), "user:story");
    }
}
