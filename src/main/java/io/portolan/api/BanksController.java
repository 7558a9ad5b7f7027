package io.portolan.api;

import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    private final KnownBanks known;
    private final Preflight preflight;

    BanksController(Playbooks playbooks, KnownBanks known, Preflight preflight) {
        this.playbooks = playbooks;
        this.known = known;
        this.preflight = preflight;
    }

    /**
     * Whether an onboarding could start as it says, all that stands in the way and that should be known before, and what else was looked at.
     *
     * @param findings errors first, then warnings
     */
    record PreflightView(boolean ready, String tpp, String bank, String branch, String environment, String kind, String application, String route,
            List<String> services, List<PreflightFindingView> findings, List<PreflightFindingView> fine) {

        static PreflightView of(Preflight.Looked looked) {
            var report = looked.report();
            return new PreflightView(report.isReady(), looked.tpp(), looked.bank(), looked.branch(), looked.environment(), looked.kind(), looked.application(),
                    looked.route(), looked.services(), Stream.concat(report.errors().stream(), report.warnings().stream()).map(PreflightFindingView::of).toList(),
                    report.fine().stream().map(PreflightFindingView::of).toList());
        }
    }

    @GetMapping
    @Operation(summary = "List the banks, by id", description = "A bank that is `known` has no playbook; what is `missing` for one is said in words.")
    Slice<BankView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var banks = Stream.concat(playbooks.all().stream().map(BankView::of), known.all().stream().map(BankView::of))
                .sorted(Comparator.comparing(BankView::id)).toList();
        return Slice.of(banks, BankView::id, cursor, limit, bank -> bank);
    }

    @PostMapping("/reload")
    @Operation(summary = "Read all playbooks again", description = "Says which are new, changed and gone, and what is wrong with files that"
            + " cannot be read, with line and column; their banks keep the last version that could. Asked again, nothing is different.")
    ReloadView reload() {
        return ReloadView.of(playbooks.reload(), playbooks);
    }

    @GetMapping("/{id}")
    @Operation(summary = "What one bank asks, per environment", description = "Of a bank without a playbook `known` says what was found out and what is missing.")
    BankDetail one(@PathVariable String id) {
        return known.find(id).map(BankDetail::of).or(() -> playbooks.current(id).map(BankDetail::of))
                .orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + id + "."));
    }

    @GetMapping("/{id}/preflight")
    @Operation(summary = "Everything that a start would meet", description = "For an onboarding exactly as it would be started. Without services those are"
            + " taken to which the TPP's roles reach, without a route the one that fits, without an application main.")
    PreflightView preflight(@PathVariable String id, @RequestParam String tpp, @RequestParam String environment, @RequestParam(required = false) String branch,
            @RequestParam(required = false) String route, @RequestParam(required = false) String application,
            @RequestParam(required = false) List<String> services) {
        return PreflightView.of(preflight.of(new StartRequest(tpp, id, branch, environment, application, services, route)));
    }
}
