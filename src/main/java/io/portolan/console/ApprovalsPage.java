package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Approval;
import io.portolan.access.Approvals;
import io.portolan.access.DecideApproval;
import io.portolan.access.Role;
import io.portolan.journal.EvidenceStore;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a second person has to agree to: the lists, and one request with all that the decision rests on. */
@Controller
class ApprovalsPage {

    private static final int ROWS = 50;
    private static final List<Tab> TABS = List.of(
            new Tab("for-me", "approvals.tab.for-me", "approvals.empty.for-me", "approvals.empty.for-me.more"),
            new Tab("mine", "approvals.tab.mine", "approvals.empty.mine", "approvals.empty.mine.more"),
            new Tab("over", "approvals.tab.over", "approvals.empty.over", "approvals.empty.over.more"));

    private final Approvals approvals;
    private final DecideApproval decide;
    private final EvidenceStore evidence;
    private final Actors actors;
    private final Clock clock;

    ApprovalsPage(Approvals approvals, DecideApproval decide, EvidenceStore evidence, Actors actors, Clock clock) {
        this.evidence = evidence;
        this.approvals = approvals;
        this.decide = decide;
        this.actors = actors;
        this.clock = clock;
    }

    /** One of the lists, with the keys of what it is called and of what is said where it is empty. */
    record Tab(String word, String label, String empty, String more) { }

    /** What whoever looks may do with a request, and what was wrong with what they tried. */
    record MayView(boolean decide, boolean takeBack, boolean isMine, String typed, String wrong) { }

    @GetMapping("/approvals")
    String list(@RequestParam(defaultValue = "") String show, @RequestParam(required = false) String cursor, Model model) {
        var actor = actors.current();
        var tabs = actor.may(Role.APPROVER) ? TABS : TABS.subList(1, TABS.size());
        var tab = tabs.stream().filter(one -> one.word().equals(show)).findFirst().orElse(tabs.get(0));
        var page = approvals.page(switch (tab.word()) {
            case "for-me" -> Approvals.Filter.forDecisionBy(actor);
            case "mine" -> Approvals.Filter.askedBy(actor);
            default -> Approvals.Filter.over();
        }, cursor, ROWS);
        var now = clock.instant();
        model.addAttribute("tabs", tabs);
        model.addAttribute("tab", tab);
        model.addAttribute("rows", page.items().stream().map(approval -> ApprovalItem.of(approval, now)).toList());
        model.addAttribute("next", page.next());
        return "approvals";
    }

    @GetMapping("/approvals/{id}")
    String one(@PathVariable String id, Model model) {
        return one(id, "", null, model);
    }

    private String one(String id, String typed, String wrong, Model model) {
        var approval = approvals.find(id).orElseThrow(() -> Refused.notFound("unknown-approval", say("approval.there-is-none", id)));
        var actor = actors.current();
        var isMine = decide.isOwn(approval, actor);
        model.addAttribute("approval", ApprovalItem.of(approval, clock.instant()));
        model.addAttribute("evidence", approval.asked().evidence().stream().flatMap(piece -> evidence.find(piece).stream()).map(EvidenceItem::of).toList());
        model.addAttribute("may", new MayView(decide.mayDecide(approval, actor), isMine && actor.may(Role.OPERATOR) && mayBeTakenBack(approval), isMine, typed, wrong));
        return "approval";
    }

    private static boolean mayBeTakenBack(Approval approval) {
        return approval.state() == Approval.State.WAITING || approval.state() == Approval.State.APPROVED && !approval.byItself();
    }

    @PostMapping("/approvals/{id}/decision")
    String decide(@PathVariable String id, @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var isApproved = decision.equals("approved");
        if (!isApproved && !decision.equals("declined")) {
            throw Refused.invalid("invalid-values", say("approval.approved-or-declined"), Map.of("decision", say("approval.one-of-both")));
        }
        try {
            var decided = decide.with(id, isApproved, reason, actors.current());
            flash.addFlashAttribute("said", List.of(!isApproved ? say("approval.said-declined") : switch (decided.state()) {
                case DONE -> say("approval.said-done");
                case VOID -> say("approval.said-void");
                default -> decided.byItself() ? say("approval.said-portolan") : say("approval.said-requester");
            }));
            return "redirect:/approvals/" + id;
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            return one(id, reason, refusal.getMessage(), model);
        }
    }

    @PostMapping("/approvals/{id}/taking-back")
    String takeBack(@PathVariable String id, RedirectAttributes flash) {
        decide.takeBack(id, actors.current());
        flash.addFlashAttribute("said", List.of(say("approval.said-taken-back")));
        return "redirect:/approvals/" + id;
    }
}
