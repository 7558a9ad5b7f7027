package io.portolan.api;

import io.portolan.onboarding.Preflight;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/banks")
@Tag(name = "Banks", description = "The catalogue: what each bank asks")
class BanksController {

    private final Playbooks playbooks;
    private final Preflight preflight;

    BanksController(Playbooks playbooks, Preflight preflight) {
        this.playbooks = playbooks;
        this.preflight = preflight;
    }

    /** Whether an onboarding could start, and everything that stands in the way. */
    record PreflightView(boolean ready, List<FindingView> findings) { }

    /** Something that stands in the way. */
    record FindingView(String code, String about, String sentence) { }

    @GetMapping
    @Operation(summary = "List the banks, by id")
    Slice<BankView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(playbooks.all(), version -> version.playbook().bank(), cursor, limit, BankView::of);
    }

    @PostMapping("/reload")
    @Operation(summary = "Read all playbooks again", description = "Says which are new, changed and gone, and what is wrong with files that"
            + " cannot be read, with line and column; their banks keep the last version that could. Asked again, nothing is different.")
    ReloadView reload() {
        return ReloadView.of(playbooks.reload(), playbooks);
    }

    @GetMapping("/{id}")
    @Operation(summary = "What one bank asks, per environment")
    BankDetail one(@PathVariable String id) {
        return playbooks.current(id).map(BankDetail::of)
                .orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + id + "."));
    }

    @GetMapping("/{id}/preflight")
    @Operation(summary = "Everything that is missing before we may start")
    PreflightView preflight(@PathVariable String id, @RequestParam String tpp, @RequestParam String environment) {
        var findings = preflight.of(tpp, id, environment).stream()
                .map(found -> new FindingView(found.code(), found.about(), found.sentence())).toList();
        return new PreflightView(findings.isEmpty(), findings);
    }
}
