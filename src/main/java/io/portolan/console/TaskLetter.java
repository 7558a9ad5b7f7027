package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.worklist.AnswerByLetter;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers the bank by a letter from the page of a task: written, looked at, sent once. */
@Controller
class TaskLetter {

    private final AnswerByLetter answerByLetter;
    private final TaskScreen screen;
    private final Worklist worklist;
    private final Actors actors;

    TaskLetter(AnswerByLetter answerByLetter, TaskScreen screen, Worklist worklist, Actors actors) {
        this.worklist = worklist;
        this.answerByLetter = answerByLetter;
        this.screen = screen;
        this.actors = actors;
    }

    @PostMapping(path = "/tasks/{id}/letter", params = "step=write")
    String write(@PathVariable String id, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") List<String> offers,
            @RequestParam(defaultValue = "") List<Long> attachments, Model model) {
        // who writes on begins where they wrote
        model.addAttribute("isTaken", true);
        return screen.letter(id, new AnswerByLetter.Letter(text, offers, attachments), null, null, model);
    }

    @PostMapping(path = "/tasks/{id}/letter", params = "step=look")
    String look(@PathVariable String id, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") List<String> offers,
            @RequestParam(defaultValue = "") List<Long> attachments, Model model, HttpServletResponse response) {
        var letter = new AnswerByLetter.Letter(text, offers, attachments);
        try {
            return screen.letter(id, letter, answerByLetter.check(id, letter), null, model);
        } catch (Refused refusal) {
            return refused(id, letter, refusal, model, response);
        }
    }

    @PostMapping(path = "/tasks/{id}/letter", params = "step=send")
    String send(@PathVariable String id, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") List<String> offers,
            @RequestParam(defaultValue = "") List<Long> attachments, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var letter = new AnswerByLetter.Letter(text, offers, attachments);
        try {
            var sent = answerByLetter.send(id, letter, actors.current().name());
            flash.addFlashAttribute("said", List.of(sent.before() ? say("task.a-letter-had-left-before", sent.to())
                    : say("task.the-letter-has-left", sent.to()), sent.isSettled() ? say("task.settled-in-another-way")
                    : say("task.portolan-waits-again")));
            worklist.next(actors.current().name()).ifPresent(next -> flash.addFlashAttribute("nextTask", new TaskPage.NextTask(next.id(), next.title())));
            return "redirect:/tasks/" + id;
        } catch (Refused refusal) {
            return refused(id, letter, refusal, model, response);
        }
    }

    private String refused(String id, AnswerByLetter.Letter letter, Refused refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() == Refused.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        return screen.letter(id, letter, null, refusal.getMessage(), model);
    }
}
