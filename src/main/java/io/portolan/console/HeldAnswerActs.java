package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.refusal.Refused;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what a bank has answered, where it is held for a task or for what was left there, and the secrets that a task needs; it answers with the page itself and no redirect, so that it is nowhere but in this answer. */
@Controller
class HeldAnswerActs {

    private final Worklist worklist;
    private final AnswerReveals reveals;
    private final SecretReveals secrets;
    private final TaskScreen screen;
    private final MovesPage moves;

    HeldAnswerActs(Worklist worklist, AnswerReveals reveals, SecretReveals secrets, TaskScreen screen, MovesPage moves) {
        this.secrets = secrets;
        this.worklist = worklist;
        this.reveals = reveals;
        this.screen = screen;
        this.moves = moves;
    }

    @PostMapping("/tasks/{id}/held-answer/reveal")
    String reveal(@PathVariable String id, @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("task.there-is-no-task", id)));
        reveals.show(task, reason, model, response);
        return screen.show(id, model);
    }

    @PostMapping("/tasks/{id}/secrets/{name}/reveal")
    String secret(@PathVariable String id, @PathVariable String name, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        secrets.show(id, name, reason, model, response);
        return screen.show(id, model);
    }

    @PostMapping("/onboardings/{id}/left-at-bank/{item}/held-answer/reveal")
    String reveal(@PathVariable String id, @PathVariable long item, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        reveals.show(id, item, reason, model, response);
        return moves.moves(id, model);
    }
}
