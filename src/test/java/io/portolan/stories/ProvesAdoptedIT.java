package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.worklist.Worklist;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A registration that was taken in as it exists at the bank goes straight to the proof, with the credentials that came with it. */
class ProvesAdoptedIT extends ApiStory {

    private static final String VERIFY = "verify-access";

    /** The path of a new one. */
    private String adopted(String tpp) {
        var adopted = operator.post(API + "registrations", wish(tpp));
        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        var registration = API + "registrations/" + adopted.json().get("id").asText();
        handIn(registration, "brought-along");
        return registration;
    }

    private void handIn(String registration, String secret) {
        var handedIn = operator.post(registration + "/credentials", "{\"name\": \"client-secret\", \"kind\": \"client-secret\", \"value\": \"" + secret + "\"}");
        assertThat(handedIn.status()).as(handedIn.toString()).isEqualTo(201);
    }

    private static void noting(List<String> secrets, LegRun run) {
        try (var secret = ((Value.Hidden) run.value("captured.client-secret")).secret()) {
            secrets.add(secret.reveal(CharSequence::toString));
        }
    }

    @Test
    void asksOnlyTheLegsThatProveAccessAndIsActiveAfterwards() {
        var tpp = aTpp();
        var registration = adopted(tpp);
        var secrets = new CopyOnWriteArrayList<String>();
        ScriptedMeans.next(tpp, VERIFY, run -> {
            noting(secrets, run);
            return ScriptedMeans.asAsked(run);
        });

        var started = ok(operator.post(registration + "/verification", ""));

        assertThat(started.get("result").asText()).isEqualTo("started");
        var id = started.at("/registration/onboarding").asText();
        awaitStatus(id, Status.DONE);
        assertThat(secrets).containsExactly("brought-along");
        assertThat(ScriptedMeans.runs(tpp, "create-application") + ScriptedMeans.runs(tpp, "collect-credentials")).isZero();
        assertThat(leg(id, "create-application").state()).isEqualTo(LegState.SKIPPED);
        assertThat(leg(id, "organisation-id").state()).as("computed, since nobody brought it along").isEqualTo(LegState.DONE);
        var active = ok(viewer.get(registration));
        assertThat(active.get("standing").asText()).isEqualTo("active");
        assertThat(active.get("method").asText()).isEqualTo("adopted");
        assertThat(active.get("health").asText()).isEqualTo("ok");
        assertThat(active.at("/services/effectiveFrom/AIS").isTextual()).isTrue();
        assertThat(ok(operator.post(registration + "/verification", "")).get("result").asText()).isEqualTo("proven");
    }

    @Test
    void usesWhatIsHandedInMeanwhileAndStaysAdoptedWhereItIsGivenUp() {
        var tpp = aTpp();
        var registration = adopted(tpp);
        var secrets = new CopyOnWriteArrayList<String>();
        for (int time = 0; time < 2; time++) {
            ScriptedMeans.next(tpp, VERIFY, run -> {
                noting(secrets, run);
                return new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN, "Access does not work.", "401 invalid_client");
            });
        }
        var id = ok(operator.post(registration + "/verification", "")).at("/registration/onboarding").asText();
        var task = awaitTask(id);
        problem(operator.post(registration + "/verification", ""), 409, "already-onboarding");
        handIn(registration, "the-right-one");

        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");
        await().until(() -> secrets.size() == 2);
        assertThat(secrets).containsExactly("brought-along", "the-right-one");
        worklist.complete(awaitOther(id, task.id()), new Worklist.Completion(PersonAnswer.GIVE_UP, Map.of(), "Later."), "user:ada");

        awaitStatus(id, Status.FAILED);
        var still = ok(viewer.get(registration));
        assertThat(still.get("standing").asText()).isEqualTo("in-progress");
        assertThat(still.get("method").asText()).isEqualTo("adopted");
        awaitStatus(ok(operator.post(registration + "/verification", "")).at("/registration/onboarding").asText(), Status.DONE);
        assertThat(ok(viewer.get(registration)).get("standing").asText()).isEqualTo("active");
    }

    private String awaitOther(String onboarding, String than) {
        await().until(() -> openTasks(onboarding).stream().anyMatch(task -> !task.id().equals(than)));
        return openTasks(onboarding).stream().filter(task -> !task.id().equals(than)).findFirst().orElseThrow().id();
    }
}
