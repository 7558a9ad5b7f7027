package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credentials;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AsksAPersonIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> CHANGED = run -> new Outcome.NeedsPerson(Outcome.Reason.PAGE_CHANGED,
            "The page has changed.", "The button \"Create\" was looked for.");

    @Autowired Credentials credentials;
    @Autowired Journal journal;
    @Autowired AnswerForBank answerForBank;

    @Test
    void takesOverWhereAPageHasChangedAndTriesAgainWhenTold() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        assertThat(task.question()).isEqualTo("The page has changed.");
        assertThat(task.detail()).contains("The button \"Create\"");
        assertThat(task.instructions()).isEqualTo("In the portal choose Applications, then New.");
        assertThat(task.outcomes()).containsExactly(PersonAnswer.DONE, PersonAnswer.AGAIN, PersonAnswer.HANDED_IN, PersonAnswer.REJECTED, PersonAnswer.NOT_NEEDED,
                PersonAnswer.GIVE_UP);
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);

        answer(task, PersonAnswer.AGAIN, Map.of());

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
    }

    @Test
    void repeatsARequestWhoseAnswerWasLostOnAPersonsWordOnly() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", run -> {
            run.intend("POST /applications");
            return new Outcome.NeedsPerson(Outcome.Reason.ANSWER_LOST, "The answer was lost.", null);
        });
        var progress = new AtomicReference<LegRun.Progress>();
        ScriptedMeans.next(tpp, "create-application", run -> {
            progress.set(run.progress());
            return ScriptedMeans.asAsked(run);
        });
        var id = start(tpp, "AIS").id();

        answer(awaitTask(id), PersonAnswer.AGAIN, Map.of());

        awaitStatus(id, Status.DONE);
        assertThat(progress).hasValue(LegRun.Progress.NOTHING);
        assertThat(journal.of(id)).filteredOn(entry -> entry.act().name().equals("repeat-allowed")).singleElement()
                .satisfies(entry -> assertThat(entry.act().actor()).isEqualTo("user:ada"));
    }

    @Test
    void looksFirstAtWhatAnEarlierOnboardingMayHaveLeft() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        answer(awaitTask(start(tpp, "AIS").id()), PersonAnswer.GIVE_UP, Map.of());
        var repeated = new AtomicReference<Boolean>();
        ScriptedMeans.next(tpp, "create-application", run -> {
            repeated.set(run.isRepeated());
            return ScriptedMeans.asAsked(run);
        });
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        assertThat(repeated).hasValue(true);
    }

    @Test
    void takesWhatAPersonHasBroughtBackByHand() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        assertThat(task.fields()).extracting(Task.Field::name).containsExactly("client-id", "client-secret");

        assertThatThrownBy(() -> answer(task, PersonAnswer.DONE, Map.of("client-id", "c-1"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("missing-values");
            assertThat(refused.about()).containsOnlyKeys("client-secret");
        });
        assertThatThrownBy(() -> answer(task, PersonAnswer.DONE, Map.of("client-id", "c-1", "client-secret", "x", "cleint", "y")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("unknown-values"));
        assertThat(worklist.find(task.id()).orElseThrow().state()).isEqualTo(Task.State.OPEN);

        answer(task, PersonAnswer.DONE, Map.of("client-id", "c-1", "client-secret", "typed-once-by-a-person"));

        var done = awaitStatus(id, Status.DONE);
        assertThat(credentials.find(done.registration(), "client-secret")).isPresent();
        assertThat(worklist.find(task.id()).orElseThrow().completedBy()).isEqualTo("user:ada");
    }

    @Test
    void rejectsASecondAnswerToTheSameTask() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        answer(task, PersonAnswer.AGAIN, Map.of());
        assertThatThrownBy(() -> answer(task, PersonAnswer.DONE, Map.of())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("task-already-completed"));
    }

    @Test
    void waitsForTheBankOnceAPersonHasHandedIn() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        answer(awaitTask(id), PersonAnswer.HANDED_IN, Map.of());
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(leg(id, "create-application").state()).isEqualTo(LegState.WAITING);
        assertThat(leg(id, "create-application").lookAgainAt()).isNotNull();
    }

    @Test
    void goesOnWithoutALegThatIsNotNeeded() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        answer(awaitTask(id), PersonAnswer.NOT_NEEDED, Map.of());
        awaitStatus(id, Status.DONE);
        assertThat(leg(id, "create-application").state()).isEqualTo(LegState.SKIPPED);
    }

    @Test
    void stopsWhenAPersonGivesUp() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        answer(awaitTask(id), PersonAnswer.GIVE_UP, Map.of());
        awaitStatus(id, Status.FAILED);
        assertThat(onboardings.legs(id)).extracting(view -> view.state()).containsOnly(LegState.STOPPED, LegState.SKIPPED);
        start(tpp, "AIS");
    }

    @Test
    void beginsAgainAtTheEarlierLegWhenARejectionIsAmended() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("The description is missing."));
        var repeated = new AtomicReference<Boolean>();
        ScriptedMeans.next(tpp, "create-application", ScriptedMeans::asAsked);
        ScriptedMeans.next(tpp, "create-application", run -> {
            repeated.set(run.isRepeated());
            return ScriptedMeans.asAsked(run);
        });
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        assertThat(task.kind()).isEqualTo(Task.Kind.REJECTION);
        assertThat(task.question()).contains("The description is missing.");
        assertThat(task.instructions()).contains("which begins at \"Create the application\"");

        answer(task, PersonAnswer.AGAIN, Map.of());

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(2);
        assertThat(repeated).hasValue(true);
    }

    @Test
    void endsRejectedWhenTheRejectionStands() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("No."));
        var id = start(tpp, "AIS").id();
        answer(awaitTask(id), PersonAnswer.REJECTED, Map.of());
        awaitStatus(id, Status.REJECTED);
        assertThat(leg(id, "approval").state()).isEqualTo(LegState.REJECTED);
        assertThat(openTasks(id)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.CLEAN_UP);
            assertThat(task.instructions()).contains("Create the application (done)");
        });
    }

    @Test
    void asksForACleanUpOfWhatAPersonHadHandedInWhenItIsGivenUp() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        answer(awaitTask(id), PersonAnswer.HANDED_IN, Map.of());
        awaitStatus(id, Status.WAITING_FOR_BANK);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.QUESTION, Set.of(), "Who are you?", null, null, null), "user:ada");
        answer(awaitTask(id), PersonAnswer.GIVE_UP, Map.of());
        awaitStatus(id, Status.FAILED);
        assertThat(openTasks(id)).singleElement()
                .satisfies(task -> assertThat(task.instructions()).contains("Create the application (handed in)"));
    }

    @Test
    void showsWhyAPersonSaysThatTheBankHasRejected() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", CHANGED);
        var id = start(tpp, "AIS").id();
        answer(awaitTask(id), PersonAnswer.REJECTED, Map.of());
        var decision = awaitTask(id);
        assertThat(decision.kind()).isEqualTo(Task.Kind.REJECTION);
        assertThat(decision.question()).isEqualTo("The bank has rejected: as the story goes");
        assertThat(decision.detail()).isNull();
        assertThat(decision.instructions()).contains("which begins at \"Create the application\"");
    }

    @Test
    void asksAPersonAfterABoundedNumberOfFaults() {
        var tpp = aTpp();
        for (int i = 0; i < 4; i++) {
            ScriptedMeans.next(tpp, "create-application", run -> {
                throw new IllegalStateException("the message of a fault may hold anything");
            });
        }
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        assertThat(task.question()).contains("4 times");
        assertThat(task.detail()).doesNotContain("may hold anything");
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(4);
    }

    private void answer(Task task, PersonAnswer answer, Map<String, String> values) {
        worklist.complete(task.id(), new Worklist.Completion(answer, values, "as the story goes"), "user:ada");
    }
}
