package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A wait that is answered in two ways, in each order: the first carries it on, the second does nothing twice, and no rejection is lost. */
class AnswersInEachOrderIT extends ScriptedStory {

    /** The ways by which we hear of what a bank has decided. */
    enum Way { WEBHOOK, MAIL, LOOK, PERSON }

    private static final int LOOKS = 60;

    @Autowired AnswerForBank answerForBank;
    @Autowired BankAnswers answers;

    private final AtomicBoolean shown = new AtomicBoolean();

    static Stream<Arguments> orders() {
        return Arrays.stream(Way.values()).flatMap(first -> Arrays.stream(Way.values()).filter(second -> second != first)
                .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("orders")
    void goesOnByTheFirstAndDoesNothingTwiceByTheSecond(Way first, Way second) {
        var tpp = aTpp();
        var id = startWaiting(tpp, this::look);
        var asked = first == Way.PERSON || second == Way.PERSON ? awaitOverdue(id) : null;

        approve(first, id, asked);
        awaitLeg(id, "approval", LegState.DONE);
        var looks = ScriptedMeans.runs(tpp, "approval");
        if (second == Way.PERSON) {
            assertThatThrownBy(() -> approve(second, id, asked)).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.code()).isEqualTo("task-superseded"));
        } else {
            approve(second, id, asked);
        }

        agreeOnNow(id);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(looks);
        assertThat(ScriptedMeans.runs(tpp, "switch-certificate")).isEqualTo(1);
        assertThat(answers.unread(id)).isEmpty();
        assertThat(openTasks(id)).isEmpty();
    }

    @ParameterizedTest(name = "after {0}")
    @EnumSource(Way.class)
    void putsARejectionBeforeAPersonThatComesAfterAnApproval(Way first) {
        var id = startWaiting(aTpp(), this::look);
        approve(first, id, first == Way.PERSON ? awaitOverdue(id) : null);
        awaitLeg(id, "agree-slot", LegState.WITH_PERSON);
        say(id, BankAnswer.Kind.REJECTED, "The licence was withdrawn.", "token:bank");
        awaitRejection(id);
    }

    @Test
    void losesNoRejectionThatComesBeforeTheWordOfAPersonIsHeard() throws Exception {
        var hold = new AtomicBoolean();
        var looking = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var id = startWaiting(aTpp(), run -> {
            if (hold.get()) {
                looking.countDown();
                awaitLatch(mayGoOn);
            }
            return pending();
        });
        var asked = awaitOverdue(id);
        hold.set(true);
        awaitLatch(looking);
        approve(Way.PERSON, id, asked);
        say(id, BankAnswer.Kind.REJECTED, "The licence was withdrawn.", "token:bank");
        mayGoOn.countDown();
        awaitRejection(id);
    }

    private String startWaiting(String tpp, Function<LegRun, Outcome> look) {
        for (int each = 0; each < LOOKS; each++) {
            ScriptedMeans.next(tpp, "approval", look);
        }
        var id = startAt(tpp, "xx-mole", "AIS").id();
        awaitLeg(id, "approval", LegState.WAITING);
        return id;
    }

    /** The portal shows what was approved at once where the bank says so. */
    private Outcome look(LegRun run) {
        return shown.get() || run.answer().isPresent() ? ScriptedMeans.asAsked(run) : pending();
    }

    private static Outcome pending() {
        return new Outcome.NotYet(WaitingFor.BANK, "Pending", null);
    }

    private void approve(Way way, String id, Task asked) {
        switch (way) {
            case WEBHOOK -> say(id, BankAnswer.Kind.APPROVED, "Approved.", "token:bank");
            case MAIL -> say(id, BankAnswer.Kind.APPROVED, "Approved.", "mail");
            case LOOK -> shown.set(true);
            case PERSON -> worklist.complete(asked.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "by telephone"), "user:ada");
        }
    }

    private void say(String id, BankAnswer.Kind kind, String note, String actor) {
        answerForBank.with(id, new AnswerForBank.Said(kind, Set.of(), note, null, null, null), actor);
    }

    private Task awaitOverdue(String id) {
        await().until(() -> openTasks(id).stream().anyMatch(task -> Outcome.Reason.OVERDUE.name().equals(task.reason())));
        return openTasks(id).stream().filter(task -> Outcome.Reason.OVERDUE.name().equals(task.reason())).findFirst().orElseThrow();
    }

    private void agreeOnNow(String id) {
        awaitLeg(id, "agree-slot", LegState.WITH_PERSON);
        await().until(() -> openTasks(id).stream().anyMatch(task -> "agree-slot".equals(task.leg())));
        var task = openTasks(id).stream().filter(each -> "agree-slot".equals(each.leg())).findFirst().orElseThrow();
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.DONE, Map.of("slot", Instant.now().toString(), "proof", "T-1"), null), "user:ada");
    }

    private void awaitRejection(String id) {
        await().until(() -> openTasks(id).stream().anyMatch(task -> task.kind() == Task.Kind.REJECTION));
        assertThat(openTasks(id)).singleElement().satisfies(task -> assertThat(task.question()).contains("The licence was withdrawn."));
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
