package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.playbook.CheckPlaybook;
import io.portolan.rehearsal.AskForRehearsal;
import io.portolan.rehearsal.AskedRehearsal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/playbooks/rehearsals")
@Tag(name = "Playbooks")
class RehearsalsController {

    private final AskForRehearsal rehearsals;
    private final CheckPlaybook check;
    private final Actors actors;

    RehearsalsController(AskForRehearsal rehearsals, CheckPlaybook check, Actors actors) {
        this.rehearsals = rehearsals;
        this.check = check;
        this.actors = actors;
    }

    /** A rehearsal: {@code running}, {@code clean}, {@code wrong} or {@code cut-off}, and what it tells, in plain text, once it has ended. */
    record RehearsalView(String id, String bank, String version, String state, String told, String begunBy, Instant begunAt, Instant endedAt, RehearsalProgressView progress) {

        static RehearsalView of(AskedRehearsal asked) {
            return new RehearsalView(asked.id(), asked.bank(), asked.version(), Words.of(asked.state()), asked.isRunning() ? null : asked.told(), asked.begunBy(), asked.begunAt(), asked.endedAt(),
                    new RehearsalProgressView(asked.progress().done(), asked.progress().legs(), asked.progress().latest()));
        }
    }

    /** How many legs of how many were tried, each once on each walk, and what was tried last, the newest last; of 0 nobody has counted them yet. */
    record RehearsalProgressView(int done, int legs, List<String> latest) { }

    @PostMapping
    @Operation(summary = "Rehearse a playbook", description = "The body is its text, in YAML; `name` the name of its file, without which it is read as that of the bank that it"
            + " names. Every route is walked on a process apart, answered by its own signs; nothing is sent, and nothing is among what is real. One runs at a time: 409"
            + " `rehearsal-running`. A playbook that cannot be read is refused with 422 `playbook-has-problems`; `POST /api/v1/playbooks/check` names them. It proves form,"
            + " not truth.")
    ResponseEntity<RehearsalView> begin(@RequestBody(required = true, content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string"))) InputStream body,
            @RequestParam(required = false) String name) throws IOException {
        var begun = rehearsals.begin(check.of(name, body, CheckPlaybook.About.PLAYBOOK), actors.current().name());
        return ResponseEntity.accepted().location(Address.of("/api/v1/playbooks/rehearsals/" + begun.id())).body(RehearsalView.of(begun));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a rehearsal is, and what it tells", description = "The events `rehearsal-moved` say that there is more to see.")
    RehearsalView one(@PathVariable String id) {
        return RehearsalView.of(rehearsals.find(id));
    }
}
