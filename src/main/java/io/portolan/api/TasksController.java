package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Environment;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "What only a person can do")
class TasksController {

    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final int MOST = 100_000;

    private final Worklist worklist;
    private final ETags tags;
    private final Actors actors;

    TasksController(Worklist worklist, ETags tags, Actors actors) {
        this.tags = tags;
        this.actors = actors;
        this.worklist = worklist;
    }

    /** What a person says of a task; values by the names of the task's fields. */
    record CompletionBody(String outcome, @LongText(15_000_000) Map<String, String> values, String note) {

        /** Leaves the values out, which may be secret. */
        @Override
        public String toString() {
            return "CompletionBody[outcome=" + outcome + "]";
        }
    }

    /** What changes of a task: what is left out stays, and {@code none} takes it away. */
    record TaskChange(String due, String followUp, String group, String assignee) { }

    /** What to look for among tasks. */
    record TaskQuery(String onboarding, String assignee, String state, String group, Boolean unassigned, Boolean overdue, String followUp,
            String tpp, String bank, String environmentKind, String text, String order) { }

    @GetMapping
    @Operation(summary = "List tasks, oldest first", description = "state is open unless said otherwise; all fits every state. followUp is "
            + "any, now (without those put off to a later day) or later; order is oldest, due or latest; environmentKind is live or test. brief leaves out what each task asks for and offers (fields, data, files, secrets, outcomes), which is many times as fast.")
    Slice<TaskView> page(@ParameterObject @ModelAttribute TaskQuery query, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit, @RequestParam(defaultValue = "false") boolean brief) {
        var page = brief ? worklist.list(filter(query), cursor, Slice.limit(limit)) : worklist.page(filter(query), cursor, Slice.limit(limit));
        return new Slice<>(page.items().stream().map(TaskView::of).toList(), page.next());
    }

    private static Worklist.Filter filter(TaskQuery query) {
        var state = ALL.equals(query.state()) ? null : query.state() == null ? Task.State.OPEN : Words.read(Task.State.class, "state", query.state());
        var followUp = Words.read(Worklist.FollowUp.class, "followUp", query.followUp());
        var order = Words.read(Worklist.Order.class, "order", query.order());
        return new Worklist.Filter(query.onboarding(), query.assignee(), state, query.group() == null ? null : Set.of(query.group()),
                Boolean.TRUE.equals(query.unassigned()), Boolean.TRUE.equals(query.overdue()), followUp == null ? Worklist.FollowUp.ANY : followUp,
                new Worklist.Where(query.tpp(), query.bank(), Words.read(Environment.Kind.class, "environmentKind", query.environmentKind())), query.text(), order == null ? Worklist.Order.OLDEST : order);
    }

    /** A number, and whether it is only that many were counted. */
    record CountView(long count, boolean isMore) { }

    @GetMapping("/count")
    @Operation(summary = "Count tasks", description = "By the same filters as the list, up to 100000.")
    CountView count(@ParameterObject @ModelAttribute TaskQuery query) {
        long count = worklist.count(filter(query), MOST + 1);
        return new CountView(Math.min(count, MOST), count > MOST);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change by when a task is due or comes back, for which group it is, and who has it",
            description = "What is left out stays; none takes it away. A date stands for its first moment in UTC.")
    ResponseEntity<TaskView> change(@PathVariable String id, @RequestBody TaskChange body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        var change = new Worklist.Change(moment("due", body.due()), moment("followUp", body.followUp()), word(body.group()), word(body.assignee()));
        return tags.write(Versioned.TASK, id, ifMatch, () -> view(id), () -> TaskView.of(worklist.change(id, change, actors.current().name())));
    }

    private static Optional<Instant> moment(String field, String written) {
        return written == null ? null : NONE.equals(written) ? Optional.empty() : Optional.ofNullable(Moments.read(field, written));
    }

    private static Optional<String> word(String written) {
        return written == null ? null : NONE.equals(written) || written.isBlank() ? Optional.empty() : Optional.of(written.strip());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task: question, instructions, fields, evidence, outcomes")
    ResponseEntity<TaskView> one(@PathVariable String id) {
        return tags.read(Versioned.TASK, id, () -> view(id));
    }

    private TaskView view(String id) {
        return worklist.find(id).map(TaskView::of)
                .orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task for oneself")
    ResponseEntity<TaskView> claim(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tags.write(Versioned.TASK, id, ifMatch, () -> view(id), () -> TaskView.of(worklist.claim(id, actors.current().name())));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a task back")
    ResponseEntity<TaskView> release(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tags.write(Versioned.TASK, id, ifMatch, () -> view(id), () -> TaskView.of(worklist.release(id, actors.current().name())));
    }

    @PostMapping("/{id}/completion")
    @Operation(summary = "Complete a task", description = "The outcome is one of those the task offers; the onboarding goes on."
            + " One in onlyWithNote does anew what the bank may have done already: its note says how it is known that the bank has not.")
    ResponseEntity<TaskView> complete(@PathVariable String id, @RequestBody CompletionBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        var completion = new Worklist.Completion(Words.required(PersonAnswer.class, "outcome", body.outcome()),
                body.values() == null ? Map.of() : body.values(), body.note());
        return tags.writeOnce(Versioned.TASK, id, ifMatch, () -> view(id), () -> TaskView.of(worklist.complete(id, completion, actors.current().name())));
    }
}
