package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.Playbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MovesByPagesIT extends ApiStory {

    @Autowired Playbooks playbooks;

    private String changedAt(String bank, String tpp, String yaml) {
        putPlaybook(bank, yaml);
        playbooks.reload();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = startAt(tpp, bank, "AIS").id();
        awaitTask(id);
        putPlaybook(bank, yaml.replace("title: Collect the credentials", "title: Collect them"));
        playbooks.reload();
        return id;
    }

    private static String yamlOf(String bank) throws IOException {
        return Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", bank);
    }

    @Test
    void movesTheLegOfATaskToTheRepairedPlaybookAndTriesItAgain() throws IOException {
        var tpp = aTpp();
        var bank = "xx-repaired-by-task";
        var id = changedAt(bank, tpp, yamlOf(bank));
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            assertThat(run.order().leg().title()).isEqualTo("Collect them");
            return ScriptedMeans.asAsked(run);
        });
        var task = "/tasks/" + awaitTask(id).id();
        var person = admin();
        assertThat(person.get(task).text()).contains("Move this leg to the repaired playbook");

        assertThat(person.submit(task, task + "/repair", Map.of()).status()).isEqualTo(302);

        var done = awaitStatus(id, Status.DONE);
        assertThat(done.legVersions()).containsOnlyKeys("collect-credentials");
        assertThat(person.get(task).text()).doesNotContain("Move this leg to the repaired playbook");
        assertThat(person.submit("/tasks", task + "/repair", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void movesOneLegAloneToTheRepairedPlaybookAndSaysSo() throws IOException {
        var tpp = aTpp();
        var bank = "xx-repaired-by-leg";
        var id = changedAt(bank, tpp, yamlOf(bank));
        var page = "/onboardings/" + id + "/moves";
        var person = admin();
        assertThat(person.get(page).text()).contains("/legs/collect-credentials/playbook").doesNotContain("/legs/create-application/playbook");

        assertThat(person.submit(page, "/onboardings/" + id + "/legs/collect-credentials/playbook", Map.of()).status()).isEqualTo(302);

        assertThat(onboardings.find(id).orElseThrow().legVersions()).containsOnlyKeys("collect-credentials");
        assertThat(person.get(page).text()).contains("done by it already").doesNotContain("/legs/collect-credentials/playbook");
        assertThat(person.get("/tasks/" + awaitTask(id).id()).text()).doesNotContain("Move this leg to the repaired playbook");
    }

    @Test
    void saysWhereTheCurrentPlaybookHasNoSuchRouteAnyMore() throws IOException {
        var tpp = aTpp();
        var bank = "xx-repaired-away";
        var id = changedAt(bank, tpp, yamlOf(bank));
        putPlaybook(bank, yamlOf(bank).replace("- name: default", "- name: another"));
        playbooks.reload();
        var answer = admin().get("/onboardings/" + id + "/moves");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("no such route any more", "Begin again at an earlier leg");
        assertThat(admin().get("/tasks/" + awaitTask(id).id()).status()).isEqualTo(200);
    }

    @Test
    void saysWhatIsNotPossibleAsLongAsALegIsActing() throws Exception {
        var tpp = aTpp();
        var bank = "xx-moved-while-acting";
        putPlaybook(bank, yamlOf(bank));
        playbooks.reload();
        var acting = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "create-application", run -> {
            run.intend("click the button \"Create\"");
            acting.countDown();
            await().until(() -> seen.getCount() == 0);
            return ScriptedMeans.asAsked(run);
        });
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, bank, "AIS").id();
        assertThat(acting.await(20, TimeUnit.SECONDS)).isTrue();
        putPlaybook(bank, yamlOf(bank).replace("title: Create the application", "title: Create it"));
        playbooks.reload();
        var page = "/onboardings/" + id + "/moves";
        var person = admin();

        var meanwhile = person.get(page).text();
        assertThat(meanwhile).contains("Not possible just now:", "&quot;Create the application&quot; is being done at the bank just now", "Look again",
                "not just now: it is being done at the bank", "id=\"back-not-now\"", "id=\"move-not-now\"")
                .containsPattern("<fieldset [^>]*disabled").containsPattern("value=\"create-application\" disabled")
                .doesNotContain("Move to the current version</button>", "/legs/create-application/playbook");
        seen.countDown();

        awaitStatus(id, Status.WAITING_FOR_BANK);
        var after = person.get(page).text();
        assertThat(after).doesNotContain("ot just now", "ot possible just now", "disabled").contains("Move to the current version</button>");
        assertThat(person.submit(page, "/onboardings/" + id + "/going-back", Map.of("leg", "create-application", "reason", "A better name")).status()).isEqualTo(302);
    }

    @Test
    void goesBackToAnEarlierLeg() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = start(tpp, "AIS").id();
        awaitTask(id);
        var page = "/onboardings/" + id + "/moves";
        var person = admin();
        assertThat(person.get(page).text()).contains("value=\"create-application\"", "Nothing that Portolan knows of.");

        var gone = person.submit(page, "/onboardings/" + id + "/going-back", Map.of("leg", "create-application", "reason", "A better name"));

        assertThat(gone.status()).as(gone.toString()).isEqualTo(302);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        var left = person.get(page).text();
        assertThat(left).contains("Create the application (done)");
        var item = left.replaceAll("(?s).*/left-at-bank/(\\d+)/clearance.*", "$1");
        assertThat(person.submit(page, "/onboardings/" + id + "/left-at-bank/" + item + "/clearance", Map.of("note", "Deleted.")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).doesNotContain("/clearance");
    }

    @Test
    void putsOnHoldAndLetsGoOn() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var page = "/onboardings/" + id;
        var person = admin();
        assertThat(person.submit(page, page + "/hold", Map.of("reason", "Summer")).status()).isEqualTo(302);
        awaitStatus(id, Status.ON_HOLD);
        assertThat(person.get(page).text()).contains("Let it go on");
        assertThat(person.submit(page, page + "/hold", Map.of()).status()).isEqualTo(409);
        assertThat(person.submit(page, page + "/resumption", Map.of()).status()).isEqualTo(302);
        assertThat(onboardings.find(id).orElseThrow().status()).isNotEqualTo(Status.ON_HOLD);

        var answered = person.submit(page, page + "/bank-answer", Map.of("answer", "ACKNOWLEDGED", "reference", "T-4711", "expectedBy", "2099-01-01"));
        assertThat(answered.status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("It has received it and is working on it", "T-4711", "Thu 1 Jan 2099");
    }
}
