package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what is asked and why, and the form that answers it. */
@Controller
class TaskPage {

    /** The names of the fields of a task begin so in the form, to keep them apart from its own. */
    static final String VALUE = "value.";

    private final Worklist worklist;
    private final TaskScreen screen;
    private final Actors actors;

    TaskPage(Worklist worklist, TaskScreen screen, Actors actors) {
        this.worklist = worklist;
        this.screen = screen;
        this.actors = actors;
    }

    /** A task to go on with. */
    record NextTask(String id, String title) { }

    @GetMapping("/tasks/{id}")
    String one(@PathVariable String id, Model model) {
        return screen.show(id, model);
    }

    /** The task that is best done next, or the list where there is none. */
    @GetMapping("/tasks/next")
    String next(RedirectAttributes flash) {
        return worklist.next(actors.current().name()).map(task -> "redirect:/tasks/" + task.id()).orElseGet(() -> {
            flash.addFlashAttribute("said", List.of(say("task.nothing-more-to-do")));
            return "redirect:/tasks";
        });
    }

    @PostMapping("/tasks/{id}/completion")
    String complete(@PathVariable String id, @RequestParam(defaultValue = "") String outcome, @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> form, @RequestParam Map<String, MultipartFile> files, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        var values = values(form, files);
        try {
            var answer = Arrays.stream(PersonAnswer.values()).filter(each -> Wording.word(each).equals(outcome)).findFirst().orElse(null);
            var done = worklist.complete(id, new Worklist.Completion(answer, Map.copyOf(values), note.isBlank() ? null : note.strip()),
                    actors.current().name());
            flash.addFlashAttribute("said", List.of(say("task.thank-you", TaskWording.button(answer, done), done.title())));
            worklist.next(actors.current().name()).ifPresent(next -> flash.addFlashAttribute("nextTask", new NextTask(next.id(), next.title())));
            return "redirect:/onboardings/" + done.onboarding();
        } catch (Refused refusal) {
            values.put("note", note);
            return screen.refused(id, values, refusal, "", model, response);
        }
    }

    private static Map<String, String> values(Map<String, String> form, Map<String, MultipartFile> files) {
        var values = new HashMap<String, String>();
        form.forEach((name, value) -> {
            if (name.startsWith(VALUE) && !value.isBlank()) {
                values.put(name.substring(VALUE.length()), value);
            }
        });
        files.forEach((name, file) -> {
            if (name.startsWith(VALUE) && !file.isEmpty()) {
                values.put(name.substring(VALUE.length()), value(file));
            }
        });
        return values;
    }

    /** A file as its text, or in base64 where it is none. */
    private static String value(MultipartFile file) {
        try {
            var body = file.getBytes();
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            } catch (CharacterCodingException noText) {
                return Base64.getEncoder().encodeToString(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
