package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.access.SavedFile;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Dossier;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What people write down about a task: comments, files, talks with the bank. */
@Controller
class TaskNotes {

    private final Worklist worklist;
    private final Dossier dossier;
    private final TaskScreen screen;
    private final Actors actors;

    TaskNotes(Worklist worklist, Dossier dossier, TaskScreen screen, Actors actors) {
        this.worklist = worklist;
        this.dossier = dossier;
        this.screen = screen;
        this.actors = actors;
    }

    @PostMapping("/tasks/{id}/comments")
    String comment(@PathVariable String id, @RequestParam(defaultValue = "") String text, Model model, HttpServletResponse response) {
        try {
            dossier.comment(id, text, actors.current().name());
            return "redirect:/tasks/" + id + "#comments";
        } catch (Refused refusal) {
            return screen.refused(id, Map.of("text", text), refusal, "comments", model, response);
        }
    }

    @PostMapping("/tasks/{id}/attachments")
    String attach(@PathVariable String id, @RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response) {
        try {
            dossier.attach(id, file == null ? null : file.getOriginalFilename(), file == null ? new byte[0] : file.getBytes(), actors.current().name());
            return "redirect:/tasks/" + id + "#files";
        } catch (Refused refusal) {
            return screen.refused(id, Map.of(), refusal, "files", model, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/tasks/{id}/contacts")
    String contact(@PathVariable String id, @RequestParam Dossier.Way kind, @RequestParam(defaultValue = "") String said,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate promisedFor,
            @RequestParam(defaultValue = "false") boolean followUp, @RequestParam Map<String, String> form, Model model,
            HttpServletResponse response) {
        try {
            dossier.contact(id, new Dossier.Talk(kind, form.get("person"), said, form.get("promised"), promisedFor), followUp, actors.current().name());
            return "redirect:/tasks/" + id + "#talks";
        } catch (Refused refusal) {
            return screen.refused(id, form, refusal, "talks", model, response);
        }
    }

    @GetMapping("/tasks/{id}/attachments/{attachment}")
    ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable long attachment) {
        var file = dossier.attachment(id, attachment);
        return SavedFile.of(file.getKey().name(), file.getKey().mediaType(), file.getValue());
    }

    @GetMapping("/tasks/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String file) {
        var found = worklist.file(id, file);
        return SavedFile.of(found.fileName(), found.mediaType(), found.content());
    }
}
