package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.campaign.Campaign;
import io.portolan.campaign.CampaignItem;
import io.portolan.campaign.CampaignProgress;
import io.portolan.campaign.Campaigns;
import io.portolan.campaign.SteerCampaign;
import io.portolan.playbook.Stage;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One campaign: how far it is, which moves without a reload, and what may be done with it. */
@Controller
class CampaignPage {

    private final Campaigns campaigns;
    private final CampaignProgress progress;
    private final SteerCampaign steer;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    CampaignPage(Campaigns campaigns, CampaignProgress progress, SteerCampaign steer, Catalogue catalogue, Actors actors, Clock clock) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.steer = steer;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    /** How many of those that are under way are at a stage. */
    record StageCount(String word, String label, int number, boolean isChosen) { }

    /**
     * How far it is.
     *
     * @param said what it does next, as a sentence
     * @param moves whether anything may still change by itself
     * @param mayAct whether whoever looks may steer it; what is swapped in knows no frame of the page
     * @param version stands for all that is shown
     */
    record LiveView(CampaignView campaign, List<StageCount> stages, List<CampaignView.Item> items, String state, String stage, String said, boolean moves, boolean mayAct, String version) { }

    @GetMapping("/campaigns/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String stage, Model model) {
        model.addAttribute("live", live(found(id), state, stage));
        return "campaign";
    }

    @GetMapping("/campaigns/{id}/live")
    Object live(@PathVariable String id, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String seen, Model model) {
        var live = live(found(id), state, stage);
        if (live.version().equals(seen)) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("live", live);
        return "campaign :: live";
    }

    private LiveView live(Campaign campaign, String state, String stage) {
        var now = clock.instant();
        var far = progress.of(campaign);
        var at = progress.stages(campaign.id());
        var isOver = campaign.state() == Campaign.State.CANCELLED;
        var found = campaigns.items(campaign.id(), null).stream().filter(item -> state.isBlank() || Wording.word(item.standing()).equals(state))
                .filter(item -> stage.isBlank() || item.standing().isUnderWay() && Wording.word(at.get(item.target().written())).equals(stage)).toList();
        var items = found.stream().map(item -> CampaignView.Item.of(item, catalogue.targetName(item.target()), item.standing().isUnderWay() ? Wording.of(at.get(item.target().written())) : null, isOver, now)).toList();
        var stages = far.stages().entrySet().stream().map(each -> new StageCount(Wording.word(each.getKey()), Wording.of(each.getKey()), each.getValue(), Wording.word(each.getKey()).equals(stage))).toList();
        var moves = campaign.state() == Campaign.State.RUNNING || far.standings().keySet().stream().anyMatch(standing -> standing.isUnderWay());
        return new LiveView(CampaignView.of(campaign, far.standings(), now), stages, items, state, stage, said(campaign, far), moves, actors.current().may(Role.OPERATOR), version(campaign, far, at, found));
    }

    private static String version(Campaign campaign, CampaignProgress.Progress far, Map<String, Stage> at, List<CampaignItem> items) {
        return Integer.toHexString(Objects.hash(campaign.state(), far, at, items));
    }

    private String said(Campaign campaign, CampaignProgress.Progress far) {
        return switch (campaign.state()) {
            case AWAITS_APPROVAL -> say("campaign.until-a-second-person");
            case PAUSED -> say("campaign.until-it-is-resumed");
            case CANCELLED -> say("campaign.begins-nothing-any-more");
            case ALL_BEGUN -> say("campaign.nothing-is-left-to-begin");
            case RUNNING -> far.isFull() ? say("campaign.as-many-as-may-be")
                    : far.nextStart() == null || !far.nextStart().isAfter(clock.instant()) ? say("campaign.begins-the-next-one")
                            : nextAt(TimeView.of(far.nextStart(), clock.instant()));
        };
    }

    private static String nextAt(TimeView start) {
        return say("campaign.the-next-one-begins-at", start.clock(), start.zone());
    }

    @PostMapping("/campaigns/{id}/pause")
    String pause(@PathVariable String id, RedirectAttributes flash) {
        return done(steer.pause(id, actors.current().name()), say("campaign.it-is-paused"), flash);
    }

    @PostMapping("/campaigns/{id}/resume")
    String resume(@PathVariable String id, RedirectAttributes flash) {
        return done(steer.resume(id, actors.current().name()), say("campaign.it-goes-on"), flash);
    }

    @PostMapping("/campaigns/{id}/cancellation")
    String cancel(@PathVariable String id, RedirectAttributes flash) {
        return done(steer.cancel(id, actors.current().name()), say("campaign.it-is-cancelled"), flash);
    }

    @PostMapping("/campaigns/{id}/items/{bank}/retry")
    String retry(@PathVariable String id, @PathVariable String bank, RedirectAttributes flash) {
        steer.retry(id, bank, actors.current().name());
        return done(found(id), say("campaign.has-another-turn", catalogue.bankName(bank)), flash);
    }

    private static String done(Campaign campaign, String said, RedirectAttributes flash) {
        flash.addFlashAttribute("said", List.of(said));
        return "redirect:/campaigns/" + campaign.id();
    }

    private Campaign found(String id) {
        return campaigns.find(id).orElseThrow(() -> Refused.notFound("unknown-campaign", say("campaign.there-is-no-campaign", id)));
    }
}
