package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.Captures;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Engine;
import io.portolan.onboarding.GoBack;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.MovePlaybook;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A running onboarding moves to a repaired playbook, goes back to an earlier leg, and leaves a list of what it has left behind. */
class MovesOnAndBackIT extends MovingStory {

    @Autowired MovePlaybook movePlaybook;
    @Autowired GoBack goBack;
    @Autowired Engine engine;
    @Autowired WithdrawOnboarding withdrawOnboarding;
    @Autowired Registrations registrations;
    @Autowired AnswerForBank answerForBank;
    @Autowired BankAnswers bankAnswers;
    @Autowired Captures captures;

    @Test
    void movesARunningOnboardingToARepairedPlaybookByTheIdsOfItsLegs() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = startAt(tpp, bank, "AIS").id();
        var task = awaitTask(id);
        put(yaml.replace("label: Client ID }", "label: Client identifier }").replace("          - id: verify-access", "          - {id: tell-support, stage: prerequisites, by: operator, "
                + "title: Tell the support, instruct: Call them.}\n          - id: verify-access"));
        assertThat(playbooks.problems()).noneMatch(problem -> problem.file().startsWith(bank));

        var difference = movePlaybook.difference(id, null);
        assertThat(difference.problems()).isEmpty();
        assertThat(difference.legs()).extracting(leg -> leg.leg() + " " + leg.what()).contains("create-application same",
                "collect-credentials changed", "tell-support added");
        var moved = movePlaybook.move(id, null, "user:ada");

