package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.harbour.DeveloperByHand;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong at a bank, and how a person carries it on. */
class AsksAPersonAtHarbourIT extends TroubleAtHarbour {

    @Autowired JdbcClient database;
    @Autowired EvidenceStore evidence;

    @Test
    void showsAPersonWhatWasLookedForAndGoesOnWhenToldToTryAgain() throws Exception {
        BANK.control().mischief("hideCreateButton", true);
        var id = startWithoutDecision();

        var task = awaitTask(id);

        assertThat(task.leg()).isEqualTo(CREATE);
        assertThat(task.question()).contains("The portal has changed", "Create application");
        assertThat(task.instructions()).contains("New application");
        assertThat(task.detail()).contains("Looked for:", "Create application", "Nearest on the page:", "Page:");
        var shown = operator.get("/api/v1/tasks/" + task.id()).json();
        assertThat(shown.get("outcomes")).hasSize(6);
        assertThat(picture(task)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(pageText(task)).contains("New application", "Redirect URL");
        assertThat(operator.get("/api/v1/onboardings/" + id).json().get("status").asText()).isEqualTo("waiting-for-us");
        assertThat(BANK.control().counts().applications()).isZero();

        BANK.control().mischief("hideCreateButton", false);
        answer(task, "again");

        awaitTheWaitForTheDecision(id);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void goesOnFromWhatAPersonHasDoneByHand(@TempDir Path folder) throws Exception {
        BANK.control().mischief("hideCreateButton", true);
        var id = startWithoutDecision();
        var task = awaitTask(id);

        BANK.control().mischief("hideCreateButton", false);
        var browser = new HtmlUnitDriver(false);
        try {
            var person = new DeveloperByHand(browser, BANK.portalUrl());
            person.logIn(BANK.addresses().mailbox(), secrets("portal-password").get(0));
            person.createApplication("Lantern Ledger", Files.write(folder.resolve("logo.png"), DemoTpp.example().logo()));
        } finally {
            browser.quit();
        }
        answer(task, "done");

        awaitTheWaitForTheDecision(id);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
        assertThat(acts(id, CREATE)).contains("person-answered").doesNotContain("intended");
    }

    @Test
    void looksWhenToldThatTheBankHasApproved() {
        BANK.control().approveAfter(null);
        var id = start(aTpp()).id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var waiting = operator.get("/api/v1/onboardings/" + id).json();
        assertThat(waiting.get("status").asText()).isEqualTo("waiting-for-bank");
        assertThat(waiting.get("waitingFor").asText()).isEqualTo("bank");
        assertThat(BANK.control().applications().get(0).get("status").asText()).isEqualTo("PENDING");

        BANK.control().approve();
        var told = operator.post("/api/v1/onboardings/" + id + "/bank-answer", "{\"answer\": \"approved\", \"reference\": \"HB-1\"}");

        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        awaitStatus(id, Status.DONE);
        assertThat(database.sql("select read_by_leg from bank_answers where onboarding = ?").param(id).query(String.class).single())
                .isEqualTo("approval");
        assertThat(operator.get("/api/v1/registrations?bank=xx-harbour&tpp=" + waiting.get("tpp").asText()).json().at("/items/0/standing").asText())
                .isEqualTo("active");
    }

    @Test
    void createsTheApplicationAnewWhenTheBankHasRejectedAndAPersonSaysAgain() {
        BANK.control().approveAfter(null);
        var id = start(aTpp()).id();
        awaitStatus(id, Status.WAITING_FOR_BANK);

        BANK.control().reject("The description is too short for us.");

        var task = awaitTask(id);
        assertThat(task.kind()).isEqualTo(Task.Kind.REJECTION);
        assertThat(task.question()).contains("The description is too short for us.");
        assertThat(pageText(task)).containsIgnoringCase("Rejected");
        BANK.control().approveAfter(Duration.ofSeconds(1));
        answer(task, "again");

        awaitStatus(id, Status.DONE);
        var atBank = BANK.control().applications();
        assertThat(atBank.findValuesAsText("status")).containsExactly("REPLACED", "ACTIVE");
        assertThat(acts(id, CREATE)).filteredOn("happened"::equals).hasSize(2);
    }

    @Test
    void asksAPersonWhenTheMaintenanceDoesNotEnd() {
        BANK.control().mischief("maintenance", true);
        var id = startWithoutDecision();

        var task = awaitTask(id);

        assertThat(task.leg()).isEqualTo("sign-up");
        assertThat(task.question()).contains("4 times in vain");
        assertThat(task.detail()).contains("503");
        assertThat(pageText(task)).contains("being maintained");
        BANK.control().mischief("maintenance", false);
        answer(task, "again");
        awaitTheWaitForTheDecision(id);
    }

    private void answer(Task task, String outcome) {
        var answered = operator.post("/api/v1/tasks/" + task.id() + "/completion", "{\"outcome\": \"" + outcome + "\", \"note\": \"as the story goes\"}");
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        assertThat(answered.json().get("completedBy").asText()).isEqualTo("token:" + name);
    }

    private byte[] picture(Task task) throws IOException {
        return piece(task, Evidence.Kind.SCREENSHOT);
    }

    private String pageText(Task task) {
        return new String(piece(task, Evidence.Kind.PAGE_TEXT), StandardCharsets.UTF_8);
    }

    private byte[] piece(Task task, Evidence.Kind kind) {
        var found = new HashMap<Evidence.Kind, byte[]>();
        task.evidence().forEach(id -> found.put(evidence.find(id).orElseThrow().kind(), evidence.body(id).orElseThrow()));
        assertThat(found).containsKey(kind);
        return found.get(kind);
    }
}
