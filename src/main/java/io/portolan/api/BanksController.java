package io.portolan.api;

import io.portolan.onboarding.BankState;
import io.portolan.onboarding.DraftOfPlaybook;
import io.portolan.onboarding.FindBanks;
import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.BankEntry;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Playbooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/banks")
@Tag(name = "Banks", description = "The catalogue: what each bank asks")
class BanksController {

    static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Playbooks playbooks;
    private final FindBanks find;
    private final BankDetails details;
    private final DraftOfPlaybook draft;
    private final Preflight preflight;

    BanksController(Playbooks playbooks, FindBanks find, BankDetails details, DraftOfPlaybook draft, Preflight preflight) {
        this.draft = draft;
        this.details = details;
        this.playbooks = playbooks;
        this.find = find;
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
    @Operation(summary = "List the banks, by id", description = "`q` is parts of names, or a BIC; `country` an ISO 3166 code; `standard` the family of an API"
            + " standard; `means` one by which a leg is done; `asks` one of certificate, approval, portal, registration, fact; `state` how we"
            + " stand with it. A bank that is `known` has no playbook; what is `missing` for one is said in words.")
    Slice<BankView> page(@RequestParam(required = false) String q, @RequestParam(required = false) String country, @RequestParam(required = false) String standard,
            @RequestParam(required = false) String means, @RequestParam(required = false) String asks, @RequestParam(required = false) String state,
            @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var search = new BankSearch(q, country, standard, Words.read(MeansName.class, "means", means), Words.read(BankEntry.Asks.class, "asks", asks));
        return Slice.of(find.like(search, Words.read(BankState.class, "state", state)), found -> found.entry().bank(), cursor, limit, BankView::of);
    }

    @PostMapping("/reload")
    @Operation(summary = "Read all playbooks again", description = "Says which are new, changed and gone, and what is wrong with files that"
            + " cannot be read, with line and column; their banks keep the last version that could. Asked again, nothing is different.")
    ReloadView reload() {
        return ReloadView.of(playbooks.reload(), playbooks);
    }

    @GetMapping("/{id}")
    @Operation(summary = "What one bank asks, per environment", description = "Of a bank without a playbook `known` says what was found out and"
            + " what is missing, and its environments have the one generic route, by which people do everything by hand.")
    ResponseEntity<BankDetail> one(@PathVariable String id) {
        return tagged(details.of(id));
    }

    /** Only what a person has named is changed here. */
    static ResponseEntity<BankDetail> tagged(BankDetail bank) {
        return ETags.tagged(Optional.ofNullable(bank.named()).map(named -> named.version()), bank);
    }

    @GetMapping("/{id}/draft")
    @Operation(summary = "The draft of a playbook, made of what people recorded on the generic route", description = "As YAML, with what is to be decided in"
            + " comments before it. It is made of the onboarding that is named, else of the newest that is done, else of the newest under way. It holds"
            + " what was done, how long it took and the names of what the bank handed out, never a value of these.")
    ResponseEntity<String> draft(@PathVariable String id, @RequestParam(required = false) String onboarding) {
        return ResponseEntity.ok().contentType(YAML).body(draft.of(id, onboarding));
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
