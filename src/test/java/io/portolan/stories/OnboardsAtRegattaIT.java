package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OnboardsAtRegattaIT extends CoastStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Journal journal;
    @Autowired LeftAtBank leftAtBank;
    @Autowired EvidenceStore evidence;

    @AfterEach
    void calmTheBank() {
        bank("xx-regatta").mischief("loseAnswerTo", null);
    }

    @Test
    void getsASessionAgainWheneverItHasRunOut() {
        bank("xx-regatta").approveAfter(null);
        var onboarding = start(aTpp(), "xx-regatta");
        awaitStatus(onboarding.id(), Status.WAITING_FOR_BANK);
        await().atMost(Duration.ofSeconds(30)).until(() -> renewals(onboarding.id()) > 0);
        // the bank ends a session before its time
        bank("xx-regatta").ask("/session-seconds", Map.of("seconds", 3600));
        var renewed = renewals(onboarding.id());
        await().atMost(Duration.ofSeconds(30)).until(() -> renewals(onboarding.id()) > renewed);
        bank("xx-regatta").ask("/end-api-sessions", Map.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> bank("xx-regatta").count("sessionsRefused") > 0);
        bank("xx-regatta").approve();

        var done = awaitStatus(onboarding.id(), Status.DONE);

        assertThat(bank("xx-regatta").counts().applications()).isEqualTo(1);
        assertThat(bank("xx-regatta").count("subscriptionCalls")).isEqualTo(1);
        var registration = registrations.find(done.registration()).orElseThrow();
        assertThat(registration.health()).isEqualTo(Registration.Health.OK);
        assertThat(credentials.of(registration.id())).extracting(Credential::name)
                .containsExactlyInAnyOrder("api-key", "client-id", "client-secret", "client-key");
    }

    @Test
    void asksAPersonWhereTheAnswerOfTheOneRegistrationIsLostAndRegistersNoSecondTime() {
        bank("xx-regatta").mischief("loseAnswerTo", "/v1/registrations");
        var id = start(aTpp(), "xx-regatta").id();

        var task = awaitTask(id);

        assertThat(task.leg()).isEqualTo("register-client");
        assertThat(task.question()).contains("may or may not have acted");
        assertThat(task.evidence().stream().map(evidence::body).flatMap(Optional::stream).map(String::new))
                .anySatisfy(request -> assertThat(request).contains("/v1/registrations", "PSDDE-BAFIN-100200", "Session-Token: •••"));
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("client-id", "RG-000001",
                "client-secret", lastSecret()), null), "user:story");
        awaitStatus(id, Status.DONE);
        assertThat(bank("xx-regatta").counts().applications()).isEqualTo(1);
    }

    @Test
    void registersAgainOnlyByAPersonWhoSaysWhyAndRemembersThatThereMayBeTwo() {
        bank("xx-regatta").mischief("loseAnswerTo", "/v1/registrations");
        var id = start(aTpp(), "xx-regatta").id();
        var task = awaitTask(id);
        bank("xx-regatta").mischief("loseAnswerTo", null);
        assertThatThrownBy(() -> worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:story"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("note-needed"));
        assertThat(bank("xx-regatta").counts().applications()).isEqualTo(1);

        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), "Their desk says that it has nothing."), "user:story");
        awaitStatus(id, Status.DONE);

        assertThat(bank("xx-regatta").counts().applications()).isEqualTo(2);
        assertThat(leftAtBank.of(id)).extracting(LeftAtBank.Item::sentence).containsExactly("Register the client, once (may exist twice)");
        assertThat(awaitTask(id).kind()).isEqualTo(Task.Kind.CLEAN_UP);
    }

    @Test
    void looksWhetherItHasSubscribedBeforeItSubscribesAgain() {
        bank("xx-regatta").mischief("loseAnswerTo", "/subscriptions");
        var id = start(aTpp(), "xx-regatta").id();

        awaitStatus(id, Status.DONE);
        assertThat(bank("xx-regatta").count("subscriptionCalls")).isEqualTo(1);
    }

    private String lastSecret() {
        return bank("xx-regatta").secrets().stream().filter(secret -> secret.kind().equals("client-secret"))
                .reduce((earlier, later) -> later).orElseThrow().value();
    }

    private long renewals(String onboarding) {
        return journal.of(onboarding).stream().map(Entry::act).map(Act::name).filter("renewed"::equals).count();
    }
}
