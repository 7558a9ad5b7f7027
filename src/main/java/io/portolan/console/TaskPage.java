package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what is asked and why, and the form that answers it. */
@Controller
class TaskPage {

    /** The names of the fields of a task begin so in the form, to keep them apart from its own. */
    private static final String VALUE = "value.";

    private final Worklist worklist;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    TaskPage(Worklist worklist, Catalogue catalogue, Actors actors, Clock clock) {
        this.worklist = worklist;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/tasks/{id}")
    String one(@PathVariable String id, Model model) {
        return show(found(id), Map.of(), null, model);
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        worklist.claim(id, actors.current().name());
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id) {
        worklist.release(id, actors.current().name());
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/completion")
    String complete(@PathVariable String id, @RequestParam String outcome, @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var values = new HashMap<String, String>();
        form.forEach((name, value) -> {
            if (name.startsWith(VALUE) && !value.isBlank()) {
                values.put(name.substring(VALUE.length()), value);
            }
        });
        var answer = PersonAnswer.valueOf(outcome.toUpperCase(Locale.ROOT).replace('-', '_'));
        try {
            var done = worklist.complete(id, new Worklist.Completion(answer, Map.copyOf(values),
                    note.isBlank() ? null : note.strip()), actors.current().name());
            flash.addFlashAttribute("said", List.of("Thank you. " + Wording.button(answer) + ": " + done.title()));
            return "redirect:/onboardings/" + done.onboarding();
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Refused.Kind.CONFLICT ? HttpStatus.CONFLICT.value()
                    : HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(found(id), values, refusal, model);
        }
    }

    private String show(Task task, Map<String, String> typed, Refused refusal, Model model) {
        model.addAttribute("task", TaskView.of(task, catalogue.bankName(task.bank()), catalogue.evidence(task.evidence()),
                actors.current().name(), typed, refusal == null ? Map.of() : refusal.about(), clock.instant()));
        model.addAttribute("refusal", refusal == null ? null : refusal.getMessage());
        return "task";
    }

    private Task found(String id) {
        return worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
    }
}