        assertThat(moved.playbookVersion()).isEqualTo(playbooks.current(bank).orElseThrow().hash());
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");
        await().until(() -> openTasks(id).stream().anyMatch(open -> "tell-support".equals(open.leg())));
        worklist.complete(awaitTask(id).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "told"), "user:ada");
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
        assertThat(journal.of(id)).anySatisfy(entry -> {
            assertThat(entry.act().name()).isEqualTo("moved-to-playbook");
            assertThat(entry.act().detail()).contains("tell-support added");
        });
    }

    @Test
    void movesNothingWhereWhatIsDoneWouldBeLost() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "verify-access", PENDING);
        var id = startAt(tpp, bank, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        put(yaml.replace("id: create-application", "id: make-application").replace("back-to: create-application", "back-to: make-application")
                .replace("client-id: {}", "client-id: { type: uuid }"));

        assertThatThrownBy(() -> movePlaybook.move(id, null, "user:ada")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("cannot-move");
            assertThat(refused.getMessage()).contains("create-application").contains("cannot be taken back").contains("\"client-id\"")
                    .contains("another type");
        });
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_BANK);
    }

    @Test
    void hasOneLegAloneDoneByTheRepairedPlaybook() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            assertThat(run.order().leg().title()).isEqualTo("Collect them");
            assertThat(run.order().route().leg("verify-access").orElseThrow().title()).isNotNull();
            return ScriptedMeans.asAsked(run);
        });
        var started = startAt(tpp, bank, "AIS");
        var task = awaitTask(started.id());
        put(yaml.replace("title: Collect the credentials", "title: Collect them"));

        var mended = movePlaybook.mend(started.id(), "collect-credentials", null, "user:ada");

        assertThat(mended.playbookVersion()).isEqualTo(started.playbookVersion());
        assertThat(mended.legVersions()).containsOnlyKeys("collect-credentials");
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:ada");
        awaitStatus(started.id(), Status.DONE);
        assertThatThrownBy(() -> movePlaybook.mend(started.id(), "collect-credentials", null, "user:ada")).isInstanceOf(Refused.class);
    }

    @Test
    void beginsAgainWhereAPersonSaysAndListsWhatTheRoundBeforeHasLeft() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("The logo is too small."));
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("The logo is still too small."));
        var id = startAt(tpp, bank, "AIS").id();
        var task = awaitTask(id);
        assertThat(task.fields()).singleElement().satisfies(field -> assertThat(field.choices()).containsExactly("create-application", "approval"));

        assertThatThrownBy(() -> complete(task, "verify-access")).isInstanceOf(Refused.class);
        complete(task, "approval");

        await().until(() -> openTasks(id).stream().anyMatch(open -> open.question().contains("still")));
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
        assertThat(leftAtBank.of(id)).isEmpty();
        complete(awaitTask(id), null);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        assertThat(leftAtBank.of(id)).extracting(LeftAtBank.Item::sentence).containsExactly("Create the application (done)");
        assertThat(journal.of(id)).anySatisfy(entry -> assertThat(entry.act().detail()).contains("has left at the bank: Create the application (done)"));
    }

    @Test
    void leavesTheAnswersOfTheRoundBeforeBehind() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("The logo is too small."));
        var id = startAt(tpp, bank, "AIS").id();
        var task = awaitTask(id);
        awaitLeg(id, "approval", LegState.REJECTED);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.REJECTED, Set.of(), "The logo is too small.", null, null, null), "webhook");

        complete(task, null);

        awaitStatus(id, Status.DONE);
        assertThat(bankAnswers.of(id)).singleElement().satisfies(kept -> assertThat(kept.note()).isEqualTo("The logo is too small."));
        assertThat(bankAnswers.unread(id)).isEmpty();
        assertThat(journal.of(id)).anySatisfy(entry -> assertThat(entry.act().detail()).contains("What the bank had said before counts no longer: rejected"));
    }

    @Test
    void keepsWhatComesBackLateWithItsOwnRound() throws Exception {
        var tpp = aTpp();
        var looking = new CountDownLatch(1);
        var wentBack = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "collect-credentials", run -> {
            looking.countDown();
            await().until(() -> wentBack.getCount() == 0);
            return ScriptedMeans.asAsked(run);
        });
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = startAt(tpp, bank, "AIS").id();
        looking.await();

        goBack.to(id, "create-application", "The redirect address was wrong.", "user:ada");
        wentBack.countDown();

        await().until(() -> openTasks(id).size() == 2);
        assertThat(captures.find(id, "collect-credentials", "client-id")).isEmpty();
        assertThat(captures.find(id, "collect-credentials", "client-secret")).isEmpty();
        assertThat(captures.secretsOfAllRounds(id)).singleElement().satisfies(kept -> assertThat(kept.round()).isEqualTo(1));
    }

    @Test
    void goesBackFromAWaitAndTellsOfAResultThatNobodyWaitsForAnyMore() throws Exception {
        var tpp = aTpp();
        var looking = new CountDownLatch(1);
        var wentBack = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "approval", run -> {
            looking.countDown();
            await().until(() -> wentBack.getCount() == 0);
            return ScriptedMeans.asAsked(run);
        });
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, bank, "AIS").id();
        looking.await();

        goBack.to(id, "create-application", "The redirect address was wrong.", "user:ada");
        wentBack.countDown();

        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        var task = awaitTask(id);
        assertThat(task.kind()).isEqualTo(Task.Kind.NOTICE);
        assertThat(task.title()).contains("Came back late").contains("Approval by the bank");
        assertThat(leg(id, "approval").state()).isEqualTo(LegState.WAITING);
        assertThatThrownBy(() -> goBack.to(id, "verify-access", null, "user:ada")).isInstanceOf(Refused.class);
    }

    @Test
    void saysOfAWithdrawnOneThatItStillExistsAtTheBankUntilSomebodyHasClearedItAway() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var started = startAt(tpp, bank, "AIS");
        awaitStatus(started.id(), Status.WAITING_FOR_BANK);

        withdrawOnboarding.with(started.id(), "No longer wanted.", "user:ada");

        var registration = registrations.find(started.registration()).orElseThrow();
        assertThat(registration.standing()).isEqualTo(Registration.Standing.WITHDRAWN);
        assertThat(registration.atBank()).isEqualTo(Registration.AtBank.EXISTS);
        var item = leftAtBank.of(started.id()).get(0);
        leftAtBank.clear(started.id(), item.id(), "Deleted in the portal.", "user:ada");
        assertThat(registrations.find(started.registration()).orElseThrow().atBank()).isEqualTo(Registration.AtBank.CLEARED);
        assertThat(leftAtBank.of(started.id())).allMatch(each -> each.clearedAt() != null);
    }

    @Test
    void knowsNoWayBackWhereTheProcessHasEndedInTheMeantime() {
        var done = awaitStatus(startAt(aTpp(), bank, "AIS").id(), Status.DONE);

        assertThat(engine.legsFrom(done.id(), "approval")).isEmpty();
    }

    private void complete(Task task, String backTo) {
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, backTo == null ? Map.of() : Map.of("back-to", backTo), null), "user:ada");
    }
}
