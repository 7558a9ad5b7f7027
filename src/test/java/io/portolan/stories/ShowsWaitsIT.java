package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of an onboarding says for whom it waits, and what is done about that and when. */
class ShowsWaitsIT extends ApiStory {

    @Autowired StartOnboarding startings;
    @Autowired AnswerForBank answerForBank;

    @Test
    void saysForWhomItWaitsAndWhatIsDoneAboutItByItself() {
        var tpp = aTpp();
        for (int look = 0; look < 60; look++) {
            ScriptedMeans.next(tpp, "approval", PENDING);
        }
        var id = startings.with(new StartRequest(tpp, "xx-mole", null, "sandbox", null, List.of("AIS"), null), "user:story").id();
        await().until(() -> openTasks(id).stream().anyMatch(task -> "ESCALATION".equals(task.reason())));

        var page = admin().get("/onboardings/" + id).text();
        assertThat(page).contains("Waiting for Mole Bank", "Looks again", "Reminds the bank", "Called on us to talk to the bank", "Europe/Brussels")
                .doesNotContain("More is promised by", "Calls on us to talk to the bank");

        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.ACKNOWLEDGED, Set.of(), "In review.", "C-9", Instant.parse("2099-01-02T12:00:00Z"), null),
                "token:bank");
        await().until(() -> admin().get("/onboardings/" + id).text().contains("More is promised by"));
        assertThat(admin().get("/onboardings/" + id).text()).contains("Fri 2 Jan 2099, 13:00 CET");
    }
}
