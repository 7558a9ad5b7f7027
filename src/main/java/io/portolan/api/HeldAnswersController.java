package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
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
@RequestMapping("/api/v1")
class HeldAnswersController {

    private final Worklist worklist;
    private final AnswersOfTasks answers;
    private final LeftAtBank left;
    private final Actors actors;

    HeldAnswersController(Worklist worklist, AnswersOfTasks answers, LeftAtBank left, Actors actors) {
        this.worklist = worklist;
        this.answers = answers;
        this.left = left;
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

    @PostMapping("/tasks/{id}/held-answer/reveal")
    @Tag(name = "Tasks", description = "What only a person can do")
    @Operation(summary = "See what the bank has answered to the leg of an open task, where it is held", description = "For those who may; the"
            + " reason is journalled before the answer is given, whole: status, header fields, an empty line, and the body. answer-not-held"
            + " (409) where there is none, or not any more; task-closed (409) where the task is.")
    ResponseEntity<RevealedAnswerView> reveal(@PathVariable String id, @RequestBody AnswerRevealBody body) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        return shown(task.leg(), answers.reveal(task, body.reason(), actors.current().name()));
    }

    @PostMapping("/onboardings/{id}/left-at-bank/{item}/held-answer/reveal")
    @Tag(name = "Onboardings", description = "Runs of the process that takes a TPP to access at a bank")
    @Operation(summary = "See what the bank has answered to what an earlier round or an end has left there, where it is held", description = "As"
            + " for a task: what is to be cleared away at the bank may be known by this answer alone. It is forgotten once the item is cleared.")
    ResponseEntity<RevealedAnswerView> revealLeft(@PathVariable String id, @PathVariable long item, @RequestBody AnswerRevealBody body) {
        return shown(left.there(id, item).leg(), answers.reveal(id, item, body.reason(), actors.current().name()));
    }

    private static ResponseEntity<RevealedAnswerView> shown(String leg, Secret whole) {
        try (whole) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RevealedAnswerView(leg, whole.reveal(CharSequence::toString)));
        }
    }
}
