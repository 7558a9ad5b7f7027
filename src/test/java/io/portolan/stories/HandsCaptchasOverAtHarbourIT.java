package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.beans.factory.annotation.Autowired;

/** A portal that suddenly asks who is human: the leg is a person's, and the next one goes on from what that person has done. */
class HandsCaptchasOverAtHarbourIT extends HarbourStory {

    private static final String FORM = "/applications/new";

    @Autowired EvidenceStore evidence;

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
        var id = start(aTpp()).id();

        var task = awaitTask(id);

        assertHandedOver(task);
        assertThat(BANK.control().counts().applications()).isZero();
        var browser = new HtmlUnitDriver(false);
        try {
            var person = new DeveloperByHand(browser, BANK.portalUrl());
            person.logIn(BANK.addresses().mailbox(), BANK.control().secrets().get(0).value());
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
