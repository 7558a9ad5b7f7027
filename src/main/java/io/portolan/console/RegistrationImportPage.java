package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.adoption.AdoptRegistrations;
import io.portolan.adoption.CheckedFiles;
import io.portolan.adoption.Columns;
import io.portolan.adoption.CsvFile;
import io.portolan.adoption.NotTaken;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in registrations that exist from a file: it is looked through first, and taken in when a person says so. */
@Controller
class RegistrationImportPage {

    private static final String PAGE = "registration-import";
    private static final String PATH = "redirect:/registrations/import";

    private final AdoptRegistrations adopt;
    private final CheckedFiles files;
    private final Catalogue catalogue;
    private final Actors actors;

    RegistrationImportPage(AdoptRegistrations adopt, CheckedFiles files, Catalogue catalogue, Actors actors) {
        this.adopt = adopt;
        this.files = files;
        this.catalogue = catalogue;
        this.actors = actors;
    }

    @GetMapping("/registrations/import")
    String form(Model model) {
        model.addAttribute("columns", Columns.all());
        return PAGE;
    }

    @GetMapping("/registrations/import/example.csv")
    ResponseEntity<byte[]> example() {
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registrations.csv\"").body(Columns.example().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/registrations/import")
    String look(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response) throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(say("registration.choose-a-file"), List.of(), model, response);
        }
        try (var in = file.getInputStream()) {
            var bytes = in.readNBytes(CsvFile.MOST_BYTES + 1);
            var plan = TakenView.of(adopt.look(bytes), catalogue);
            model.addAttribute("plan", plan);
            if (plan.fresh() + plan.accounts() > 0) {
                model.addAttribute("file", files.keep(bytes, actors.current().name()));
            }
            return form(model);
        } catch (NotTaken notTaken) {
            return refused(null, notTaken.findings(), model, response);
        }
    }

    @PostMapping("/registrations/import/confirmation")
    String take(@RequestParam String file, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var actor = actors.current().name();
            var taken = adopt.file(files.take(file, actor), actor);
            files.forget(file);
            flash.addFlashAttribute("taken", TakenView.of(taken, catalogue));
            return PATH;
        } catch (NotTaken meanwhile) {
            return refused(say("registration.something-has-changed-since-the"), meanwhile.findings(), model, response);
        } catch (Refused gone) {
            return refused(gone.getMessage(), List.of(), model, response);
        }
    }

    private String refused(String sentence, List<?> findings, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("wrong", sentence);
        model.addAttribute("findings", findings);
        return form(model);
    }
}
