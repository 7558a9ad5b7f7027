package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.campaign.BankLook;
import io.portolan.campaign.Campaign;
import io.portolan.campaign.CampaignItem;
import io.portolan.campaign.CampaignProgress;
import io.portolan.campaign.CampaignWish;
import io.portolan.campaign.Campaigns;
import io.portolan.campaign.Standing;
import io.portolan.campaign.StartCampaign;
import io.portolan.campaign.SteerCampaign;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns", description = "Many onboardings, begun one after the other")
class CampaignsController {

    private final Campaigns campaigns;
    private final StartCampaign start;
    private final SteerCampaign steer;
    private final CampaignProgress progress;
    private final ETags tags;
    private final Actors actors;

    CampaignsController(Campaigns campaigns, StartCampaign start, SteerCampaign steer, CampaignProgress progress, ETags tags, Actors actors) {
        this.tags = tags;
        this.campaigns = campaigns;
        this.start = start;
        this.steer = steer;
        this.progress = progress;
        this.actors = actors;
    }

    /** What a campaign would begin, skip and be refused, were it made now. */
    record PreviewView(String tpp, String environment, List<String> services, int startsPerHour, int atOnce, int banks, long start, long skip, long refuse,
            List<CampaignView.LookView> items) {

        static PreviewView of(StartCampaign.Preview preview) {
            var campaign = preview.campaign();
            return new PreviewView(campaign.tpp(), campaign.environment(), Words.of(campaign.services()), campaign.startsPerHour(), campaign.atOnce(), preview.banks().size(),
                    preview.count(BankLook.Verdict.START), preview.count(BankLook.Verdict.SKIP), preview.count(BankLook.Verdict.REFUSE),
                    preview.banks().stream().map(CampaignView.LookView::of).toList());
        }
    }

    @PostMapping
    @Operation(summary = "Start a campaign", description = "`banks` are ids, or `id:branch` for one branch of a bank whose branches register us each by itself (without one: each of them); or `filter` chooses them as `GET /api/v1/banks` does (`q`, `country`, `standard`, `means`, `asks`,"
            + " `state`), without those that have no playbook unless `byHand` is true. `environment` is the name of one, or `live` or `test` for each bank's first of this"
            + " kind. Each hour at most `startsPerHour` begin (60, at most 3600), evenly; at a time at most `atOnce` (20, at most 1000) keep Portolan or our people busy:"
            + " those that wait for a bank do not count. What is live or under way is skipped; what pre-flight stops is refused with its findings. Give an"
            + " Idempotency-Key to be able to ask again safely.")
    ResponseEntity<CampaignView> start(@RequestBody CampaignWish wish) {
        var campaign = start.with(wish, actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/campaigns/" + campaign.id())).body(whole(campaign));
    }

    @PostMapping("/preview")
    @Operation(summary = "Look what a campaign would do", description = "Takes the body of a start, and starts and keeps nothing.")
    PreviewView preview(@RequestBody CampaignWish wish) {
        return PreviewView.of(start.look(wish, actors.current().name()));
    }

    @GetMapping
    @Operation(summary = "List campaigns, newest first")
    Slice<CampaignView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var page = campaigns.page(cursor, Slice.limit(limit));
        var counts = campaigns.counts(page.items().stream().map(Campaign::id).toList());
        return new Slice<>(page.items().stream().map(campaign -> CampaignView.item(campaign, counts.getOrDefault(campaign.id(), Map.of()))).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One campaign with its counts", description = "`counts` says how many banks stand how, `stages` where the onboardings are that are under way.")
    ResponseEntity<CampaignView> one(@PathVariable String id) {
        return tags.read(Versioned.CAMPAIGN, id, () -> whole(found(id)));
    }

    @GetMapping("/{id}/items")
    @Operation(summary = "The banks of a campaign, by id", description = "`state` is one of the standings that `counts` names.")
    Slice<CampaignView.ItemView> items(@PathVariable String id, @RequestParam(required = false) String state, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        return Slice.of(campaigns.items(found(id).id(), Words.read(Standing.class, "state", state)), item -> item.target().written(), cursor, limit, CampaignView.ItemView::of);
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Pause a campaign", description = "Nothing more begins until it is resumed; what has begun goes on.")
    ResponseEntity<CampaignView> pause(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tags.write(Versioned.CAMPAIGN, id, ifMatch, () -> whole(found(id)), () -> whole(steer.pause(id, actors.current().name())));
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Resume a campaign that is paused")
    ResponseEntity<CampaignView> resume(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tags.write(Versioned.CAMPAIGN, id, ifMatch, () -> whole(found(id)), () -> whole(steer.resume(id, actors.current().name())));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Cancel a campaign", description = "Nothing more begins, for good; what has begun goes on.")
    ResponseEntity<CampaignView> cancel(@PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tags.write(Versioned.CAMPAIGN, id, ifMatch, () -> whole(found(id)), () -> whole(steer.cancel(id, actors.current().name())));
    }

    @PostMapping("/{id}/items/{bank}/retry")
    @Operation(summary = "Give a bank another turn", description = "One that was skipped, refused, or whose onboarding ended without access, once that is mended. `bank` is its id, or `id:branch`.")
    CampaignView.ItemView retry(@PathVariable String id, @PathVariable String bank) {
        return CampaignView.ItemView.of(steer.retry(id, bank, actors.current().name()));
    }

    private CampaignView whole(Campaign campaign) {
        return CampaignView.of(campaign, progress.of(campaign));
    }

    private Campaign found(String id) {
        return campaigns.find(id).orElseThrow(() -> Refused.notFound("unknown-campaign", "There is no campaign " + id + "."));
    }
}
