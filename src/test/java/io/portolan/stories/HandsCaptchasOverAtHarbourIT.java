package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.account.PortalAccounts;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.portal.RealBrowser;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.harbour.DeveloperByHand;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A portal that suddenly asks who is human: the leg is a person's, and the next one goes on from what that person has done. */
class HandsCaptchasOverAtHarbourIT extends HarbourStory {

    private static final String FORM = "/applications/new";

    @Autowired EvidenceStore evidence;
    @Autowired PortalAccounts accounts;
    @Autowired Tokens tokens;
    @LocalServerPort int port;

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    @AfterEach
    void calmTheBank() {
        BANK.control().calm();
    }

    @Test
    void goesOnAfterAPersonHasPassedTheCaptchaAndDoneTheLeg(@TempDir Path folder) throws IOException {
        BANK.control().mischief("captchaAt", FORM);
        var tpp = aTpp();
        var id = start(tpp).id();

        var task = awaitTask(id);

        assertHandedOver(task);
        assertThat(BANK.control().counts().applications()).isZero();
        var browser = new HtmlUnitDriver(false);
        try {
            var person = new DeveloperByHand(browser, BANK.portalUrl());
            var shown = revealed(tpp);
            person.logIn(shown.get("login").asText(), shown.get("value").asText());
            person.proveHuman(FORM);
            person.createApplication("Lantern Ledger", Files.write(folder.resolve("logo.png"), DemoTpp.example().logo()));
        } finally {
            browser.quit();
        }
        answer(task, PersonAnswer.DONE);

        awaitStatus(id, Status.DONE);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void triesAgainWhenAPersonSaysThatTheCaptchaIsGone() {
        BANK.control().mischief("captchaAt", "/log-in");
        var id = start(aTpp()).id();

        var task = awaitTask(id);

        assertHandedOver(task);
        BANK.control().mischief("captchaAt", null);
        answer(task, PersonAnswer.AGAIN);

        awaitStatus(id, Status.DONE);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    /** Log-in and password of the account that Portolan has made, as whoever takes over gets to see them. */
    private JsonNode revealed(String tpp) {
        var account = accounts.of(tpp).get(0);
        try (var token = tokens.create("captcha-" + UUID.randomUUID(), Set.of(Role.APPROVER), Set.of(), null, "user:story")) {
            var answer = Visitor.withToken(port, token.reveal(CharSequence::toString)).post("/api/v1/portal-accounts/" + tpp + "/" + account.portal()
                    + "/" + account.environment() + "/password/reveal", "{\"reason\": \"The portal asks for a captcha.\"}");
            assertThat(answer.status()).isEqualTo(200);
            return answer.json();
        }
    }

    private void assertHandedOver(Task task) {
        assertThat(task.leg()).isEqualTo("create-application");
        assertThat(task.question()).contains("captcha");
        assertThat(task.instructions()).contains("New application");
        var pieces = task.evidence().stream().map(piece -> evidence.find(piece).orElseThrow()).toList();
        assertThat(pieces).extracting(piece -> piece.kind()).contains(Evidence.Kind.SCREENSHOT);
        assertThat(task.evidence()).anySatisfy(piece -> assertThat(new String(evidence.body(piece).orElseThrow(), StandardCharsets.UTF_8))
                .contains("I am not a robot"));
    }

    private void answer(Task task, PersonAnswer answer) {
        worklist.complete(task.id(), new Worklist.Completion(answer, Map.of(), "as the story goes"), "user:story");
    }
}
