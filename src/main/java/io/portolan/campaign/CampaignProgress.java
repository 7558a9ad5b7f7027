package io.portolan.campaign;

import io.portolan.playbook.Leg;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How far a campaign is. */
@Component
public class CampaignProgress {

    private final JdbcCampaigns campaigns;
    private final JdbcCampaignItems items;
    private final Playbooks playbooks;

    CampaignProgress(JdbcCampaigns campaigns, JdbcCampaignItems items, Playbooks playbooks) {
        this.campaigns = campaigns;
        this.items = items;
        this.playbooks = playbooks;
    }

    /**
     * How far it is.
     *
     * @param standings how many banks stand how; what is none is left out
     * @param stages how many onboardings that are under way are at which stage
     * @param nextStart when the next one may begin at the earliest; null where nothing is to begin, or it may begin at once
     * @param isFull whether as many are under way as may be at a time
     */
    public record Progress(Map<Standing, Integer> standings, Map<Stage, Integer> stages, Instant nextStart, boolean isFull) {

        /** How many banks it has. */
        public int banks() {
            return standings.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How far this one is. */
    public Progress of(Campaign campaign) {
        var standings = campaigns.counts(List.of(campaign.id())).getOrDefault(campaign.id(), Map.of());
        var stages = new EnumMap<Stage, Integer>(Stage.class);
        stages(campaign.id()).values().forEach(stage -> stages.merge(stage, 1, Integer::sum));
        var begins = campaign.state() == Campaign.State.RUNNING && standings.containsKey(Standing.NOT_STARTED);
        var pace = items.pace(campaign);
        return new Progress(standings, stages, begins ? pace.next() : null, begins && pace.busy() >= campaign.atOnce());
    }

    /** At which stage each bank of a campaign is whose onboarding is under way, by how its target is written. */
    public Map<String, Stage> stages(String campaign) {
        var stages = new TreeMap<String, Stage>();
        campaigns.whereTheyAre(campaign).forEach(at -> stage(at).ifPresent(stage -> stages.put(at.target(), stage)));
        return stages;
    }

    private Optional<Stage> stage(Campaigns.At at) {
        return playbooks.version(at.bank(), at.version()).map(version -> version.playbook().environments().get(at.environment()))
                .flatMap(environment -> environment.route(at.route())).flatMap(route -> route.leg(at.leg())).map(Leg::stage);
    }
}
