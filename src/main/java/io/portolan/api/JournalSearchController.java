package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.handout.ExportJournal;
import io.portolan.journal.JournalSearch;
import io.portolan.journal.VerifyJournal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The whole journal for auditors: looked through, handed out, and checked in the background. */
@RestController
@RequestMapping("/api/v1/journal")
@Tag(name = "Journal")
class JournalSearchController {

    private static final String BY = "from and before are times or dates in UTC; about is onboarding, registration, tpp, house or other; words are found by their beginnings, all have to be there.";

    private final JournalSearch search;
    private final ExportJournal export;
    private final VerifyJournal verify;
    private final Actors actors;

    JournalSearchController(JournalSearch search, ExportJournal export, VerifyJournal verify, Actors actors) {
        this.search = search;
        this.export = export;
        this.verify = verify;
        this.actors = actors;
    }

    /** An entry with what it is about. */
    record JournalEntryView(String chain, String about, String href, long position, Instant at, String actor, String act, String leg, String means, String detail,
            List<EvidenceView> evidence, String hash) {

        static JournalEntryView of(JournalSearch.Line line) {
            var entry = line.entry();
            var act = entry.act();
            var href = switch (line.about()) {
                case ONBOARDING -> "/api/v1/onboardings/" + act.chain();
                case REGISTRATION -> "/api/v1/registrations/" + act.chain();
                case TPP -> "/api/v1/tpps/" + act.chain().substring("tpp:".length());
                default -> null;
            };
            return new JournalEntryView(act.chain(), Words.of(line.about()), href, entry.position(), entry.at(), act.actor(), act.name(), act.leg(), act.means(),
                    act.detail(), act.evidence().stream().map(EvidenceView::link).toList(), entry.hash());
        }
    }

    /** How a check of the whole journal stands: running, intact, broken or cut-off; none where none was asked for since the start. */
    record CheckView(String state, long chainsDone, long chains, long entries, String problem, Instant startedAt, Instant endedAt, String by) {

        static CheckView of(VerifyJournal.Check check) {
            return check == null ? new CheckView("none", 0, 0, 0, null, null, null, null)
                    : new CheckView(Words.of(check.state()), check.done(), check.of(), check.entries(), check.problem(), check.startedAt(), check.endedAt(), check.by());
        }
    }

    @GetMapping
    @Operation(summary = "Look through the whole journal, newest first", description = BY)
    Slice<JournalEntryView> page(@RequestParam(required = false) String from, @RequestParam(required = false) String before, @RequestParam(required = false) String actor,
            @RequestParam(required = false) String act, @RequestParam(required = false) String about, @RequestParam(required = false) String chain,
            @RequestParam(required = false) String words, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var page = search.page(query(from, before, actor, act, about, chain, words), cursor, Slice.limit(limit));
        return new Slice<>(page.lines().stream().map(JournalEntryView::of).toList(), page.next());
    }

    @GetMapping("/export")
    @Operation(summary = "What such a search finds as a signed ZIP", description = BY + " The journal keeps who has asked for it. The README in the file says how to check it.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void export(@RequestParam(required = false) String from, @RequestParam(required = false) String before, @RequestParam(required = false) String actor,
            @RequestParam(required = false) String act, @RequestParam(required = false) String about, @RequestParam(required = false) String chain,
            @RequestParam(required = false) String words, HttpServletResponse response) throws IOException {
        var query = query(from, before, actor, act, about, chain, words);
        zip(response, "portolan-journal.zip");
        export.to(response.getOutputStream(), query, actors.current().name());
    }

    @PostMapping("/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begin to check the whole journal in the background", description = "One check runs at a time; while one runs, it is that one.")
    CheckView verify() {
        return CheckView.of(verify.start(actors.current().name()));
    }

    @GetMapping("/verification/progress")
    @Operation(summary = "How the check that was begun last stands, on the node that answers")
    CheckView progress() {
        return CheckView.of(verify.latest());
    }

    static void zip(HttpServletResponse response, String name) {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static JournalSearch.Query query(String from, String before, String actor, String act, String about, String chain, String words) {
        return new JournalSearch.Query(Moments.read("from", from), Moments.read("before", before), actor, act,
                Words.read(JournalSearch.About.class, "about", about), chain, words);
    }
}
