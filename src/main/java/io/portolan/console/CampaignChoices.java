package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.campaign.BankLook;
import io.portolan.campaign.StartCampaign;
import io.portolan.onboarding.FindBanks;
import io.portolan.onboarding.PreflightReport.Finding;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.Service;
import io.portolan.tpp.Tpps;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may be chosen for a campaign, given what was chosen before, and what would become of it. */
@Component
class CampaignChoices {

    private static final Set<String> USUAL = Set.of("AIS", "PIS");

    private final Tpps tpps;
    private final FindBanks find;
    private final Catalogue catalogue;

    CampaignChoices(Tpps tpps, FindBanks find, Catalogue catalogue) {
        this.tpps = tpps;
        this.find = find;
        this.catalogue = catalogue;
    }

    /** The form; what was looked at may be null. */
    record NewView(BanksView banks, CampaignForm form, List<BanksView.Choice> tpps, List<BankChoice> choices, List<BanksView.Choice> environments, List<BanksView.Choice> services,
            int startsPerHour, int atOnce, PreviewView preview, String wrong) { }

    /** A bank to tick. */
    record BankChoice(String id, String name, String countries, boolean isByHand, boolean isChosen) { }

    /** What would become of the campaign. */
    record PreviewView(long start, long skip, long refuse, List<LookView> notStarted) { }

    /** A bank that would not start, and why. */
    record LookView(String bank, String bankName, BadgeView verdict, String reason, List<String> findings, String onboarding, String registration) { }

    NewView of(BanksView.Filter filter, CampaignForm form, StartCampaign.Preview preview, String wrong) {
        var all = find.like(BankSearch.ALL, null);
        var banks = BanksView.of(filter, filter.isSet() ? find.like(filter.search(), filter.wanted()) : all, all);
        var ours = tpps.all();
        return new NewView(banks, form,
                ours.stream().map(tpp -> new BanksView.Choice(tpp.id(), tpp.profile().legalName() + " (" + tpp.id() + ")", tpp.id().equals(form.tpp()) || ours.size() == 1)).toList(),
                banks.rows().stream().map(row -> new BankChoice(row.id(), row.name(), row.countries(), row.isKnownOnly(), isTicked(form, filter, row))).toList(),
                environments(form.environment()),
                Arrays.stream(Service.values()).map(service -> new BanksView.Choice(service.name(), label(service),
                        form.isSent() ? form.services() != null && form.services().contains(service.name()) : USUAL.contains(service.name()))).toList(),
                form.startsPerHour() == null ? 60 : form.startsPerHour(), form.atOnce() == null ? 20 : form.atOnce(), preview == null ? null : preview(preview), wrong);
    }

    /** For a kind each bank's first of it, or those of a name. */
    private List<BanksView.Choice> environments(String chosen) {
        var named = catalogue.environmentNames().stream().filter(name -> !CampaignView.KINDS.contains(name)).toList();
        return Stream.concat(CampaignView.KINDS.stream(), named.stream())
                .map(name -> new BanksView.Choice(name, CampaignView.environment(name), name.equals(chosen) || chosen == null && name.equals("test"))).toList();
    }

    /** What was looked for is ticked, but not what people would have to do by hand. */
    private static boolean isTicked(CampaignForm form, BanksView.Filter filter, BanksView.Row row) {
        return form.isSent() ? form.banks() != null && form.banks().contains(row.id()) : filter.isSet() && !row.isKnownOnly();
    }

    private static String label(Service service) {
        return switch (service) {
            case AIS -> say("campaign.ais");
            case PIS -> say("campaign.pis");
            case CAF -> say("campaign.caf");
        };
    }

    private PreviewView preview(StartCampaign.Preview preview) {
        return new PreviewView(preview.count(BankLook.Verdict.START), preview.count(BankLook.Verdict.SKIP), preview.count(BankLook.Verdict.REFUSE),
                preview.banks().stream().filter(look -> look.verdict() != BankLook.Verdict.START).map(look -> new LookView(look.target().written(), catalogue.targetName(look.target()),
                        look.verdict() == BankLook.Verdict.SKIP ? new BadgeView("skip", say("campaign.skipped"), "quiet") : new BadgeView("refuse", say("campaign.refused"), "rejected"),
                        look.reason(), look.findings().stream().map(Finding::sentence).toList(), look.onboarding(), look.registration())).toList());
    }
}
