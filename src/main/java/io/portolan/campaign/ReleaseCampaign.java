package io.portolan.campaign;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.campaign.Campaign.State;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.LiveEnvironments;
import io.portolan.playbook.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds campaigns at live banks until a second person has agreed, where one is asked. */
@Component
class ReleaseCampaign implements Deed {

    private final JdbcCampaigns campaigns;
    private final JdbcCampaignItems items;
    private final LiveEnvironments environments;
    private final SecondPerson secondPerson;
    private final Journal journal;

    ReleaseCampaign(JdbcCampaigns campaigns, JdbcCampaignItems items, LiveEnvironments environments, SecondPerson secondPerson, Journal journal) {
        this.campaigns = campaigns;
        this.items = items;
        this.environments = environments;
        this.secondPerson = secondPerson;
        this.journal = journal;
    }

    /** Keeps one that was just made from beginning, where somebody is to agree first; part of the transaction that makes it. */
    void hold(String campaign) {
        if (secondPerson.needed(this, campaign, Map.of()).isPresent()) {
            campaigns.state(campaign, State.AWAITS_APPROVAL);
        }
    }

    /** Asks for one that is held, throwing {@link io.portolan.access.SecondPersonNeeded}; comes back for any other, and where nobody is to be asked any more. */
    void ask(Campaign campaign, String actor) {
        if (campaigns.find(campaign.id()).filter(kept -> kept.state() == State.AWAITS_APPROVAL).isPresent()) {
            secondPerson.before(this, campaign.id(), Map.of(), "The campaign \"" + campaign.name() + "\".", actor);
        }
    }

    @Override
    public String deed() {
        return "start-campaign";
    }

    @Override
    public Guarded act() {
        return Guarded.CAMPAIGN;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        return campaigns.find(object).filter(campaign -> campaign.state() == State.AWAITS_APPROVAL || campaign.state() == State.RUNNING)
                .flatMap(campaign -> asked(campaign, items.of(object)));
    }

    private Optional<Asked> asked(Campaign campaign, List<CampaignItem> banks) {
        var live = banks.stream().filter(item -> item.environment() != null && environments.isLive(item.target().bank(), item.environment())).toList();
        return live.isEmpty() ? Optional.empty() : Optional.of(new Asked(campaign.tpp(), campaign.chain(),
                "Start the campaign \"" + campaign.name() + "\" for " + campaign.tpp(),
                "Portolan begins live onboardings at up to " + live.size() + (live.size() == 1 ? " bank" : " banks") + " by itself, at most " + campaign.startsPerHour()
                        + " in an hour. What was begun goes on, whatever becomes of the campaign.", "/campaigns/" + campaign.id(),
                List.of(new Fact("TPP", campaign.tpp()), new Fact("Environment", campaign.environment()),
                        new Fact("Services", campaign.services().stream().map(Service::name).sorted().collect(Collectors.joining(", "))),
                        new Fact("Application", campaign.application() == null ? "main" : campaign.application()),
                        new Fact("Banks", banks.stream().map(item -> item.target().written()).sorted().collect(Collectors.joining(", "))),
                        new Fact("At once", String.valueOf(campaign.atOnce()))), "", List.of()));
    }

    @Override
    public boolean carryOut(Approval approval) {
        if (campaigns.lock(approval.object()).state() == State.AWAITS_APPROVAL) {
            campaigns.state(approval.object(), State.RUNNING);
            journal.write(Act.ofPortolan(Campaign.chain(approval.object()), "campaign-released", null, null, "Approved by " + approval.decidedBy() + "."));
        }
        return true;
    }

    /** One that nobody has decided on in time may be asked about anew; one that somebody did not want is over. */
    @Override
    public boolean over(Approval approval) {
        var isWanted = approval.state() == Approval.State.EXPIRED || approval.state() == Approval.State.VOID;
        if (!isWanted && campaigns.lock(approval.object()).state() == State.AWAITS_APPROVAL) {
            campaigns.state(approval.object(), State.CANCELLED);
            journal.write(Act.ofPortolan(Campaign.chain(approval.object()), "campaign-cancelled", null, null, "No second person has agreed to it."));
        }
        return true;
    }
}
