package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.portal.MortalBrowsers;
import io.portolan.portal.RealBrowser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong at a bank, and how another try carries it on, with nobody asked. */
class OutlastsTroubleAtHarbourIT extends TroubleAtHarbour {

    @Test
    void triesAgainWhenTheBrowserDiesBeforeTheClickThatCannotBeTakenBack() {
        var id = startWithoutDecision();
        awaitState(id, "confirm-email", LegState.DONE);
        BANK.control().mischief("slowPages", 1000);
        awaitState(id, CREATE, LegState.RUNNING);

        killTheBrowsers();
        BANK.control().mischief("slowPages", 0);

        awaitTheWaitForTheDecision(id);
        assertThat(acts(id, CREATE)).contains("tried-in-vain");
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void looksBeforeItActsAgainWhenTheBrowserDiesAtTheClickThatCannotBeTakenBack() {
        var id = startWithoutDecision();
        awaitState(id, CREATE, LegState.RUNNING);
        BANK.control().mischief("slowPages", 1500);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> BANK.control().counts().applications() == 1);

        killTheBrowsers();
        BANK.control().mischief("slowPages", 0);

        awaitTheWaitForTheDecision(id);
        assertThat(acts(id, CREATE)).contains("tried-in-vain").doesNotContain("averted");
        assertThat(acts(id, CREATE)).filteredOn("intended"::equals).hasSize(1);
        assertThat(BANK.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void waitsAMaintenanceOfThePortalOut() {
        BANK.control().mischief("maintenance", true);
        var id = startWithoutDecision();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> acts(id, "sign-up").contains("tried-in-vain"));

        BANK.control().mischief("maintenance", false);

        awaitTheWaitForTheDecision(id);
        assertThat(acts(id, "sign-up")).doesNotContain("person-needed");
        assertThat(BANK.control().counts().accounts()).isEqualTo(1);
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

    /** As a crash would. */
    private static void killTheBrowsers() {
        RealBrowser.require();
        await().until(MortalBrowsers::kill);
    }
}
