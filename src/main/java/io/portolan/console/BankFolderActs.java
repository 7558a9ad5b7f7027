package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.SavedFile;
import io.portolan.refusal.Refused;
import io.portolan.worklist.BankFolder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in, gives out and takes away what our people add to a bank, on its page. */
@Controller
class BankFolderActs {

    private final BankFolder folder;
    private final BankPage page;
    private final Actors actors;

    BankFolderActs(BankFolder folder, BankPage page, Actors actors) {
        this.folder = folder;
        this.page = page;
        this.actors = actors;
    }

    @PostMapping("/banks/{id}/notes")
    String note(@PathVariable String id, @RequestParam(defaultValue = "") String text, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return taken(id, "notes", Map.of("text", text), say("bank.the-note-is-kept"), () -> folder.note(id, text, actors.current().name()), model, response, flash);
    }

    @PostMapping("/banks/{id}/contacts")
    String contact(@PathVariable String id, @RequestParam Map<String, String> form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var person = new BankFolder.Person(form.get("role"), form.get("name"), form.get("eMail"), form.get("phone"), form.get("url"));
        return taken(id, "contacts", form, say("bank.the-contact-is-kept"), () -> folder.contact(id, person, actors.current().name()), model, response, flash);
    }

    @PostMapping("/banks/{id}/documents")
    String keep(@PathVariable String id, @RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return taken(id, "documents", Map.of(), say("bank.the-file-is-kept"), () -> {
            try {
                folder.keep(id, file == null ? null : file.getOriginalFilename(), file == null ? new byte[0] : file.getBytes(), actors.current().name());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, model, response, flash);
    }

    private String taken(String id, String part, Map<String, String> typed, String said, Runnable act, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            act.run();
            flash.addFlashAttribute("said", List.of(said));
            return "redirect:/banks/" + id;
        } catch (Refused refusal) {
            if (refusal.kind() != Refused.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(id, BankFolderView.Form.of(part, typed, refusal), model);
        }
    }

    @PostMapping("/banks/{id}/notes/{note}/removal")
    String removeNote(@PathVariable String id, @PathVariable long note, RedirectAttributes flash) {
        folder.removeNote(id, note, actors.current().name());
        return gone(id, say("bank.the-note-is-taken-away"), flash);
    }

    @PostMapping("/banks/{id}/contacts/{contact}/removal")
    String removeContact(@PathVariable String id, @PathVariable long contact, RedirectAttributes flash) {
        folder.removeContact(id, contact, actors.current().name());
        return gone(id, say("bank.the-contact-is-taken-away"), flash);
    }

    @PostMapping("/banks/{id}/documents/{document}/removal")
    String removeDocument(@PathVariable String id, @PathVariable long document, RedirectAttributes flash) {
        folder.removeDocument(id, document, actors.current().name());
        return gone(id, say("bank.the-file-is-taken-away"), flash);
    }

    private static String gone(String id, String said, RedirectAttributes flash) {
        flash.addFlashAttribute("said", List.of(said));
        return "redirect:/banks/" + id;
    }

    @GetMapping("/banks/{id}/documents/{document}")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable long document) {
        var file = folder.document(id, document);
        return SavedFile.of(file.getKey().name(), file.getKey().mediaType(), file.getValue());
    }
}
