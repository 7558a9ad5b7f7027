package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.journal.Entry;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.portal.RealBrowser;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.harbour.DeveloperByHand;
import io.portolan.simulator.BankControl.IssuedSecret;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong at a bank, and how a person or another try carries it on. */
class AsksAPersonAtHarbourIT extends HarbourStory {

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    private static final String CREATE = "create-application";

    @Autowired Tokens tokens;
    @Autowired Journal journal;
    @Autowired EvidenceStore evidence;
    @Autowired JdbcClient database;
    @LocalServerPort int port;

    private Visitor operator;
    private String name;

    @BeforeEach
    void letAnOperatorIn() {
        name = "story-" + UUID.randomUUID();
        try (var token = tokens.create(name, Set.of(Role.ADMIN), Set.of(), null, "user:story")) {
            operator = Visitor.withToken(port, token.reveal(CharSequence::toString));
        }
    }

    @AfterEach
    void calmTheBank() {
        BANK.control().mischief("hideCreateButton", false);
        BANK.control().mischief("maintenance", false);
        BANK.control().mischief("slowPages", 0);
        BANK.control().mischief("loseAnswerTo", null);
        tokens.revoke(name, "user:story");
    }

    @Test
    void showsAPersonWhatWasLookedForAndGoesOnWhenToldToTryAgain() throws Exception {
        BANK.control().mischief("hideCreateButton", true);
        var id = start(aTpp()).id();

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

        awaitStatus(id, Status.DONE);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void goesOnFromWhatAPersonHasDoneByHand(@TempDir Path folder) throws Exception {
        BANK.control().mischief("hideCreateButton", true);
        var id = start(aTpp()).id();
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

        awaitStatus(id, Status.DONE);
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
    void triesAgainWhenTheBrowserDiesBeforeTheClickThatCannotBeTakenBack() {
        var id = start(aTpp()).id();
        awaitState(id, "confirm-email", LegState.DONE);
        BANK.control().mischief("slowPages", 1000);
        awaitState(id, CREATE, LegState.RUNNING);

        killTheBrowsers();
        BANK.control().mischief("slowPages", 0);

        awaitStatus(id, Status.DONE);
        assertThat(acts(id, CREATE)).contains("tried-in-vain");
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void looksBeforeItActsAgainWhenTheBrowserDiesAtTheClickThatCannotBeTakenBack() {
        var id = start(aTpp()).id();
        awaitState(id, CREATE, LegState.RUNNING);
        BANK.control().mischief("slowPages", 1500);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> BANK.control().counts().applications() == 1);

        killTheBrowsers();
        BANK.control().mischief("slowPages", 0);

        awaitStatus(id, Status.DONE);
        assertThat(acts(id, CREATE)).contains("tried-in-vain").doesNotContain("averted");
        assertThat(acts(id, CREATE)).filteredOn("intended"::equals).hasSize(1);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void waitsAMaintenanceOfThePortalOut() {
        BANK.control().mischief("maintenance", true);
        var id = start(aTpp()).id();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> acts(id, "sign-up").contains("tried-in-vain"));

        BANK.control().mischief("maintenance", false);

        awaitStatus(id, Status.DONE);
        assertThat(acts(id, "sign-up")).doesNotContain("person-needed");
        assertThat(BANK.control().counts().accounts()).isEqualTo(1);
    }

    @Test
    void asksAPersonWhenTheMaintenanceDoesNotEnd() {
        BANK.control().mischief("maintenance", true);
        var id = start(aTpp()).id();

        var task = awaitTask(id);

        assertThat(task.leg()).isEqualTo("sign-up");
        assertThat(task.question()).contains("4 times in vain");
        assertThat(task.detail()).contains("503");
        assertThat(pageText(task)).contains("being maintained");
        BANK.control().mischief("maintenance", false);
        answer(task, "again");
        awaitStatus(id, Status.DONE);
    }

    @Test
    void hasANewSecretMadeWhenTheOneThatIsShownOnceWasLost() {
        BANK.control().mischief("loseAnswerTo", "/client-secret");

        var done = awaitStatus(start(aTpp()).id(), Status.DONE);

        var secrets = secrets("client-secret");
        assertThat(secrets).hasSize(2).doesNotHaveDuplicates();
        assertThat(acts(done.id(), "collect-credentials")).contains("tried-in-vain", "secret-lost");
        var ours = operator.post("/api/v1/registrations/" + done.registration() + "/credentials/client-secret/reveal",
                "{\"reason\": \"to compare it with what the bank has\"}");
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.json().get("value").asText().equals(secrets.get(1))).isTrue();
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    private void answer(Task task, String outcome) {
        var answered = operator.post("/api/v1/tasks/" + task.id() + "/completion", "{\"outcome\": \"" + outcome + "\", \"note\": \"as the story goes\"}");
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        assertThat(answered.json().get("completedBy").asText()).isEqualTo("token:" + name);
    }

    private void awaitState(String id, String leg, LegState state) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).until(() -> onboardings.legs(id).stream()
                .anyMatch(view -> view.id().equals(leg) && view.state() == state));
    }

    private List<String> acts(String id, String leg) {
        return journal.of(id).stream().map(Entry::act).filter(act -> leg.equals(act.leg())).map(act -> act.name()).toList();
    }

    private static List<String> secrets(String kind) {
        return BANK.control().secrets().stream().filter(secret -> secret.kind().equals(kind)).map(IssuedSecret::value).toList();
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

    /** Ends the browsers and drivers that this JVM has started, as a crash would. */
    private static void killTheBrowsers() {
        var browsers = ProcessHandle.current().descendants()
                .filter(process -> process.info().command().map(command -> command.contains("chrom")).orElse(false)).toList();
        assumeFalse(browsers.isEmpty(), "there is no Chromium here");
        browsers.forEach(ProcessHandle::destroyForcibly);
    }
}
