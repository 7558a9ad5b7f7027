package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.LegState;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A playbook that has new legs before where an onboarding stands, and one leg alone that is repaired, for machines. */
class MovesToNewLegsIT extends MovingStory {

    private static final String BEFORE = "          - {id: tell-support, stage: prerequisites, by: operator, title: Tell the support, instruct: Call them.}\n";

    private String waitingForApproval(String tpp) {
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, bank, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        return id;
    }

    private void putNewLegBeforeTheApplication() {
        put(yaml.replace("          - id: create-application\n", BEFORE + "          - id: create-application\n"));
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith(bank));
    }

    @Test
    void saysBeforeTheMoveThatALegIsNewBeforeWhereItStandsAndLeavesItOutOnAWord() {
        var tpp = aTpp();
        var id = waitingForApproval(tpp);
        var at = API + "onboardings/" + id + "/playbook";
        putNewLegBeforeTheApplication();

        var refused = problem(operator.post(at, "{}"), 409, "new-legs-before");

        assertThat(refused.get("detail").asText()).contains("tell-support", "leave-out", "begin-there");
        assertThat(onboardings.find(id).orElseThrow().playbookVersion()).isNotEqualTo(playbooks.current(bank).orElseThrow().hash());
        problem(operator.post(at, "{\"newLegs\": \"perhaps\"}"), 422, "invalid-values");
        ok(operator.post(at, "{\"newLegs\": \"leave-out\"}"));
        assertThat(leg(id, "tell-support").state()).isEqualTo(LegState.SKIPPED);
        assertThat(leg(id, "approval").state()).isEqualTo(LegState.WAITING);
        assertThat(journal.of(id)).anySatisfy(entry -> assertThat(entry.act().detail()).contains("Passed over: tell-support"));
    }

    @Test
    void doesOnlyANewLegWhereSomebodyAsksForItAndComesBackToWhereItStood() {
        var tpp = aTpp();
        var id = waitingForApproval(tpp);
        putNewLegBeforeTheApplication();

        ok(operator.post(API + "onboardings/" + id + "/playbook", "{\"newLegs\": \"begin-there\"}"));

        var task = awaitTask(id);
        assertThat(task.leg()).isEqualTo("tell-support");
        assertThat(leg(id, "create-application").state()).isEqualTo(LegState.PENDING);
        assertThat(leftAtBank.of(id)).isEmpty();
        ScriptedMeans.next(tpp, "approval", run -> {
            assertThat(run.isRepeated()).isTrue();
            assertThat(run.round().number()).isEqualTo(1);
            return ScriptedMeans.asAsked(run);
        });
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "told"), "user:ada");
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(2);
        assertThat(leg(id, "create-application").state()).isEqualTo(LegState.DONE);
        assertThat(journal.of(id)).anySatisfy(entry -> {
            assertThat(entry.act().name()).isEqualTo("legs-stand");
            assertThat(entry.act().detail()).contains("create-application");
        });
    }

    @Test
    void doesAnewWhatUsesWhatANewLegBrings() {
        var tpp = aTpp();
        var id = waitingForApproval(tpp);
        put(yaml.replace("          - id: create-application\n", BEFORE.replace("instruct: Call them.", "instruct: Call them., captures: {ticket: {}}")
                + "          - id: create-application\n").replace("with: '{{application.name}}'", "with: '{{captured.ticket}}'"));
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith(bank));

        ok(operator.post(API + "onboardings/" + id + "/playbook", "{\"newLegs\": \"begin-there\"}"));

        assertThat(leftAtBank.of(id)).extracting(LeftAtBank.Item::sentence).contains("Create the application (done)");
        var round = new AtomicInteger();
        ScriptedMeans.next(tpp, "approval", run -> {
            round.set(run.round().number());
            return ScriptedMeans.asAsked(run);
        });
        worklist.complete(awaitTask(id).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("ticket", "T-1"), "told"), "user:ada");
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        assertThat(round.get()).as("it was the approval of another application").isEqualTo(2);
    }

    @Test
    void hasOneLegAloneDoneAnewAndSaysWhyNotWhereTheOthersWouldMissSomething() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = startAt(tpp, bank, "AIS").id();
        var task = awaitTask(id);
        var at = API + "onboardings/" + id + "/playbook";
        problem(operator.post(at, "{\"leg\": \"collect-credentials\"}"), 409, "same-version");
        problem(operator.post(at, "{\"leg\": \"create-application\"}"), 422, "unknown-leg");
        put(yaml.replace("title: Collect the credentials", "title: Collect them").replace("client-secret: {", "client-password: {").replace("as: client-secret", "as: client-password")
                .replace("{{captured.client-secret}}", "{{captured.client-password}}"));
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith(bank));
        assertThat(ok(viewer.get(at + "?leg=collect-credentials")).get("problems").toString()).contains("verify-access", "client-secret");
        problem(operator.post(at, "{\"leg\": \"collect-credentials\"}"), 409, "cannot-move");
        put(yaml.replace("title: Collect the credentials", "title: Collect them"));
        var difference = ok(viewer.get(at + "?leg=collect-credentials"));
        assertThat(difference.get("problems")).isEmpty();
        assertThat(difference.at("/legs/0/what").asText()).isEqualTo("changed");

        var mended = ok(operator.post(at, "{\"leg\": \"collect-credentials\"}"));

        assertThat(mended.at("/legVersions/collect-credentials").asText()).isEqualTo(playbooks.current(bank).orElseThrow().hash());
        assertThat(leg(id, "collect-credentials").title()).isEqualTo("Collect them");
        problem(operator.post(at, "{\"leg\": \"collect-credentials\"}"), 409, "same-version");
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");
        awaitStatus(id, Status.DONE);
        await().until(() -> openTasks(id).isEmpty());
    }
}
