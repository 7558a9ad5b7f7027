package io.portolan.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.chart.RouteModels;
import io.portolan.playbook.CheckPlaybook;
import io.portolan.playbook.Explanation;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.Problem;
import io.portolan.playbook.RouteInWords;
import io.portolan.recording.RecordingDraft;
import io.portolan.recording.UnreadableRecording;
import io.portolan.refusal.Refused;
import io.portolan.tpp.TppDraft;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/playbooks")
@Tag(name = "Playbooks", description = "For whoever writes playbooks: checked and explained, and drafted from a recording; nothing is kept")
class PlaybooksController {

    private final CheckPlaybook check;
    private final PlaybookReader reader;
    private final RouteModels models;
    private final Tpps tpps;
    private final ObjectMapper json;
    private final Clock clock;

    PlaybooksController(CheckPlaybook check, PlaybookReader reader, RouteModels models, Tpps tpps, ObjectMapper json, Clock clock) {
        this.check = check;
        this.reader = reader;
        this.models = models;
        this.tpps = tpps;
        this.json = json;
        this.clock = clock;
    }

    /** Something wrong, with the nearest valid name where there is one. */
    record ProblemView(String file, int line, int column, String path, String message, String suggestion) {

        static ProblemView of(Problem problem) {
            return new ProblemView(problem.file(), problem.line(), problem.column(), problem.path(), problem.message(), problem.suggestion());
        }
    }

    /** A route in plain sentences, and its model in BPMN 2.0. */
    record RouteView(String environment, String route, List<RouteInWords.Part> explanation, String model) { }

    /** What came of a check; of a playbook that cannot be read there are no routes. */
    record CheckedView(String file, String bank, boolean ok, List<ProblemView> problems, List<RouteView> routes, List<RouteInWords.Part> afterwards) { }

    /** A draft, what a person has to decide by its lines, and why it would not be read until then. */
    record DraftView(String bank, String yaml, List<RecordingDraft.Decision> decisions, List<ProblemView> problems) { }

    @PostMapping("/check")
    @Operation(summary = "Everything that is wrong with a playbook", description = "The body is its text, in YAML; `name` the name of its file, without which it is"
            + " read as that of the bank that it names; `about` is `playbook`, or `known-bank` for what is known of a bank without one. It is checked just as when it"
            + " comes into use, and what can be read is explained in sentences, with the model of each route. Nothing of it is kept.")
    ResponseEntity<CheckedView> check(@RequestBody(required = true, content = @Content(mediaType = "application/yaml",
            schema = @Schema(type = "string"))) InputStream body, @RequestParam(required = false) String name, @RequestParam(required = false) String about) throws IOException {
        var kind = Words.read(CheckPlaybook.About.class, "about", about);
        return unkept(view(check.of(name, body, kind == null ? CheckPlaybook.About.PLAYBOOK : kind)));
    }

    private CheckedView view(CheckPlaybook.Checked checked) {
        var playbook = checked.playbook().orElse(null);
        var told = playbook == null ? new Explanation(List.of(), List.of()) : Explanation.of(playbook, null, null);
        return new CheckedView(checked.file(), playbook == null ? null : playbook.bank(), checked.problems().isEmpty(), checked.problems().stream().map(ProblemView::of).toList(),
                told.routes().stream().map(route -> route(playbook, route)).toList(), told.afterwards());
    }

    private RouteView route(Playbook playbook, Explanation.OfRoute route) {
        return new RouteView(route.environment(), route.route(), route.parts(), models.bpmn(playbook, route.environment(), route.route()));
    }

    @PostMapping("/import")
    @Operation(summary = "Make the draft of a playbook of a recording", description = "The body is a recording of the Recorder of Chrome's DevTools, as it exports it in"
            + " JSON; `bank` the id of the bank, `tpp` whose data was typed. Nothing that was typed is written out: what is ours becomes a place, passwords and codes"
            + " become the account's, the rest is left open. Nothing is kept.")
    ResponseEntity<DraftView> draft(@RequestBody(required = true, content = @Content(mediaType = "application/json",
            schema = @Schema(type = "object"))) InputStream body, @RequestParam(defaultValue = RecordingDraft.NO_BANK) String bank, @RequestParam(required = false) String tpp) throws IOException {
        if (!bank.matches(RecordingDraft.BANK)) {
            throw Refused.invalid("invalid-values", "This is no id of a bank.", Map.of("bank", "ISO 3166 country, hyphen, bank, such as cz-example"));
        }
        try {
            var draft = RecordingDraft.of(List.of(body), ours(tpp), bank, LocalDate.now(clock.withZone(ZoneOffset.UTC)), reader);
            return unkept(new DraftView(draft.bank(), draft.yaml(), draft.decisions(), draft.problems().stream().map(ProblemView::of).toList()));
        } catch (UnreadableRecording unreadable) {
            throw Refused.invalid("unreadable-recording", "Line " + unreadable.line() + ", column " + unreadable.column() + ": " + unreadable.getMessage() + ".",
                    Map.of("recording", unreadable.getMessage()));
        }
    }

    private JsonNode ours(String tpp) {
        return tpp == null ? null : json.valueToTree(TppDraft.of(tpps.find(tpp).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".")), null));
    }

    private static <T> ResponseEntity<T> unkept(T view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
