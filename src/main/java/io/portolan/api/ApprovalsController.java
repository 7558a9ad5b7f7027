package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.access.Approval;
import io.portolan.access.Approvals;
import io.portolan.access.DecideApproval;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approvals")
@Tag(name = "Approvals", description = "What a second person has to agree to")
class ApprovalsController {

    private final Approvals approvals;
    private final DecideApproval decide;
    private final Actors actors;

    ApprovalsController(Approvals approvals, DecideApproval decide, Actors actors) {
        this.approvals = approvals;
        this.decide = decide;
        this.actors = actors;
    }

    /** What somebody decides: {@code approved} or {@code declined}, and why. */
    record DecisionBody(String decision, String reason) { }

    /** What may be decided. */
    enum Decision { APPROVED, DECLINED }

    /** Which requests are shown. */
    enum Show { ALL, FOR_ME, MINE }

    @GetMapping
    @Operation(summary = "List requests for a second person, newest first", description = "`show` is `all`, `for-me` for those that wait for a decision that whoever calls may make,"
            + " or `mine` for those that they have asked for; `state` is one of `waiting`, `approved`, `done`, `declined`, `taken-back`, `expired` and `void`.")
    Slice<ApprovalView> page(@RequestParam(required = false) String show, @RequestParam(required = false) String state, @RequestParam(required = false) String tpp,
            @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var actor = actors.current();
        var shown = Words.read(Show.class, "show", show);
        var page = approvals.page(new Approvals.Filter(shown == Show.FOR_ME ? actor : null, shown == Show.MINE ? actor : null, null, tpp,
                Words.read(Approval.State.class, "state", state)), cursor, Slice.limit(limit));
        return new Slice<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request for a second person")
    ApprovalView one(@PathVariable String id) {
        return view(approvals.find(id).orElseThrow(() -> Refused.notFound("unknown-approval", "There is no request for a second person " + id + ".")));
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Decide as the second person", description = "`decision` is `approved` or `declined`, `reason` says why. own-approval (403) for whoever has asked, and for"
            + " their tokens; approval-decided (409) where somebody was faster; approval-expired (409) after its time; approval-void (409) where what was asked has changed since.")
    ApprovalView decide(@PathVariable String id, @RequestBody DecisionBody body) {
        var decision = Words.required(Decision.class, "decision", body.decision());
        return view(decide.with(id, decision == Decision.APPROVED, body.reason(), actors.current()));
    }

    @PostMapping("/{id}/taking-back")
    @Operation(summary = "Take a request of one's own back", description = "not-your-approval (403) for others, approval-decided (409) once it is decided.")
    ApprovalView takeBack(@PathVariable String id) {
        return view(decide.takeBack(id, actors.current()));
    }

    private ApprovalView view(Approval approval) {
        var actor = actors.current();
        return ApprovalView.of(approval, decide.isOwn(approval, actor), decide.mayDecide(approval, actor));
    }
}
