package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.certificate.Certificate;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.simulator.DemoTpp;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A secret of an earlier leg that a person has to type somewhere is shown to whoever has taken the task of that leg, once at a time, and to nobody else. */
@ExtendWith(OutputCaptureExtension.class)
class ShowsSecretsOfTasksIT extends ApiStory {

    private static final String SECRET = "s3cr3t-of-a-leg";
    private static final String REASON = "{\"reason\": \"The bank's form asks for it.\"}";

    /** The task of a leg that needs the secret which the leg before it has brought. */
    private Task needing() {
        var onboarding = startAt(aTpp(), "xx-by-hand", "AIS").id();
        var first = awaitTask(onboarding);
        assertThat(first.secrets()).as("what the leg itself is to bring").isEmpty();
        worklist.complete(first.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("plan", "Basic", "client-id", "the-client", "client-secret", SECRET), null), "user:ada");
        await().atMost(Duration.ofSeconds(20)).until(() -> openTasks(onboarding).stream().anyMatch(task -> task.leg().equals("approval")));
        return awaitTask(onboarding);
    }

    /** The task of the leg after that, which is a call by api that gets a token by client id and client secret. */
    private Task proving(String tpp) {
        var onboarding = startAt(tpp, "xx-by-hand", "AIS").id();
        worklist.complete(awaitTask(onboarding).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("plan", "Basic", "client-id", "the-client", "client-secret", SECRET), null), "user:ada");
        await().atMost(Duration.ofSeconds(20)).until(() -> openTasks(onboarding).stream().anyMatch(task -> task.leg().equals("approval")));
        worklist.complete(awaitTask(onboarding).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), null), "user:ada");
        await().atMost(Duration.ofSeconds(20)).until(() -> openTasks(onboarding).stream().anyMatch(task -> task.leg().equals("verify-access")));
        return awaitTask(onboarding);
    }

    private static String page(Task task) {
        return "/tasks/" + task.id();
    }

    private static String reveal(Task task, String name) {
        return page(task) + "/secrets/" + name + "/reveal";
    }

    private static String byApi(Task task, String name) {
        return API + reveal(task, name).substring(1);
    }

    private void assertJournalledOnce(Task task, String actor) {
        assertThat(journal.of(task.onboarding())).filteredOn(entry -> entry.act().name().equals("secret-revealed")).singleElement().satisfies(entry -> {
            assertThat(entry.act().actor()).startsWith(actor);
            assertThat(entry.act().detail()).contains("approval: The bank's form asks for it.");
        });
        assertThat(journal.of(task.onboarding()).toString()).doesNotContain(SECRET);
    }

    @AfterEach
    void logsNothingOfIt(CapturedOutput logged) {
        assertThat(logged.getAll()).doesNotContain(SECRET);
    }

    @Test
    void givesItByTheApiToWhoeverHasTakenTheTask() {
        var task = needing();
        assertThat(task.secrets()).extracting(Task.SecretOffer::name, Task.SecretOffer::label).containsExactly(tuple("client-secret", "Client secret"));
        assertThat(ok(approver.get(API + "tasks/" + task.id())).at("/secrets/0/href").asText()).isEqualTo(byApi(task, "client-secret"));
        for (var other : new Visitor[] {viewer, operator, holding(Role.AUDITOR), holding(Role.GATEWAY)}) {
            problem(other.post(byApi(task, "client-secret"), REASON), 403, "not-permitted");
        }
        problem(approver.post(byApi(task, "client-secret"), REASON), 409, "not-your-task");
        ok(approver.post(API + "tasks/" + task.id() + "/claim", "{}"));
        problem(approver.post(byApi(task, "client-secret"), "{}"), 422, "reason-required");
        problem(approver.post(byApi(task, "plan"), REASON), 404, "unknown-secret");
        problem(holding(Role.APPROVER).post(byApi(task, "client-secret"), REASON), 409, "not-your-task");

        var shown = approver.post(byApi(task, "client-secret"), REASON, "Idempotency-Key", UUID.randomUUID().toString());

        assertThat(ok(shown).get("value").asText()).isEqualTo(SECRET);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(approver.get(API + "tasks/" + task.id()).text()).doesNotContain(SECRET);
        assertJournalledOnce(task, "token:api-");
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), null), "user:ada");
        problem(approver.post(byApi(task, "client-secret"), REASON), 409, "task-closed");
    }

    @Test
    void showsItOnceOnThePageOfTheTask() {
        var task = needing();
        assertThat(operator.get(page(task)).text()).contains("An approver who takes the task can see them.").doesNotContain(reveal(task, "client-secret"));
        var person = admin();
        assertThat(person.get(page(task)).text()).contains("Take the task to see them.", "the-client").doesNotContain(SECRET);
        person.submit(page(task), page(task) + "/claim", Map.of());

        var unsaid = person.submit(page(task), reveal(task, "client-secret"), Map.of("reason", "M!"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say why, in a few words", "value=\"M!\"").doesNotContain(SECRET);

        var shown = person.submit(page(task), reveal(task, "client-secret"), Map.of("reason", "The bank's form asks for it."));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains(SECRET, "Hide it");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(person.get(page(task)).text()).doesNotContain(SECRET);
        assertJournalledOnce(task, "user:admin");
    }

    @Test
    void offersWhatATokenIsAskedForWithWhereTheKeyIsElsewhere() {
        var tpp = aTpp();
        certificates.of(tpp).forEach(certificate -> certificates.retire(certificate.id(), "The key is elsewhere.", "user:story"));
        certificates.take(tpp, Certificate.Kind.QWAC, "test", "QWAC whose key is elsewhere", authority().qwac(DemoTpp.example()).chainPem(), null, "user:story");
        var task = proving(tpp);

        assertThat(task.secrets()).extracting(Task.SecretOffer::name, Task.SecretOffer::label).containsExactly(tuple("client-secret", "Client secret"));
        assertThat(task.data()).extracting(Task.Datum::label, Task.Datum::text).contains(tuple("Client id", "the-client"), tuple("Address for POST", "https://localhost:1/token"));
        var person = admin();
        person.submit(page(task), page(task) + "/claim", Map.of());
        assertThat(person.get(page(task)).text()).contains("with our QWAC for mutual TLS", "<a href=\"#secrets-title\">client secret</a>", "id=\"secrets-title\"").doesNotContain(SECRET, "{{");
        assertThat(person.submit(page(task), reveal(task, "client-secret"), Map.of("reason", "For the token.")).text()).contains(SECRET);
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("proof", "200"), null), "user:ada");
        awaitStatus(task.onboarding(), Onboarding.Status.DONE);
    }

    @Test
    void offersItLikewiseWhereAMachineCouldNotGoOn() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "verify-access", run -> new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN, "It does not work. How shall it go on?", null));

        var task = proving(tpp);

        assertThat(task.secrets()).extracting(Task.SecretOffer::name).containsExactly("client-secret");
        assertThat(task.data()).extracting(Task.Datum::label, Task.Datum::text).contains(tuple("Client id", "the-client"));
        assertThat(task.outcomes()).as("a word proves nothing").doesNotContain(PersonAnswer.DONE);
    }
}
