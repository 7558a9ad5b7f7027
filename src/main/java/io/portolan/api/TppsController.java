package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.EditTpps;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppDraft;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tpps")
@Tag(name = "TPPs", description = "Who we are")
class TppsController {

    private final Tpps tpps;
    private final EditTpps edit;
    private final Journal journal;
    private final Actors actors;

    TppsController(Tpps tpps, EditTpps edit, Journal journal, Actors actors) {
        this.actors = actors;
        this.tpps = tpps;
        this.edit = edit;
        this.journal = journal;
    }

    @GetMapping
    @Operation(summary = "List our TPPs, by id")
    Slice<TppDraft> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(tpps.all(), Tpp::id, cursor, limit, tpp -> TppDraft.of(tpp, null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One TPP")
    ResponseEntity<TppDraft> one(@PathVariable String id) {
        return tagged(found(id));
    }

    @PostMapping
    @Operation(summary = "Add a TPP")
    ResponseEntity<TppDraft> add(@RequestBody TppDraft body) {
        var added = edit.add(body, actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/tpps/" + added.tpp().id())).body(draft(added));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a TPP", description = "To what the body says: what it leaves out is taken away. With the version that was read, a change "
            + "that somebody else has made meanwhile is not lost but refused (409 `tpp-changed-meanwhile`).")
    ResponseEntity<TppDraft> change(@PathVariable String id, @RequestBody TppDraft body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tagged(ETags.versioned(ifMatch, body.version(), () -> draft(found(id)), version -> edit.change(id, body.withVersion(version), actors.current().name())));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "What of a TPP was changed, by whom, from what to what: the journal of it, oldest first")
    Slice<EventView> changes(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(journal.of(EditTpps.chain(found(id).tpp().id())), entry -> String.valueOf(entry.position()), cursor, limit,
                entry -> EventView.of(entry, List.of()));
    }

    private EditTpps.Kept found(String id) {
        return edit.kept(id).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + id + "."));
    }

    private static ResponseEntity<TppDraft> tagged(EditTpps.Kept kept) {
        return ETags.tagged(Optional.of(kept.version()), draft(kept));
    }

    private static TppDraft draft(EditTpps.Kept kept) {
        return TppDraft.of(kept.tpp(), kept.version());
    }
}
