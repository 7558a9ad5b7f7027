package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.worklist.AnswersOfTasks;
import io.portolan.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{id}/held-answer")
@Tag(name = "Tasks", description = "What only a person can do")
class HeldAnswersController {

    private final Worklist worklist;
    private final AnswersOfTasks answers;
    private final Actors actors;

    HeldAnswersController(Worklist worklist, AnswersOfTasks answers, Actors actors) {
        this.worklist = worklist;
        this.answers = answers;
        this.actors = actors;
    }

    /** Why somebody wants to see what the bank has answered. */
    record AnswerRevealBody(String reason) { }

    /** What the bank has answered to a leg, for those who may see it: status, header fields, an empty line, and the body. */
    record RevealedAnswerView(String leg, String answer) {

        /** Leaves the answer out. */
        @Override
        public String toString() {
            return "RevealedAnswerView[leg=" + leg + "]";
        }
    }

    @PostMapping("/reveal")
    @Operation(summary = "See what the bank has answered to the leg of an open task, where it is held", description = "For those who may; the"
            + " reason is journalled before the answer is given, whole: status, header fields, an empty line, and the body. answer-not-held"
            + " (409) where there is none, or not any more; task-closed (409) where the task is.")
    ResponseEntity<RevealedAnswerView> reveal(@PathVariable String id, @RequestBody AnswerRevealBody body) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        try (var answer = answers.reveal(task, body.reason(), actors.current().name())) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                    .body(new RevealedAnswerView(task.leg(), answer.reveal(CharSequence::toString)));
        }
    }
}
