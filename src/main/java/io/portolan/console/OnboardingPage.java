package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.chart.RouteModels;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.onboarding.AutomationConsent;
import io.portolan.onboarding.ConsentToAutomation;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One onboarding: where it stands, its diagram, its legs, what was done, and what is to be done. */
@Controller
class OnboardingPage {

    private static final int TASKS = 50;
    /** About so many lines of the newest entries are shown at first. */
    private static final int EVENTS = 60;

    private final Onboardings onboardings;
    private final Worklist worklist;
    private final Journal journal;
    private final Playbooks playbooks;
    private final Catalogue catalogue;
    private final OnboardingStanding standing;
    private final OnboardingWaits waits;
    private final UnprovenMails unproven;
    private final LegQueue queue;
    private final WithdrawOnboarding withdraw;
    private final ConsentToAutomation consents;
    private final OnboardingNow acts;
    private final Clock clock;
    private final RouteModels models;

    OnboardingPage(Onboardings onboardings, Worklist worklist, Journal journal, Playbooks playbooks, Catalogue catalogue,
            OnboardingStanding standing, OnboardingWaits waits, UnprovenMails unproven, LegQueue queue, WithdrawOnboarding withdraw, ConsentToAutomation consents,
            OnboardingNow acts, Clock clock, RouteModels models) {
        this.acts = acts;
        this.models = models;
        this.onboardings = onboardings;
        this.worklist = worklist;
        this.journal = journal;
        this.playbooks = playbooks;
        this.catalogue = catalogue;
        this.standing = standing;
        this.waits = waits;
        this.unproven = unproven;
        this.queue = queue;
        this.withdraw = withdraw;
        this.consents = consents;
        this.clock = clock;
    }

    /** An open task as a line. */
    record TaskLine(String id, String title, String question, String assignee) { }

    /** Whether a machine may work the portal whose terms do not say it, in words. */
    record AutomationView(String portal, boolean given, boolean isOpen, String standing) {

        static AutomationView of(AutomationConsent consent) {
            var by = Wording.actor(consent.decidedBy());
            var standing = consent.decidedBy() == null ? say("onboarding.nobody-has-decided-yet")
                    : (consent.given() ? say("onboarding.has-consented", by) : say("onboarding.has-not-consented", by))
                            + (consent.note() == null ? "" : " " + consent.note());
            return new AutomationView(consent.portal(), consent.given(), consent.decidedBy() == null, standing);
        }
    }

    /** All of an onboarding that changes; {@code version} is another one after each change, and {@code elsewhere} the environments that it may be taken to. */
    record LiveView(OnboardingView onboarding, List<LegItem> legs, List<EventGroup> groups, boolean hasMoreEvents,
            boolean isWhole, List<TaskLine> tasks, List<WaitView> waits, OnboardingStanding.StandingView standing,
            List<UnprovenMails.Line> unproven, List<String> elsewhere, List<ActNow> acts, String version) {

        /** Whether nobody has to move, and only a time has to come. */
        public boolean isHeldBack() {
            return !waits.isEmpty() && waits.stream().allMatch(WaitView::isHeldBack);
        }

        /** How many of the legs that count are done. */
        public long done() {
            return legs.stream().filter(leg -> "done".equals(leg.state().word())).count();
        }

        /** How many legs count. */
        public long asked() {
            return legs.stream().filter(leg -> !"skipped".equals(leg.state().word())).count();
        }
    }

    @GetMapping("/onboardings/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "false") boolean all, Model model) {
        var onboarding = found(id);
        model.addAttribute("live", live(onboarding, all));
        if (!onboarding.status().isFinal()) {
            model.addAttribute("wouldStay", withdraw.wouldLeave(id));
            model.addAttribute("automation", consents.about(onboarding).map(AutomationView::of).orElse(null));
        }
        return "onboarding";
    }

