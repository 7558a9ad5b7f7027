package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Giving up a registration at which the bank lets us in: by the bank's own route, or by a person; once, and with nothing left that opens a door. */
class WithdrawsRegistrationsIT extends GuardedStory {

    private static final String LEAVABLE = "xx-leavable";
    private static final String WITHDRAWN = "withdrawn";

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Vault vault;

    @BeforeEach
    void aBankThatCanBeLeft() throws IOException {
        putPlaybook(LEAVABLE, Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", LEAVABLE).replace("Quay Bank", "Leavable Bank").replace("quay-portal", "leavable")
                .replace("sandbox:\n    kind: test", "production:\n    kind: live") + """
                      - name: leave
                        legs:
                          - id: delete-client
                            stage: register-client
                            by: api
                            title: Delete the client
                            client: delete
                            request: { method: DELETE, url: 'https://localhost:1/clients/{{captured.client-id}}', tls: QWAC }
                procedures:
                  withdraw: { mode: DELETE at the address of the client., route: leave }
                """.replaceAll("(?m)^ {16}(?=procedures|  withdraw)", ""));
        playbooks.reload();
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith(LEAVABLE));
    }

    private Onboarding liveAt(String bank, String whose) {
        var started = startOnboarding.with(new StartRequest(whose, bank, null, "production", null, List.of("AIS"), null), "user:two-ada");
        return awaitStatus(started.id(), Status.DONE);
    }

    private String unguarded() {
        var whose = aTpp();
        takeLive(whose);
        return whose;
    }

    private List<String> held(String registration) {
        return credentials.namesInVault(registration).stream().filter(name -> vault.holds(new SecretName(name))).toList();
    }

    private Registration standing(String registration) {
        return registrations.find(registration).orElseThrow();
    }

    @Test
    void letsPeopleClearUpAtTheBankAndForgetsTheSecretsOnceNothingIsLeft() {
        var onboarding = liveAt(BANK, unguarded());
        var id = onboarding.registration();
        var path = API + "registrations/" + id;
        var look = ok(viewer.get(path + "/withdrawal"));
        assertThat(look.get("route").isNull()).isTrue();
        assertThat(look.get("existsAtBank").toString()).contains("Create the application (done)");
        problem(operator.post(path + "/withdrawal", "{\"reason\": \" \"}"), 422, "missing-values");
        problem(viewer.post(path + "/withdrawal", WHY), 403, "not-permitted");
        var gateway = holding(Role.GATEWAY, id);
        assertThat(gateway.post(path + "/credentials/client-secret/reveal", WHY).status()).isEqualTo(200);

        var withdrawn = ok(operator.post(path + "/withdrawal", "{\"reason\": \"The bank is no longer wanted\"}"));

        assertThat(withdrawn.at("/registration/standing").asText()).isEqualTo(WITHDRAWN);
        assertThat(withdrawn.at("/registration/atBank").asText()).isEqualTo("exists");
        assertThat(withdrawn.get("onboarding").isNull()).isTrue();
        assertThat(withdrawn.get("existsAtBank").toString()).contains("Create the application (done)");
        problem(operator.post(path + "/withdrawal", WHY), 409, "not-registered");
        problem(gateway.post(path + "/credentials/client-secret/reveal", WHY), 409, "registration-ended");
        assertThat(held(id)).as("for whoever clears up").isNotEmpty();
        var task = openTasks(onboarding.id()).get(0);
        assertThat(task.kind()).isEqualTo(Task.Kind.CLEAN_UP);
        assertThat(task.question()).contains("given up: The bank is no longer wanted.");
        ok(complete(task.id(), "{\"outcome\": \"done\", \"note\": \"Deleted in the portal.\"}"));

        assertThat(standing(id).atBank()).isEqualTo(Registration.AtBank.CLEARED);
        assertThat(held(id)).isEmpty();
        assertThat(credentials.of(id)).extracting(Credential::state).doesNotContain(Credential.State.ISSUED, Credential.State.USABLE);
        assertThat(acts(id)).containsSubsequence("registration-activated", "registration-standing-changed", "credential-state-changed", "credentials-forgotten");
        assertThat(journal.verify(id).intact()).isTrue();
        assertThat(liveAt(BANK, onboarding.tpp()).registration()).as("it can be made anew").isNotEqualTo(id);
    }

    @Test
    void hasTheBankRemoveItByItsOwnRouteAndStandsAsBeforeUntilThen() {
        var whose = unguarded();
        var id = liveAt(LEAVABLE, whose).registration();
        var path = API + "registrations/" + id + "/withdrawal";
        assertThat(ok(viewer.get(path)).get("route").asText()).isEqualTo("leave");
        problem(operator.post(API + "onboardings", "{\"tpp\": \"" + unguarded() + "\", \"bank\": \"" + LEAVABLE + "\", \"environment\": \"production\", \"services\": [\"AIS\"], \"route\": \"leave\"}"),
                422, "route-withdraws");

        ScriptedMeans.next(whose, "delete-client", PENDING);
        var begun = ok(operator.post(path, "{\"reason\": \"Not wanted.\"}"));
        assertThat(begun.at("/registration/standing").asText()).isEqualTo("active");
        var leaving = begun.get("onboarding").asText();
        awaitStatus(leaving, Status.WAITING_FOR_BANK);
        assertThat(problem(operator.post(path, WHY), 409, "already-onboarding").get("onboarding").asText()).isEqualTo(leaving);
        assertThat(ok(viewer.get(path)).get("underWay").asText()).isEqualTo(leaving);
        assertThat(held(id)).isNotEmpty();

        assertThat(operator.post(API + "onboardings/" + leaving + "/look", null).status()).isEqualTo(200);
        awaitStatus(leaving, Status.DONE);
        assertThat(standing(id).standing()).isEqualTo(Registration.Standing.WITHDRAWN);
        assertThat(standing(id).atBank()).isEqualTo(Registration.AtBank.CLEARED);
        assertThat(held(id)).isEmpty();
        assertThat(openTasks(leaving)).isEmpty();
        assertThat(acts(id)).containsSubsequence("registration-withdrawal-begun", "registration-standing-changed", "credentials-forgotten");
        assertThat(ScriptedMeans.runs(whose, "create-application")).isEqualTo(1);
    }

    @Test
    void standsAsBeforeWhereTheBankDoesNotLetGo() {
        var whose = unguarded();
        var id = liveAt(LEAVABLE, whose).registration();
        ScriptedMeans.next(whose, "delete-client", run -> {
            run.intend("DELETE");
            return new Outcome.NeedsPerson(Outcome.Reason.ANSWER_LOST, "No answer came.", null);
        });
        var leaving = ok(operator.post(API + "registrations/" + id + "/withdrawal", WHY)).get("onboarding").asText();
        ok(complete(awaitTask(leaving).id(), "{\"outcome\": \"give-up\", \"note\": \"They do not answer.\"}"));

        awaitStatus(leaving, Status.FAILED);
        assertThat(standing(id).standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(held(id)).isNotEmpty();
        assertThat(acts(id)).contains("registration-not-withdrawn");
        assertThat(openTasks(leaving)).extracting(Task::title).containsExactly("Not withdrawn at " + LEAVABLE);
        assertThat(ok(operator.post(API + "registrations/" + id + "/withdrawal", "{\"reason\": \"By telephone.\", \"byHand\": true}")).at("/registration/standing").asText()).isEqualTo(WITHDRAWN);
    }

    @Test
    void isDoneOnceWhereTwoDoItAtOnce() {
        for (var bank : List.of(BANK, LEAVABLE)) {
            var id = liveAt(bank, unguarded()).registration();
            var answers = Stream.of(0, 1, 2).map(each -> CompletableFuture.supplyAsync(() -> holding(Role.OPERATOR).post(API + "registrations/" + id + "/withdrawal", WHY).status())).toList();
            assertThat(answers.stream().map(CompletableFuture::join).sorted().toList()).as(bank).isEqualTo(List.of(200, 409, 409));
        }
    }

    @Test
    void asksASecondPersonAndIsDoneOnceAlsoAfterACrash() {
        ScriptedMeans.next(tpp, "delete-client", PENDING);
        var started = startOnboarding.with(new StartRequest(tpp, LEAVABLE, null, "production", null, List.of("AIS"), null), "user:two-ada");
        ok(decide(bob, waitingApproval("submit-application"), "approved"));
        var registration = awaitStatus(started.id(), Status.DONE).registration();
        var path = API + "registrations/" + registration + "/withdrawal";

        var id = needed(ada.post(path, WHY));
        assertThat(approval(id).get("consequence").asText()).contains("cannot be taken back");
        assertThat(approval(id).toString()).contains("by the route leave", "\"act\":\"withdraw\"");
        assertThat(standing(registration).standing()).isEqualTo(Registration.Standing.ACTIVE);
        problem(decide(ada, id, "approved"), 403, "own-approval");
        approveAndCrash(id);
        awaitState(id, "done");
        var leaving = standing(registration).onboarding();
        awaitStatus(leaving, Status.WAITING_FOR_BANK);
        assertThat(acts(registration).stream().filter("registration-withdrawal-begun"::equals)).hasSize(1);
        assertThat(ok(viewer.get(API + "approvals?state=waiting&tpp=" + tpp)).get("items")).as("the route out asks nobody a second time").isEmpty();
    }

    @Test
    void isDoneByThePageWithItsConsequenceSaid() {
        var whose = unguarded();
        var onboarding = liveAt(BANK, whose);
        var page = "/registrations/" + onboarding.registration();
        var person = person("two-ada");
        assertThat(person.get(page).text()).contains("id=\"withdraw\"", "It counts as withdrawn at once", "Create the application (done)", "Yes, give this registration up");

        assertThat(person.submit(page, page + "/withdrawal", Map.of("reason", " ")).header("Location")).endsWith("#withdraw");
        assertThat(person.get(page).text()).contains("Say why it is withdrawn");
        assertThat(person.submit(page, page + "/withdrawal", Map.of("reason", "Closed.")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("Withdrawn. A task asks for what is left at the bank:").doesNotContain("id=\"withdraw\"");

        var other = "/registrations/" + liveAt(LEAVABLE, whose).registration();
        ScriptedMeans.next(whose, "delete-client", PENDING);
        assertThat(person.get(other).text()).contains("by an onboarding of its own", "A person does it at the bank", "DELETE at the address of the client.");
        var led = person.submit(other, other + "/withdrawal", Map.of("reason", "Closed."));
        assertThat(led.header("Location")).contains("/onboardings/");
        assertThat(person.get(other).text()).contains("An onboarding for this registration is under way.");
    }
}
