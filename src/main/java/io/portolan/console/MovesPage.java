package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.onboarding.GoBack;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.MovePlaybook;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves an onboarding otherwise than forward: back to an earlier leg, or to another version of its playbook; and clears what it has left at the bank. */
@Controller
class MovesPage {

    private static final Set<LegState> STANDS = EnumSet.complementOf(EnumSet.of(LegState.PENDING, LegState.SKIPPED, LegState.DONE, LegState.STOPPED));

    private final Onboardings onboardings;
    private final Playbooks playbooks;
    private final LegQueue legs;
    private final GoBack goBack;
    private final MovePlaybook movePlaybook;
    private final LeftAtBank leftAtBank;
    private final RepairedLegs repaired;
    private final AnswerReveals answers;
    private final Actors actors;

    MovesPage(Onboardings onboardings, Playbooks playbooks, LegQueue legs, GoBack goBack, MovePlaybook movePlaybook, LeftAtBank leftAtBank,
            RepairedLegs repaired, AnswerReveals answers, Actors actors) {
        this.onboardings = onboardings;
        this.playbooks = playbooks;
        this.legs = legs;
        this.goBack = goBack;
        this.movePlaybook = movePlaybook;
        this.leftAtBank = leftAtBank;
        this.repaired = repaired;
        this.answers = answers;
        this.actors = actors;
    }

    /** A leg to choose; {@code notNow} says why it cannot be chosen just now, or is null. */
    record LegChoice(String id, String title, String notNow) { }

    /** What stands on the page of an onboarding only while it is opened, and is not followed. */
    @GetMapping("/onboardings/{id}/moves")
    String moves(@PathVariable String id, Model model) {
        var onboarding = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", say("onboarding.there-is-no-onboarding", id)));
        model.addAttribute("id", id);
        model.addAttribute("bankName", playbooks.current(onboarding.bank()).map(version -> version.playbook().name()).orElse(onboarding.bank()));
        var left = leftAtBank.of(id);
        model.addAttribute("left", left);
        model.addAttribute("answers", answers.of(id, left, model));
        model.addAttribute("earlier", onboarding.status().isFinal() ? List.of() : earlier(id));
        if (!onboarding.status().isFinal() && hasNewer(onboarding)) {
            var newer = repaired.hasRoute(onboarding) ? movePlaybook.difference(id, null) : null;
            model.addAttribute("newer", newer);
            model.addAttribute("isRouteGone", newer == null);
            model.addAttribute("alone", newer == null ? Set.of() : repaired.among(onboarding, newer));
            model.addAttribute("mended", onboarding.legVersions());
            model.addAttribute("moveNotNow", movePlaybook.notNow(id, null).orElse(null));
            model.addAttribute("aloneNotNow", onboardings.legs(id).stream().map(LegView::id)
                    .filter(leg -> movePlaybook.notNow(id, leg).isPresent()).collect(Collectors.toSet()));
        }
        return "onboarding-moves";
    }

    private boolean hasNewer(Onboarding onboarding) {
        return playbooks.current(onboarding.bank()).filter(version -> !version.hash().equals(onboarding.playbookVersion())).isPresent();
    }

    private List<LegChoice> earlier(String id) {
        var earlier = legs.of(id).stream().filter(row -> STANDS.contains(row.state())).map(LegRecord::leg)
                .flatMap(leg -> goBack.earlier(id, leg).stream()).distinct().toList();
        return onboardings.legs(id).stream().filter(leg -> earlier.contains(leg.id()))
                .map(leg -> new LegChoice(leg.id(), leg.title(), goBack.notNow(id, leg.id()).orElse(null))).toList();
    }

    @PostMapping("/onboardings/{id}/going-back")
    String goBack(@PathVariable String id, @RequestParam String leg, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        goBack.to(id, leg, reason.strip(), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.it-begins-again-there-what")));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/playbook")
    String move(@PathVariable String id, @RequestParam(required = false) MovePlaybook.NewLegs newLegs, RedirectAttributes flash) {
        movePlaybook.move(id, null, newLegs, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.it-goes-on-by-the")));
        return "redirect:/onboardings/" + id;
    }

    /** One leg alone, and all others as they were. */
    @PostMapping("/onboardings/{id}/legs/{leg}/playbook")
    String mend(@PathVariable String id, @PathVariable String leg, RedirectAttributes flash) {
        movePlaybook.mend(id, leg, null, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.that-leg-alone-is-done")));
        return "redirect:/onboardings/" + id + "/moves";
    }

    @PostMapping("/onboardings/{id}/left-at-bank/{item}/clearance")
    String clear(@PathVariable String id, @PathVariable long item, @RequestParam(defaultValue = "") String note, RedirectAttributes flash) {
        leftAtBank.clear(id, item, note.strip(), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.kept-that-is-gone-from")));
        return "redirect:/onboardings/" + id + "/moves";
    }
}