    @GetMapping("/onboardings/{id}/live")
    Object live(@PathVariable String id, @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") boolean all, Model model, HttpServletResponse response) {
        var onboarding = found(id);
        if (version(onboarding, onboardings.legs(id)).equals(seen)) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("live", live(onboarding, all));
        response.setHeader("HX-Trigger", "onboarding-moved");
        model.addAttribute("isUpdate", true);
        return "onboarding :: live";
    }

    @GetMapping("/onboardings/{id}/diagram")
    ResponseEntity<String> diagram(@PathVariable String id) {
        var onboarding = found(id);
        var playbook = playbooks.version(onboarding.bank(), onboarding.playbookVersion())
                .orElseThrow(() -> Refused.notFound("unknown-playbook", say("onboarding.its-playbook-is-gone"))).playbook();
        var route = playbook.environments().get(onboarding.environment()).route(onboarding.route())
                .orElseThrow(() -> Refused.notFound("unknown-route", say("onboarding.its-route-is-gone")));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(models.bpmn(playbook, onboarding.environment(), route));
    }

    @GetMapping("/onboardings/{id}/verification")
    String verification(@PathVariable String id, Model model) {
        model.addAttribute("verification", journal.verify(found(id).id()));
        return "onboarding :: verification";
    }

    private LiveView live(Onboarding onboarding, boolean all) {
        var now = clock.instant();
        var legs = onboardings.legs(onboarding.id());
        var rounds = queue.of(onboarding.id()).stream().collect(Collectors.toMap(LegRecord::leg, LegRecord::round));
        var items = new ArrayList<LegItem>();
        for (var leg : legs) {
            items.add(LegItem.of(leg, items.size() + 1, rounds.getOrDefault(leg.id(), 1), now));
        }
        var entries = new ArrayList<>(journal.of(onboarding.id()));
        Collections.reverse(entries);
        var groups = EventGroup.of(entries, items.stream().collect(Collectors.toMap(LegItem::id, Function.identity())),
                catalogue::evidence, all, now);
        var shown = all ? groups : newest(groups);
        boolean hasMore = shown.size() < groups.size() || !shown.stream().allMatch(EventGroup::isWhole);
        var waiting = waits.of(onboarding, now);
        var elsewhere = elsewhere(onboarding);
        return new LiveView(OnboardingView.of(onboarding, catalogue.bankName(onboarding.bank()), now), items, shown,
                hasMore, all, tasks(onboarding.id()), waiting, standing.of(onboarding, now),
                onboarding.status().isFinal() ? List.of() : unproven.of(onboarding.id()), elsewhere, acts.of(onboarding, waiting, elsewhere), version(onboarding, legs));
    }

    /** The other environments of the bank, for an onboarding that is done. */
    private List<String> elsewhere(Onboarding onboarding) {
        return onboarding.status() != Onboarding.Status.DONE ? List.of() : playbooks.current(onboarding.bank())
                .map(version -> version.playbook().environments().keySet().stream().filter(name -> !name.equals(onboarding.environment())).toList())
                .orElse(List.of());
    }

    private static List<EventGroup> newest(List<EventGroup> groups) {
        var shown = new ArrayList<EventGroup>();
        int lines = 0;
        for (var group : groups) {
            if (lines >= EVENTS) {
                break;
            }
            shown.add(group);
            lines += group.events().size();
        }
        return shown;
    }

    private List<TaskLine> tasks(String onboarding) {
        return worklist.list(new Worklist.Filter(onboarding, null, Task.State.OPEN), null, TASKS).items().stream()
                .map(task -> new TaskLine(task.id(), TaskView.title(task, catalogue.bankName(task.bank())), task.question(), Wording.actor(task.assignee()))).toList();
    }

    /** Changes with everything that is shown; what was worked only grows when something else changes too. */
    private String version(Onboarding onboarding, List<LegView> legs) {
        return Integer.toHexString(List.of(onboarding, legs, journal.of(onboarding.id()).size(), tasks(onboarding.id()),
                standing.states(onboarding.id())).hashCode());
    }

    private Onboarding found(String id) {
        return onboardings.find(id)
                .orElseThrow(() -> Refused.notFound("unknown-onboarding", say("onboarding.there-is-no-onboarding", id)));
    }
}
