package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.SavedFile;
import io.portolan.refusal.Refused;
import io.portolan.tpp.EditTpps;
import io.portolan.tpp.Tpps;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes documents of a TPP in, gives them out and takes them away, on its page. */
@Controller
class TppDocumentsPage {

    private final Tpps tpps;
    private final EditTpps edit;
    private final TppsPage page;
    private final Actors actors;

    TppDocumentsPage(Tpps tpps, EditTpps edit, TppsPage page, Actors actors) {
        this.tpps = tpps;
        this.edit = edit;
        this.page = page;
        this.actors = actors;
    }

    @PostMapping("/tpps/{id}/documents")
    String keep(@PathVariable String id, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String expiresOn, @RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            tpps.keepDocument(id, new Tpps.Document(name.strip(), kind(kind), file == null ? null : file.getOriginalFilename(), null, file == null ? null : file.getBytes(),
                    day(expiresOn)), actors.current().name());
            flash.addFlashAttribute("said", List.of(say("tpp.kept-the-document", name.strip())));
            return "redirect:/tpps/" + id;
        } catch (Refused refusal) {
            if (refusal.kind() != Refused.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(id, Map.of("name", name, "kind", kind, "expiresOn", expiresOn), refusal.about(), model);
        } catch (IOException e) {
            throw Refused.invalid("invalid-document", say("tpp.the-file-did-not-arrive"), Map.of("file", say("tpp.the-file-did-not-arrive")));
        }
    }

    @PostMapping("/tpps/{id}/documents/{name}/removal")
    String remove(@PathVariable String id, @PathVariable String name, RedirectAttributes flash) {
        edit.removeDocument(id, name, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("tpp.taken-away-the-document", name)));
        return "redirect:/tpps/" + id;
    }

    @GetMapping("/tpps/{id}/documents/{name}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String name) {
        var document = found(id, name);
        return SavedFile.of(document.fileName(), document.mediaType(), document.content());
    }

    /** A picture as it is shown in a page, where a browser runs nothing of it. */
    @GetMapping("/tpps/{id}/documents/{name}/picture")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable String name) {
        var document = found(id, name);
        if (!document.mediaType().startsWith("image/")) {
            throw Refused.notFound("unknown-picture", say("tpp.the-document-is-no-picture", name));
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(document.mediaType())).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'").cacheControl(CacheControl.noStore()).body(document.content());
    }

    private Tpps.Document found(String id, String name) {
        return tpps.document(id, name).orElseThrow(() -> Refused.notFound("unknown-document", say("tpp.the-tpp-has-no-document", id, name)));
    }

    private static Tpps.Document.Kind kind(String word) {
        return Arrays.stream(Tpps.Document.Kind.values()).filter(kind -> kind.name().equals(word)).findFirst().orElse(null);
    }

    private static LocalDate day(String written) {
        try {
            return written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            throw Refused.invalid("invalid-document", say("tpp.the-last-day-is-a"), Map.of("expiresOn", say("tpp.is-no-day-write-it", written)));
        }
    }
}
