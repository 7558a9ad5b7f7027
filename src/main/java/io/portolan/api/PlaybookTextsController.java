package io.portolan.api;

import io.portolan.chart.RouteModels;
import io.portolan.playbook.Explanation;
import io.portolan.playbook.PlaybookTexts;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/banks/{id}")
@Tag(name = "Banks")
class PlaybookTextsController {

    private final Playbooks playbooks;
    private final PlaybookTexts texts;
    private final RouteModels models;

    PlaybookTextsController(Playbooks playbooks, PlaybookTexts texts, RouteModels models) {
        this.playbooks = playbooks;
        this.texts = texts;
        this.models = models;
    }

    /** A version; {@code generic} where it is the way by hand of a bank that had no playbook then. */
    record VersionView(String version, String source, boolean inUse, boolean generic, Instant usedAt) { }

    @GetMapping("/playbook")
    @Operation(summary = "A bank's playbook as it is written, in YAML", description = "The version in use, or that with the given hash.")
    ResponseEntity<String> text(@PathVariable String id, @RequestParam(required = false) String version) {
        var hash = version == null ? current(id).hash() : version;
        return ResponseEntity.ok().contentType(BanksController.YAML).header("Playbook-Version", hash)
                .body(texts.text(id, hash).orElseThrow(() -> Refused.notFound("unknown-version", "The playbook of " + id + " has no such version.")));
    }

    @GetMapping("/playbook/versions")
    @Operation(summary = "Every version of a bank's playbook that was ever in use, the latest first")
    Slice<VersionView> versions(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var inUse = current(id).hash();
        return Slice.of(texts.of(id), PlaybookTexts.Version::hash, cursor, limit, each -> new VersionView(each.hash(), each.source(), each.hash().equals(inUse),
                each.isGeneric(), each.usedAt()));
    }

    @GetMapping("/explanation")
    @Operation(summary = "What a bank's playbook says, in plain sentences", description = "All of its routes, or those of one environment or of one name.")
    Explanation explanation(@PathVariable String id, @RequestParam(required = false) String environment, @RequestParam(required = false) String route) {
        return Explanation.of(current(id).playbook(), environment, route);
    }

    @GetMapping("/environments/{environment}/routes/{route}/model")
    @Operation(summary = "The model of a route, as BPMN 2.0 with its drawing")
    ResponseEntity<String> model(@PathVariable String id, @PathVariable String environment, @PathVariable String route) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(models.bpmn(current(id).playbook(), environment, route));
    }

    private Playbooks.Versioned current(String bank) {
        return playbooks.current(bank).orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + bank + "."));
    }
}
