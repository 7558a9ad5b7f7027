package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegState;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Service;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Foghorn Bank: an organisation that is approved, an enrolment under seal that is rejected first, a grant in part, and a next working day. */
class OnboardsAtFoghornIT extends CoastStory {

    @Autowired AnswerForBank answerForBank;
    @Autowired Registrations registrations;

    @Test
    void enrolsAgainAfterTheRejectionAndProvesWhatWasGrantedOnceItWorks() {
        var id = start(aTpp(), "xx-foghorn").id();

        var rejection = awaitTask(id);
        assertThat(rejection.kind()).isEqualTo(Task.Kind.REJECTION);
        assertThat(rejection.leg()).isEqualTo("approval");
        assertThat(bank("xx-foghorn").count("enrolments")).isEqualTo(1);
        worklist.complete(rejection.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), "confirmed the redirect URI"), "user:story");

        await().atMost(Duration.ofSeconds(60)).until(() -> leg(id, "verify-access").state() == LegState.WAITING);
        var effective = leg(id, "verify-access").lookAgainAt();
        assertThat(effective).isAfter(Instant.now());
        assertThat(effective.atZone(ZoneId.of("Europe/Brussels")).toLocalTime()).isEqualTo(LocalTime.of(6, 0));
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_BANK);
        assertThat(openTasks(id)).extracting(Task::kind).containsOnly(Task.Kind.NOTICE);

        bank("xx-foghorn").ask("/effective", Map.of());
        var today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(Service.AIS), "It works today already.", null, null, today),
                "user:story");

        var registration = registrations.find(awaitStatus(id, Status.DONE).registration()).orElseThrow();
        assertThat(registration.granted()).containsExactly(Service.AIS);
        assertThat(registration.health()).isEqualTo(Registration.Health.OK);
        assertThat(registration.effectiveFrom()).isEqualTo(today);
        assertThat(bank("xx-foghorn").counts().applications()).isEqualTo(1);
        assertThat(bank("xx-foghorn").count("enrolments")).isEqualTo(2);
    }

    private LegView leg(String id, String leg) {
        return onboardings.legs(id).stream().filter(view -> view.id().equals(leg)).findFirst().orElseThrow();
    }
}
