package io.portolan.campaign;

import io.portolan.campaign.Campaign.State;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses, resumes and cancels campaigns, and gives banks another turn; what was begun goes on by itself. */
@Component
public class SteerCampaign {

    private final JdbcCampaigns campaigns;
    private final JdbcCampaignItems items;
    private final ReleaseCampaign release;
    private final Journal journal;

    SteerCampaign(JdbcCampaigns campaigns, JdbcCampaignItems items, ReleaseCampaign release, Journal journal) {
        this.release = release;
        this.campaigns = campaigns;
        this.items = items;
        this.journal = journal;
    }

    /** Begins no more until it is resumed; {@code campaign-not-running} where it does not begin any now. */
    @Transactional
    public Campaign pause(String id, String actor) {
        return moved(id, Set.of(State.RUNNING), State.PAUSED, "campaign-not-running", "campaign-paused", actor);
    }

    /**
     * Goes on; {@code campaign-not-paused} where it is not paused. One that waits for a second person is asked about anew where nobody has decided in time, and begins where nobody is to be asked
     * any more, such as by other settings.
     *
     * @throws io.portolan.access.SecondPersonNeeded where it waits for a second person
     */
    @Transactional
    public Campaign resume(String id, String actor) {
        campaigns.find(id).filter(campaign -> campaign.state() == State.AWAITS_APPROVAL).ifPresent(campaign -> release.ask(campaign, actor));
        return moved(id, Set.of(State.AWAITS_APPROVAL, State.PAUSED), State.RUNNING, "campaign-not-paused", "campaign-resumed", actor);
    }

    /** Begins no more for good; {@code campaign-over} where nothing is left to begin. */
    @Transactional
    public Campaign cancel(String id, String actor) {
        return moved(id, Set.of(State.AWAITS_APPROVAL, State.RUNNING, State.PAUSED), State.CANCELLED, "campaign-over", "campaign-cancelled", actor);
    }

    private Campaign moved(String id, Set<State> from, State to, String code, String act, String actor) {
        var campaign = campaigns.lock(id);
        if (!from.contains(campaign.state())) {
            throw Refused.conflict(code, "This campaign is " + said(campaign.state()) + ".", Map.of("campaign", id, "state", word(campaign.state())));
        }
        campaigns.state(id, to);
        journal.write(Act.by(actor, campaign.chain(), act, null));
        return campaigns.find(id).orElseThrow();
    }

    /**
     * Gives a bank, or {@code bank:branch}, another turn that was skipped, refused, or whose onboarding has ended without access; a campaign that had begun all goes on with it.
     *
     * @throws Refused with codes {@code unknown-campaign}, {@code unknown-item}, {@code nothing-to-retry}, {@code campaign-over}
     */
    @Transactional
    public CampaignItem retry(String id, String bank, String actor) {
        var target = CampaignTarget.of(bank);
        var campaign = campaigns.lock(id);
        var item = items.find(id, target).orElseThrow(() -> Refused.notFound("unknown-item", "The bank \"" + bank + "\" is not in this campaign."));
        if (campaign.state() == State.CANCELLED) {
            throw Refused.conflict("campaign-over", "This campaign is cancelled and begins no more.", Map.of("campaign", id));
        }
        if (!item.standing().mayBeRetried()) {
            throw Refused.conflict("nothing-to-retry", item.standing() == Standing.NOT_STARTED ? "Its turn is still to come." : "It has begun, and it has not ended without access.",
                    Map.of("campaign", id));
        }
        items.again(id, target);
        if (campaign.state() == State.ALL_BEGUN) {
            campaigns.state(id, State.RUNNING);
        }
        journal.write(Act.by(actor, campaign.chain(), "campaign-item-retried", bank + " has another turn."
                + (item.reason() == null ? "" : " Before: " + item.reason())));
        return items.find(id, target).orElseThrow();
    }

    private static String said(State state) {
        return switch (state) {
            case AWAITS_APPROVAL -> "waiting for a second person";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case CANCELLED -> "cancelled";
            case ALL_BEGUN -> "at its end: all is begun";
        };
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
