package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.playbook.CheckPlaybook;
import io.portolan.playbook.PlaybookTexts;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.rehearsal.AskForRehearsal;
import io.portolan.rehearsal.AskedRehearsal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Rehearses a playbook, in use or pasted, and shows what came of it. */
@Controller
class RehearsalPage {

    private final AskForRehearsal rehearsals;
    private final CheckPlaybook check;
    private final Playbooks playbooks;
    private final PlaybookTexts texts;
    private final Actors actors;
    private final Clock clock;

    RehearsalPage(AskForRehearsal rehearsals, CheckPlaybook check, Playbooks playbooks, PlaybookTexts texts, Actors actors, Clock clock) {
        this.rehearsals = rehearsals;
        this.check = check;
        this.playbooks = playbooks;
        this.texts = texts;
        this.actors = actors;
        this.clock = clock;
    }

    /** A rehearsal, and whether it is of the version that is in use. */
    record RehearsalView(String id, String bank, String version, BadgeView state, boolean isRunning, boolean isCutOff, boolean isOfCurrent, boolean isKnown, String told,
            String by, TimeView begunAt, TimeView endedAt, int done, int legs, List<String> latest) {

        /** How far it is, for those who hear the page. */
        public String said() {
            return !isRunning ? state.label() : legs == 0 ? say("playbook.it-makes-ready") : say("playbook.legs-of", done, legs);
        }
    }

    @PostMapping("/banks/{id}/rehearsals")
    String begin(@PathVariable String id) {
        var current = playbooks.current(id).filter(found -> !found.isGeneric()).orElseThrow(() -> Refused.notFound("unknown-playbook", say("playbook.there-is-no-playbook-of", id)));
        return begun(check.of(id + ".yaml", texts.text(id, current.hash()).orElseThrow(), CheckPlaybook.About.PLAYBOOK));
    }

    /** The page of a rehearsal that begins with this. */
    String begun(CheckPlaybook.Checked checked) {
        return "redirect:/banks/rehearsals/" + rehearsals.begin(checked, actors.current().name()).id();
    }

    @GetMapping("/banks/rehearsals/{rehearsal}")
    String one(@PathVariable String rehearsal, Model model) {
        model.addAttribute("rehearsal", view(rehearsals.find(rehearsal)));
        return "rehearsal";
    }

    /** The part of it that changes as long as it runs. */
    @GetMapping("/banks/rehearsals/{rehearsal}/standing")
    String standing(@PathVariable String rehearsal, Model model) {
        model.addAttribute("rehearsal", view(rehearsals.find(rehearsal)));
        return "rehearsal :: standing";
    }

    private RehearsalView view(AskedRehearsal asked) {
        var current = playbooks.current(asked.bank()).filter(found -> !found.isGeneric());
        var now = clock.instant();
        var state = switch (asked.state()) {
            case RUNNING -> new BadgeView("running", say("playbook.under-way"), "active");
            case CLEAN -> new BadgeView("clean", say("playbook.nothing-is-wrong"), "done");
            case WRONG -> new BadgeView("wrong", say("playbook.something-is-wrong"), "rejected");
            case CUT_OFF -> new BadgeView("cut-off", say("playbook.cut-off"), "waiting");
        };
        return new RehearsalView(asked.id(), asked.bank(), asked.version().substring(0, 12), state, asked.isRunning(), asked.state() == AskedRehearsal.State.CUT_OFF,
                current.filter(found -> found.hash().equals(asked.version())).isPresent(), current.isPresent(), asked.told(), Wording.actor(asked.begunBy()),
                TimeView.of(asked.begunAt(), now), TimeView.of(asked.endedAt(), now), asked.progress().done(), asked.progress().legs(),
                reversed(asked.progress().latest()));
    }

    private static List<String> reversed(List<String> lines) {
        var newestFirst = new ArrayList<>(lines);
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
