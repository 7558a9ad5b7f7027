package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import io.portolan.worklist.Task;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was begun, and can be looked at nowhere, is done again only by a person who says why, and is not forgotten afterwards. */
class RepeatsUnseenIT extends ApiStory {

    @Autowired LeftAtBank leftAtBank;
    @Autowired Vault vault;

    /** A task about an act whose answer was lost, at a leg of the playbook. */
    private Task lostAt(String leg) {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, leg, run -> {
            run.intend("POST /applications");
            return new Outcome.NeedsPerson(Outcome.Reason.ANSWER_LOST, "The answer was lost.", null);
        });
        return awaitTask(start(tpp, "AIS").id());
    }

    @Test
    void wantsANoteByTheApiAndKeepsThatTheBankMayHaveTwo() {
        var task = lostAt("collect-credentials");
        var onboarding = task.onboarding();
        assertThat(ok(operator.get(API + "tasks/" + task.id())).get("onlyWithNote")).singleElement()
                .satisfies(outcome -> assertThat(outcome.asText()).isEqualTo("again"));

        problem(complete(task.id(), "{\"outcome\": \"again\"}"), 422, "note-needed");
        problem(complete(task.id(), "{\"outcome\": \"again\", \"note\": \" \\n\"}"), 422, "note-needed");
        assertThat(leftAtBank.of(onboarding)).isEmpty();

        ok(complete(task.id(), "{\"outcome\": \"again\", \"note\": \"Their support sees nothing of us.\"}"));
        awaitStatus(onboarding, Status.DONE);

        assertThat(leftAtBank.of(onboarding)).extracting(LeftAtBank.Item::sentence).containsExactly("Collect the credentials (may exist twice)");
        assertThat(ok(viewer.get(API + "onboardings/" + onboarding + "/left-at-bank")).at("/items/0/how").asText()).isEqualTo("may exist twice");
        assertThat(journal.of(onboarding)).anySatisfy(entry -> assertThat(entry.act().detail()).isEqualTo("again: Their support sees nothing of us."));
        assertThat(openTasks(onboarding)).singleElement().satisfies(open -> {
            assertThat(open.kind()).isEqualTo(Task.Kind.CLEAN_UP);
            assertThat(open.instructions()).contains("may exist twice");
            ok(complete(open.id(), "{\"outcome\": \"done\", \"note\": \"There is only one.\"}"));
        });
        assertThat(leftAtBank.of(onboarding)).allSatisfy(item -> assertThat(item.clearedBy()).isNotNull());
    }

    @Test
    void saysOnThePageWhatMayComeOfItAndWantsANoteThere() {
        var task = lostAt("collect-credentials");
        var page = "/tasks/" + task.id();
        var person = admin();
        assertThat(person.get(page).text()).contains("The request is made again; the bank may then have two.").doesNotContain("looks first at what is there");

        var refused = person.submit(page, page + "/completion", Map.of("outcome", "again"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The bank may have acted already", "The note has to say how it is known that the bank has not acted.", "id=\"note-wrong\"", "aria-describedby=\"note-wrong\"");

        assertThat(person.submit(page, page + "/completion", Map.of("outcome", "again", "note", "They were asked.")).status()).isEqualTo(302);
        awaitStatus(task.onboarding(), Status.DONE);
        assertThat(person.get("/onboardings/" + task.onboarding() + "/moves").text()).contains("Collect the credentials (may exist twice)");
    }

    @Test
    void asksForNoNoteWhereALookTellsWhatHasHappened() {
        var task = lostAt("create-application");
        assertThat(task.onlyWithNote()).isEmpty();
        assertThat(admin().get("/tasks/" + task.id()).text()).contains("looks first at what is there already");

        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        awaitStatus(task.onboarding(), Status.DONE);
        assertThat(leftAtBank.of(task.onboarding())).isEmpty();
    }

    @Test
    void listsWhatMayExistTwiceBesideWhatTheRoundHasLeft() {
        var task = lostAt("collect-credentials");
        var tpp = onboardings.find(task.onboarding()).orElseThrow().tpp();
        for (int i = 0; i < 2; i++) {
            ScriptedMeans.next(tpp, "collect-credentials", RepeatsUnseenIT::lostAgain);
        }
        ok(complete(task.id(), "{\"outcome\": \"again\", \"note\": \"First.\"}"));
        ok(complete(awaitTask(task.onboarding()).id(), "{\"outcome\": \"again\", \"note\": \"Second.\"}"));
        ok(complete(awaitTask(task.onboarding()).id(), "{\"outcome\": \"give-up\"}"));
        awaitStatus(task.onboarding(), Status.FAILED);
        assertThat(leftAtBank.of(task.onboarding())).extracting(LeftAtBank.Item::sentence).containsSubsequence(
                "Collect the credentials (may exist twice)", "Collect the credentials (may exist twice)", "Collect the credentials (begun; it may exist)");
        assertThat(openTasks(task.onboarding())).hasSize(1);
    }

    @Test
    void readsAHeldAnswerAgainWithoutANoteSinceNothingIsRepeated() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            run.intend("POST /applications");
            try (var answer = Secret.of("200 s3cr3t-of-a-held-answer")) {
                run.keepAnswer(answer);
            }
            return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "The answer fits nothing.", null);
        });
        var task = awaitTask(start(tpp, "AIS").id());
        assertThat(task.onlyWithNote()).isEmpty();
        assertThat(admin().get("/tasks/" + task.id()).text()).doesNotContain("The request is made again", "s3cr3t-of-a-held-answer");
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            assertThat(run.progress()).isEqualTo(LegRun.Progress.INTENDED);
            assertThat(run.keptAnswer()).hasValueSatisfying(answer ->
                    assertThat(answer.reveal(CharSequence::toString)).isEqualTo("200 s3cr3t-of-a-held-answer"));
            return ScriptedMeans.asAsked(run);
        });

        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        awaitStatus(task.onboarding(), Status.DONE);

        assertThat(leftAtBank.of(task.onboarding())).isEmpty();
        assertThat(vault.holds(SecretName.of("onboarding", task.onboarding(), task.leg(), "1", "answer.whole"))).isFalse();
    }

    private static Outcome lostAgain(LegRun run) {
        run.intend("POST /applications");
        return new Outcome.NeedsPerson(Outcome.Reason.ANSWER_LOST, "The answer was lost again.", null);
    }
}
