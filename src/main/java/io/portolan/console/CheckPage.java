package io.portolan.console;

import static io.portolan.console.Messages.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.playbook.CheckPlaybook;
import io.portolan.playbook.PlaybookReader;
import io.portolan.recording.RecordingDraft;
import io.portolan.recording.UnreadableRecording;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppDraft;
import io.portolan.tpp.Tpps;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Checks a playbook that somebody pastes or uploads, and drafts one from a recording; nothing of either is kept. */
@Controller
class CheckPage {

    private final CheckPlaybook check;
    private final CheckedViews views;
    private final RehearsalPage rehearsals;
    private final PlaybookReader reader;
    private final Tpps tpps;
    private final ObjectMapper json;
    private final Clock clock;

    CheckPage(CheckPlaybook check, CheckedViews views, RehearsalPage rehearsals, PlaybookReader reader, Tpps tpps, ObjectMapper json, Clock clock) {
        this.check = check;
        this.views = views;
        this.rehearsals = rehearsals;
        this.reader = reader;
        this.tpps = tpps;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/banks/check")
    String form(Model model) {
        return show(null, null, "", model);
    }

    @PostMapping("/banks/check")
    String check(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String about, @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "false") boolean rehearse, Model model, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var kind = about.equals("known-bank") ? CheckPlaybook.About.KNOWN_BANK : CheckPlaybook.About.PLAYBOOK;
        var isFile = file != null && !file.isEmpty();
        if (!isFile && text.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(null, new Wrong("text", say("playbook.paste-a-playbook-or-choose")), about, model);
        }
        // browsers send every end of a line as two characters
        var checked = isFile ? checked(file, kind) : check.of(null, text.replace("\r\n", "\n"), kind);
        return rehearse && checked.problems().isEmpty() && checked.playbook().isPresent() ? rehearsals.begun(checked) : show(views.of(checked, List.of()), null, about, model);
    }

    private CheckPlaybook.Checked checked(MultipartFile file, CheckPlaybook.About kind) throws IOException {
        try (var in = file.getInputStream()) {
            return check.of(file.getOriginalFilename(), in, kind);
        }
    }

    @PostMapping("/banks/check/recording")
    String draft(@RequestParam(required = false) List<MultipartFile> recording, @RequestParam(defaultValue = "") String bank, @RequestParam(defaultValue = "") String tpp,
            Model model, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var id = bank.isBlank() ? RecordingDraft.NO_BANK : bank.strip();
        var recordings = recording == null ? List.<MultipartFile>of() : recording.stream().filter(each -> !each.isEmpty())
                .sorted(Comparator.comparing(each -> String.valueOf(each.getOriginalFilename()))).toList();
        var wrong = recordings.isEmpty() ? new Wrong("recording", say("playbook.choose-the-file-that-the"))
                : !id.matches(RecordingDraft.BANK) ? new Wrong("recorded-bank", say("playbook.write-the-id-of-the")) : null;
        if (wrong == null) {
            try {
                var read = new ArrayList<InputStream>();
                for (var each : recordings) {
                    read.add(each.getInputStream());
                }
                var ours = tpps.find(tpp).<JsonNode>map(found -> json.valueToTree(TppDraft.of(found, null))).orElse(null);
                var draft = RecordingDraft.of(read, ours, id, LocalDate.now(clock.withZone(ZoneOffset.UTC)), reader);
                return show(views.of(check.of(id + ".yaml", draft.yaml(), CheckPlaybook.About.PLAYBOOK), draft.decisions()), null, "", model);
            } catch (UnreadableRecording unreadable) {
                wrong = new Wrong("recording", recordings.size() == 1 ? say("playbook.unreadable", unreadable.line(), unreadable.column(), unreadable.getMessage())
                        : say("playbook.unreadable-of", recordings.get(unreadable.recording()).getOriginalFilename(), unreadable.line(), unreadable.column(), unreadable.getMessage()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("recordedBank", bank);
        model.addAttribute("recordedTpp", tpp);
        return show(null, wrong, "", model);
    }

    /** What is wrong with which field. */
    record Wrong(String field, String sentence) { }

    private String show(CheckedViews.CheckedView checked, Wrong wrong, String about, Model model) {
        model.addAttribute("checked", checked);
        model.addAttribute("wrong", wrong);
        model.addAttribute("isAboutKnown", about.equals("known-bank"));
        model.addAttribute("tpps", tpps.all().stream().map(Tpp::id).toList());
        return "check";
    }
}
