package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.ChangedTerms;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Environment;
import io.portolan.playbook.ValueType;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskViewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void neverGivesASecretBackToTheForm() {
        var view = view(task(Task.State.OPEN, null), Map.of("client-id", "c-1", "client-secret", "hunter2"), Map.of());
        assertThat(view.fields()).extracting(TaskField::value).containsExactly("c-1", null);
        assertThat(view.fields()).extracting(TaskField::inputType).containsExactly("text", "password");
        assertThat(view.toString()).doesNotContain("hunter2");
    }

    @Test
    void saysBesideAFieldWhatIsWrongWithIt() {
        var view = view(task(Task.State.OPEN, null), Map.of(), Map.of("client-secret", "is missing"));
        assertThat(view.fields()).extracting(TaskField::error).containsExactly(null, "is missing");
    }

    @Test
    void saysOfEveryOutcomeWhatFollows() {
        var view = view(task(Task.State.OPEN, null), Map.of(), Map.of());
        assertThat(view.answers()).hasSameSizeAs(PersonAnswer.values())
                .allSatisfy(answer -> assertThat(answer.consequence()).endsWith("."));
    }

    @Test
    void saysThatTheBankMayHaveTwoWhereNobodyCanLookFirst() {
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).answers()).extracting(TaskView.AnswerView::consequence)
                .noneMatch(consequence -> consequence.contains("may then have two"));
        var again = view(task(Task.State.OPEN, null, List.of(PersonAnswer.AGAIN)), Map.of(), Map.of("note", "is missing"));
        assertThat(again.noteError()).isEqualTo("is missing");
        assertThat(again.answers()).filteredOn(answer -> answer.word().equals("again")).singleElement().satisfies(answer ->
                assertThat(answer.consequence()).startsWith("The request is made again; the bank may then have two.").doesNotContain("looks first"));
    }

    @Test
    void saysThatTermsAreAcceptedByTheAnswerThatAcceptsThem() {
        var terms = new ChangedTerms(null, "a".repeat(64), new ChangedTerms.Version("b".repeat(64), 7, null)).detail();
        assertThat(view(task(Task.State.OPEN, null, Task.Kind.LEG, terms, List.of()), Map.of(), Map.of()).answers())
                .filteredOn(answer -> answer.word().equals("again")).singleElement().satisfies(answer -> {
                    assertThat(answer.label()).isEqualTo("Accept these terms");
                    assertThat(answer.consequence()).contains("accepts in our name the terms as they are now");
                });
        assertThat(view(task(Task.State.COMPLETED, PersonAnswer.AGAIN, Task.Kind.LEG, terms, List.of()), Map.of(), Map.of()).closedBecause())
                .isEqualTo("Answered: accept these terms.");
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).answers()).extracting(TaskView.AnswerView::label).contains("Try again");
    }

    @Test
    void listsWhatIsToBeClearedUp() {
        assertThat(view(task(Task.State.OPEN, null, Task.Kind.CLEAN_UP, null, List.of()), Map.of(), Map.of()).isCleanUp()).isTrue();
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).isCleanUp()).isFalse();
    }

    @Test
    void isOverdueOnlyWhileOpen() {
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).isOverdue()).isTrue();
        assertThat(view(task(Task.State.COMPLETED, PersonAnswer.DONE), Map.of(), Map.of()).isOverdue()).isFalse();
    }

    @Test
    void saysKindlyWhyATaskIsClosed() {
        assertThat(view(task(Task.State.SUPERSEDED, null), Map.of(), Map.of()).closedBecause())
                .isEqualTo("Nobody has to do this any more: it was settled in another way.");
        assertThat(view(task(Task.State.COMPLETED, PersonAnswer.AGAIN), Map.of(), Map.of()).closedBecause())
                .isEqualTo("Answered: try again.");
    }

    @Test
    void tellsAnAnswerAsTheButtonOfItsKindDid() {
        assertThat(TaskWording.detail("completed", "again: They have confirmed it.", answer -> Wording.button(answer, Task.Kind.REJECTION)))
                .isEqualTo("Amended, hand in again: They have confirmed it.");
        assertThat(TaskWording.detail("completed", "give-up", answer -> Wording.button(answer, Task.Kind.LEG))).isEqualTo("Give up");
        assertThat(TaskWording.detail("assigned", "user:ada", answer -> "")).isEqualTo("ada");
    }

    @Test
    void saysWhenItIsDueByTheClockOfWhoReadsIt() {
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).dueExactly()).isEqualTo("Sun 22 Nov 2026, 08:59 UTC");
    }

    @Test
    void knowsWhoseItIs() {
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).isMine()).isTrue();
        assertThat(view(task(Task.State.OPEN, null), Map.of(), Map.of()).assignee()).isEqualTo("ada");
    }

    private static TaskView view(Task task, Map<String, String> typed, Map<String, String> wrong) {
        return TaskView.of(task, "Quay Bank", new TaskView.Reader("user:ada", ZoneOffset.UTC, typed, Set.of(), wrong), NOW);
    }

    private static Task task(Task.State state, PersonAnswer outcome) {
        return task(state, outcome, List.of());
    }

    private static Task task(Task.State state, PersonAnswer outcome, List<PersonAnswer> onlyWithNote) {
        return task(state, outcome, Task.Kind.LEG, null, onlyWithNote);
    }

    private static Task task(Task.State state, PersonAnswer outcome, Task.Kind kind, String detail, List<PersonAnswer> onlyWithNote) {
        var fields = List.of(new Task.Field("client-id", "Client id", ValueType.LINE, false, true),
                new Task.Field("client-secret", "Client secret", ValueType.LINE, true, true));
        return new Task("t-1", "o-1", "collect-credentials", kind, null, new Task.Subject("demo", "xx-quay", "live", Environment.Kind.LIVE), "Collect the credentials",
                "What are they?", "Open the page.\n\nCopy them.", detail, List.of(), List.of(), List.of(), fields, List.of(),
                List.of(PersonAnswer.values()), onlyWithNote, state, "operations", "user:ada", NOW.minusSeconds(7200), NOW.minusSeconds(60), null,
                state == Task.State.COMPLETED ? NOW : null, null, outcome);
    }
}
