package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Giving up what no onboarding of ours has made, and what stays at portals when a registration goes. */
class WithdrawsWhatWasTakenInIT extends GuardedStory {

    @Autowired Registrations registrations;
    @Autowired Credentials credentials;
    @Autowired Vault vault;

    private String unguarded() {
        var whose = aTpp();
        takeLive(whose);
        return whose;
    }

    private Onboarding liveAt(String whose) {
        var started = startOnboarding.with(new StartRequest(whose, BANK, null, "production", null, List.of("AIS"), null), "user:two-ada");
        return awaitStatus(started.id(), Status.DONE);
    }

    @Test
    void asksPeopleToRemoveWhatWasTakenInAndNoOnboardingHasMade() {
        var whose = unguarded();
        var taken = operator.post(API + "registrations", adoption(whose, BANK));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        var id = taken.json().get("id").asText();
        var path = API + "registrations/" + id;
        assertThat(operator.post(path + "/credentials", "{\"name\": \"api-key\", \"kind\": \"api-key\", \"value\": \"brought-along\"}").status()).isEqualTo(201);
        assertThat(onboardings.ofRegistration(id)).isEmpty();
        assertThat(ok(viewer.get(path + "/withdrawal")).get("existsAtBank").toString()).contains("The registration for main");
        assertThat(person("two-ada").get("/registrations/" + id).text()).contains("id=\"withdraw\"");

        var withdrawn = ok(operator.post(path + "/withdrawal", "{\"reason\": \"Never used.\"}"));

        assertThat(withdrawn.at("/registration/standing").asText()).isEqualTo("withdrawn");
        assertThat(withdrawn.get("existsAtBank").toString()).contains("The registration for main");
        var standIn = onboardings.ofRegistration(id);
        assertThat(standIn).singleElement().returns(Status.WITHDRAWN, Onboarding::status);
        var task = openTasks(standIn.get(0).id()).get(0);
        assertThat(task.kind()).isEqualTo(Task.Kind.CLEAN_UP);
        assertThat(person("two-ada").get("/onboardings/" + standIn.get(0).id()).text()).contains("No leg was walked");
        assertThat(person("two-ada").get("/tasks/" + task.id()).text()).contains("Never used.");
        assertThat(ok(viewer.get(API + "onboardings/" + standIn.get(0).id())).get("status").asText()).isEqualTo("withdrawn");
        problem(operator.post(path + "/withdrawal", WHY), 409, "not-registered");
        ok(complete(task.id(), "{\"outcome\": \"done\", \"note\": \"Removed by support.\"}"));

        assertThat(registrations.find(id).orElseThrow().atBank()).isEqualTo(Registration.AtBank.CLEARED);
        assertThat(credentials.namesInVault(id)).noneMatch(name -> vault.holds(new SecretName(name)));
        assertThat(journal.verify(standIn.get(0).id()).intact()).isTrue();
    }

    @Test
    void saysWhichAccountsAtPortalsStayAndWhoElseNeedsThem() throws IOException {
        var sister = "xx-two-keys-sister";
        putPlaybook(sister, Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", sister).replace("Quay Bank", "Sister of Two Keys")
                .replace("quay-portal", "two-keys").replace("sandbox:\n    kind: test", "production:\n    kind: live"));
        playbooks.reload();
        var whose = unguarded();
        assertThat(operator.post(API + "portal-accounts", "{\"tpp\": \"" + whose + "\", \"portal\": \"two-keys\", \"environment\": \"production\", \"login\": \"group@tpp.example\","
                + " \"password\": \"seen-by-nobody\"}").status()).isEqualTo(201);
        var id = liveAt(whose).registration();
        var path = API + "registrations/" + id + "/withdrawal";
        var alone = ok(viewer.get(path)).at("/accounts/0");
        assertThat(alone.get("login").asText()).isEqualTo("group@tpp.example");
        assertThat(alone.get("usedBy")).isEmpty();
        var page = "/registrations/" + id;
        assertThat(person("two-ada").get(page).text()).contains("Account at the portal", "/portal-accounts?only=" + whose + "/two-keys/production", "No other registration needs it.");

        assertThat(operator.post(API + "registrations", adoption(whose, sister)).status()).isEqualTo(201);
        assertThat(ok(viewer.get(path)).at("/accounts/0/usedBy/0").asText()).isEqualTo(sister);
        assertThat(person("two-ada").get(page).text()).contains("It is needed for " + sister);

        var withdrawn = ok(operator.post(path, "{\"reason\": \"Closed.\"}"));
        assertThat(withdrawn.at("/registration/standing").asText()).isEqualTo("withdrawn");
        var task = onboardings.ofRegistration(id).stream().flatMap(each -> openTasks(each.id()).stream()).findFirst().orElseThrow();
        assertThat(task.question()).contains("The account group@tpp.example at the portal two-keys stays, since it is needed for " + sister);
        assertThat(person("two-ada").get(page).text()).as("also afterwards").contains("group@tpp.example");
    }

    private static String adoption(String whose, String bank) {
        return "{\"tpp\": \"" + whose + "\", \"bank\": \"" + bank + "\", \"environment\": \"production\", \"services\": [\"AIS\"], \"prove\": false}";
    }
}
