package io.portolan.api;

import io.portolan.campaign.Campaign;
import io.portolan.campaign.CampaignItem;
import io.portolan.campaign.BankLook;
import io.portolan.campaign.CampaignProgress;
import io.portolan.campaign.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A campaign and how far it is.
 *
 * @param state {@code running}, {@code paused}, {@code cancelled} or {@code all-begun}
 * @param counts how many of its banks stand how, all standings
 * @param stages how many onboardings that are under way are at which stage; only of one campaign, not in lists
 * @param nextStart when the next onboarding may begin at the earliest, or null; only of one campaign
 */
record CampaignView(String id, String name, String tpp, String environment, List<String> services, String application, int startsPerHour, int atOnce,
        String state, String createdBy, Instant createdAt, Instant updatedAt, int banks, Map<String, Integer> counts, Map<String, Integer> stages, Instant nextStart) {

    static CampaignView item(Campaign campaign, Map<Standing, Integer> counts) {
        return of(campaign, counts, null, null);
    }

    static CampaignView of(Campaign campaign, CampaignProgress.Progress progress) {
        var stages = new LinkedHashMap<String, Integer>();
        progress.stages().forEach((stage, number) -> stages.put(Words.of(stage), number));
        return of(campaign, progress.standings(), stages, progress.nextStart());
    }

    private static CampaignView of(Campaign campaign, Map<Standing, Integer> standings, Map<String, Integer> stages, Instant nextStart) {
        var counts = new LinkedHashMap<String, Integer>();
        Arrays.stream(Standing.values()).forEach(standing -> counts.put(Words.of(standing), standings.getOrDefault(standing, 0)));
        return new CampaignView(campaign.id(), campaign.name(), campaign.tpp(), campaign.environment(), Words.of(campaign.services()), campaign.application(),
                campaign.startsPerHour(), campaign.atOnce(), Words.of(campaign.state()), campaign.by(), campaign.createdAt(), campaign.changedAt(),
                standings.values().stream().mapToInt(Integer::intValue).sum(), counts, stages, nextStart);
    }

    /**
     * A bank of a campaign.
     *
     * @param branch where each branch of the bank registers us by itself, or null
     * @param state how it stands
     * @param code why it was skipped or refused, or null
     * @param onboarding what it has begun, or what is under way there already
     */
    record ItemView(String bank, String branch, String environment, String state, String code, String reason, List<PreflightFindingView> findings, String onboarding,
            String registration, Instant startedAt, Instant updatedAt) {

        static ItemView of(CampaignItem item) {
            return new ItemView(item.target().bank(), item.target().branch(), item.environment(), Words.of(item.standing()), item.code(), item.reason(),
                    item.findings().stream().map(PreflightFindingView::of).toList(), item.onboarding(), item.registration(), item.startedAt(), item.changedAt());
        }
    }

    /**
     * What would become of a bank.
     *
     * @param verdict {@code start}, {@code skip} or {@code refuse}
     */
    record LookView(String bank, String branch, String environment, String verdict, String code, String reason, List<PreflightFindingView> findings, String onboarding, String registration) {

        static LookView of(BankLook look) {
            return new LookView(look.target().bank(), look.target().branch(), look.environment(), Words.of(look.verdict()), look.code(), look.reason(),
                    look.findings().stream().map(PreflightFindingView::of).toList(), look.onboarding(), look.registration());
        }
    }
}
