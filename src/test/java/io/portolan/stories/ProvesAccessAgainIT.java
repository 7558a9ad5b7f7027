package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.onboarding.Leanings;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A registration that works no longer is degraded, until a proof passes again. */
class ProvesAccessAgainIT extends ApiStory {

    private static final String VERIFY = "verify-access";

    @Autowired Leanings leanings;

    @Test
    void degradesWhereAProofFailsAndIsSoundAgainWhereItPasses() {
        var tpp = aTpp();
        var onboarding = awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        var registration = API + "registrations/" + onboarding.registration();
        ScriptedMeans.next(tpp, VERIFY, run -> new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN, "Access does not work.",
                "The bank does not know our registration: 401 invalid_client"));

        var failed = ok(operator.post(registration + "/verification", ""));

        assertThat(failed.get("result").asText()).isEqualTo("failed");
        assertThat(failed.at("/registration/health").asText()).isEqualTo("degraded");
        assertThat(failed.at("/registration/standing").asText()).isEqualTo("active");
        assertThat(failed.at("/registration/healthNote").asText()).contains("401 invalid_client");
        var task = awaitTask(onboarding.id());
        assertThat(task.question()).contains("xx-quay", "401 invalid_client", onboarding.registration());
        ScriptedMeans.next(tpp, VERIFY, run -> new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN, "Access does not work.", null));
        ok(operator.post(registration + "/verification", ""));
        assertThat(openTasks(onboarding.id())).as("told once").hasSize(1);
        ScriptedMeans.next(tpp, VERIFY, run -> new Outcome.Fault("The bank's API does not work at present: 503"));
        var unanswered = ok(operator.post(registration + "/verification", ""));
        assertThat(unanswered.get("result").asText()).isEqualTo("no-answer");
        assertThat(unanswered.at("/registration/health").asText()).isEqualTo("degraded");

        var passed = ok(operator.post(registration + "/verification", ""));

        assertThat(passed.get("result").asText()).isEqualTo("proven");
        assertThat(passed.at("/registration/health").asText()).isEqualTo("ok");
        assertThat(passed.at("/registration/healthNote").isNull()).isTrue();
        assertThat(passed.at("/registration/proofs")).hasSize(2);
        assertThat(journal.of(onboarding.registration())).extracting(entry -> entry.act().name())
                .contains("access-not-proven", "registration-degraded", "access-proven-again", "registration-proven-again");
        assertThat(onboardings.find(onboarding.id()).orElseThrow().status()).isEqualTo(Status.DONE);
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "Seen to."), "user:ada");
    }

    @Test
    void leavesTheHealthAloneWhereTheBankCannotAnswer() {
        var tpp = aTpp();
        var onboarding = awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        ScriptedMeans.next(tpp, VERIFY, run -> new Outcome.Fault("The bank's API does not work at present: 503"));
        var unanswered = ok(operator.post(API + "registrations/" + onboarding.registration() + "/verification", ""));
        assertThat(unanswered.get("sentence").asText()).contains("503");
        assertThat(unanswered.at("/registration/health").asText()).isEqualTo("ok");
        assertThat(openTasks(onboarding.id())).isEmpty();
    }

    @Test
    void provesWithTheCredentialsThatAreHeldNow() {
        var tpp = aTpp();
        var onboarding = awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        var registration = API + "registrations/" + onboarding.registration();
        operator.post(registration + "/credentials", "{\"name\": \"client-secret\", \"kind\": \"client-secret\", \"value\": \"rotated-by-the-bank\"}");
        var used = new AtomicReference<String>();
        ScriptedMeans.next(tpp, VERIFY, run -> {
            used.set(secret(run, "captured.client-secret"));
            return new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN, "Not with rotated-by-the-bank.", null);
        });

        var failed = ok(operator.post(registration + "/verification", ""));

        assertThat(used.get()).isEqualTo("rotated-by-the-bank");
        assertThat(failed.toString()).contains("Not with •••").doesNotContain("rotated-by-the-bank");
        assertThat(ok(viewer.get(registration + "/credentials/client-secret")).get("state").asText()).isEqualTo("issued");
        ok(operator.post(registration + "/verification", ""));
        assertThat(ok(viewer.get(registration + "/credentials/client-secret")).get("state").asText()).isEqualTo("usable");
    }

    private static String secret(LegRun run, String place) {
        try (var secret = ((Value.Hidden) run.value(place)).secret()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    @Test
    void takesAWordThatItIsDegradedTellsThoseThatLeanOnItAndBelievesNoWordThatItWorks() {
        var tpp = aTpp();
        var live = awaitStatus(startAt(tpp, "xx-basin-east", "AIS").id(), Status.DONE);
        ScriptedMeans.next(tpp, "activate", PENDING);
        var running = startAt(tpp, "xx-basin-west", "AIS");
        awaitStatus(running.id(), Status.WAITING_FOR_BANK);
        var hub = onboardings.page(new Onboardings.Filter(tpp, "xx-basin", null, null), null, 1).items().get(0);
        var health = API + "registrations/" + hub.registration() + "/health";
        problem(operator.post(health, "{\"health\": \"degraded\"}"), 422, "missing-values");
        problem(operator.post(health, "{\"health\": \"poorly\", \"reason\": \"?\"}"), 422, "invalid-values");
        problem(viewer.post(health, "{\"health\": \"degraded\", \"reason\": \"?\"}"), 403, "not-permitted");

        var degraded = ok(operator.post(health, "{\"health\": \"degraded\", \"reason\": \"Half of the calls end in 403.\"}"));

        assertThat(degraded.get("health").asText()).isEqualTo("degraded");
        assertThat(awaitTask(running.id()).question()).contains("xx-basin", "degraded");
        awaitLeanedOn(live.registration(), "is degraded");
        assertThat(leanings.ofRegistration(live.registration())).singleElement().satisfies(leaning -> assertThat(leaning.note()).contains("degraded"));
        assertThat(awaitTask(hub.id()).question()).contains("Half of the calls end in 403.");

        problem(operator.post(health, "{\"health\": \"ok\", \"reason\": \"I think so.\"}"), 422, "health-not-proven");
        assertThat(ok(operator.post(health, "{\"health\": \"unknown\", \"reason\": \"The bank has mended it.\"}")).get("health").asText())
                .isEqualTo("unknown");
        awaitLeanedOn(live.registration(), "is active again");
        problem(operator.post(API + "registrations/" + hub.registration() + "/verification", ""), 409, "nothing-to-prove");
    }

    @Test
    void takesTheWordOfAGatewayThatARegistrationInItsScopeIsDegradedAndNoOther() {
        var tpp = aTpp();
        var done = awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        var health = API + "registrations/" + done.registration() + "/health";
        var word = "{\"health\": \"degraded\", \"reason\": \"Every second call ends in 403.\"}";
        problem(holding(Role.GATEWAY).post(health, word), 404, "unknown-registration");
        problem(holding(Role.GATEWAY, "another-tpp").post(health, word), 404, "unknown-registration");
        var gateway = holding(Role.GATEWAY, tpp);

        var degraded = ok(gateway.post(health, word));

        assertThat(degraded.get("healthNote").asText()).isEqualTo("Every second call ends in 403.");
        assertThat(awaitTask(done.id()).question()).contains("Every second call ends in 403.");
        assertThat(journal.of(done.registration())).anySatisfy(entry -> {
            assertThat(entry.act().name()).isEqualTo("registration-degraded");
            assertThat(entry.act().actor()).startsWith("token:api-");
        });
        problem(gateway.post(health, word.replace("degraded", "unknown")), 403, "may-not-report-health");
        problem(gateway.post(API + "registrations/" + done.registration() + "/verification", ""), 403, "not-permitted");
    }

    private void awaitLeanedOn(String registration, String words) {
        await().until(() -> journal.of(registration).stream().anyMatch(entry -> entry.act().name().equals("leaned-on-changed")
                && entry.act().detail().contains(words)));
    }

    @Test
    void refusesToProveWhatIsNotRegistered() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "sign-up", PENDING);
        JsonNode begun = begin(tpp).json();
        var registration = onboardings.find(begun.get("id").asText()).orElseThrow().registration();
        problem(operator.post(API + "registrations/" + registration + "/verification", ""), 409, "not-registered");
        problem(operator.post(API + "registrations/" + registration + "/health", "{\"health\": \"degraded\", \"reason\": \"It is.\"}"), 409, "not-registered");
        problem(operator.post(API + "registrations/nothing/verification", ""), 404, "unknown-registration");
    }
}
