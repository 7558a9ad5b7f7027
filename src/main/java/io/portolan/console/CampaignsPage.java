package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.campaign.Campaign;
import io.portolan.campaign.Campaigns;
import io.portolan.campaign.CampaignWish;
import io.portolan.campaign.StartCampaign;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of campaigns, and the form that starts one: what would become of it is shown before. */
@Controller
class CampaignsPage {

    private static final int ROWS = 25;
    private static final String FORM = "campaign-new";

    private final Campaigns campaigns;
    private final StartCampaign start;
    private final CampaignChoices choices;
    private final Actors actors;
    private final Clock clock;

    CampaignsPage(Campaigns campaigns, StartCampaign start, CampaignChoices choices, Actors actors, Clock clock) {
        this.campaigns = campaigns;
        this.start = start;
        this.choices = choices;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/campaigns")
    String list(@RequestParam(required = false) String cursor, Model model) {
        var page = campaigns.page(cursor, ROWS);
        var counts = campaigns.counts(page.items().stream().map(Campaign::id).toList());
        var now = clock.instant();
        model.addAttribute("rows", page.items().stream().map(campaign -> CampaignView.of(campaign, counts.getOrDefault(campaign.id(), Map.of()), now)).toList());
        model.addAttribute("next", page.next());
        return "campaigns";
    }

    @GetMapping("/campaigns/new")
    String form(@ModelAttribute BanksView.Filter filter, @ModelAttribute CampaignForm form, Model model) {
        model.addAttribute("start", choices.of(filter, form, null, null));
        return FORM;
    }

    @PostMapping("/campaigns/preview")
    String look(@ModelAttribute BanksView.Filter filter, @ModelAttribute CampaignForm form, Model model, HttpServletResponse response) {
        return orWrong(filter, form, model, response, wish -> {
            model.addAttribute("start", choices.of(filter, form, start.look(wish, actors.current().name()), null));
            return FORM;
        });
    }

    @PostMapping("/campaigns")
    String start(@ModelAttribute BanksView.Filter filter, @ModelAttribute CampaignForm form, Model model, HttpServletResponse response) {
        return orWrong(filter, form, model, response, wish -> "redirect:/campaigns/" + start.with(wish, actors.current().name()).id());
    }

    private String orWrong(BanksView.Filter filter, CampaignForm form, Model model, HttpServletResponse response, Function<CampaignWish, String> done) {
        try {
            if (form.banks() == null || form.banks().isEmpty()) {
                throw Refused.invalid("missing-field", say("campaign.tick-at-least-one-bank"), Map.of("banks", "missing"));
            }
            return done.apply(form.wish());
        } catch (Refused wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("start", choices.of(filter, form, null, wrong.getMessage()));
            return FORM;
        }
    }
}
