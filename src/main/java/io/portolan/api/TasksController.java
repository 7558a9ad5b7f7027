package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "What only a person can do")
class TasksController {

    private static final String ALL = "all";

    private final Worklist worklist;
    private final Actors actors;

    TasksController(Worklist worklist, Actors actors) {
        this.actors = actors;
        this.worklist = worklist;
    }

    /** What a person says of a task; values by the names of the task's fields. */
    record CompletionBody(String outcome, Map<String, String> values, String note) {

        /** Leaves the values out, which may be secret. */
        @Override
        public String toString() {
            return "CompletionBody[outcome=" + outcome + "]";
        }
    }

    @GetMapping
    @Operation(summary = "List tasks, oldest first", description = "state is open unless said otherwise; all fits every state.")
    Slice<TaskView> page(@RequestParam(required = false) String onboarding,
            @RequestParam(required = false) String assignee, @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var wanted = ALL.equals(state) ? null : Words.read(Task.State.class, "state", state);
        var page = worklist.page(new Worklist.Filter(onboarding, assignee, wanted), cursor, Slice.limit(limit));
        return new Slice<>(page.items().stream().map(TaskView::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task: question, instructions, fields, evidence, outcomes")
    TaskView one(@PathVariable String id) {
        return worklist.find(id).map(TaskView::of)
                .orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task for oneself")
    TaskView claim(@PathVariable String id) {
        return TaskView.of(worklist.claim(id, actors.current().name()));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a task back")
    TaskView release(@PathVariable String id) {
        return TaskView.of(worklist.release(id, actors.current().name()));
    }

    @PostMapping("/{id}/completion")
    @Operation(summary = "Complete a task", description = "The outcome is one of those the task offers; the onboarding goes on.")
    TaskView complete(@PathVariable String id, @RequestBody CompletionBody body) {
        var completion = new Worklist.Completion(Words.required(PersonAnswer.class, "outcome", body.outcome()),
                body.values() == null ? Map.of() : body.values(), body.note());
        return TaskView.of(worklist.complete(id, completion, actors.current().name()));
    }
}
