package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.campaign.Campaign;
import io.portolan.campaign.CampaignItem;
import io.portolan.campaign.Standing;
import io.portolan.onboarding.PreflightReport.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A campaign as the pages show it; its bar is drawn of segments of which the widths add up to 1000, and says the same in words. */
record CampaignView(String id, String name, String tpp, String environment, String services, String application, int startsPerHour, int atOnce, BadgeView state,
        String by, TimeView createdAt, int banks, List<Count> counts, List<Segment> bar, String said) {

    /** Words for each bank's first environment of a kind; any other word is the name of environments. */
    static final List<String> KINDS = List.of("test", "live");
    private static final int WHOLE = 1000;

    /** How many banks stand so. */
    record Count(BadgeView standing, int number) { }

    /** A piece of the bar. */
    record Segment(String tone, int x, int width) { }

    /** A bank of a campaign. */
    record Item(String target, String bank, String bankName, String environment, BadgeView standing, String stage, String reason, List<String> findings, String onboarding, String registration,
            boolean mayBeRetried, TimeView changedAt) {

        static Item of(CampaignItem item, String bankName, String stage, boolean isOver, Instant now) {
            return new Item(item.target().written(), item.target().bank(), bankName, item.environment(), badge(item.standing()), stage, item.reason(), item.findings().stream().map(Finding::sentence).toList(),
                    item.onboarding(), item.registration(), !isOver && item.standing().mayBeRetried(), TimeView.of(item.changedAt(), now));
        }
    }

    static CampaignView of(Campaign campaign, Map<Standing, Integer> standings, Instant now) {
        var banks = standings.values().stream().mapToInt(Integer::intValue).sum();
        var counts = Arrays.stream(Standing.values()).filter(standings::containsKey).map(standing -> new Count(badge(standing), standings.get(standing))).toList();
        return new CampaignView(campaign.id(), campaign.name(), campaign.tpp(), environment(campaign.environment()), Wording.joined(campaign.services()), campaign.application(),
                campaign.startsPerHour(), campaign.atOnce(), badge(campaign.state()), Wording.actor(campaign.by()), TimeView.of(campaign.createdAt(), now), banks, counts,
                bar(standings, banks), counts.stream().map(count -> count.number() + " " + count.standing().label().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
    }

    /** Which environments a campaign means, in words. */
    static String environment(String wanted) {
        return switch (wanted) {
            case "test" -> say("campaign.environment-test");
            case "live" -> say("campaign.environment-live");
            default -> say("campaign.environment-named", wanted);
        };
    }

    /** From what is done over what is under way to what has not started; rounding leaves no gap. */
    private static List<Segment> bar(Map<Standing, Integer> standings, int banks) {
        var bar = new ArrayList<Segment>();
        var order = List.of(Standing.DONE, Standing.RUNNING, Standing.WAITING_FOR_US, Standing.WAITING_FOR_BANK, Standing.WAITING_FOR_OTHER, Standing.ON_HOLD,
                Standing.REJECTED, Standing.FAILED, Standing.REFUSED, Standing.WITHDRAWN, Standing.SKIPPED);
        var before = 0;
        for (var standing : order) {
            var number = standings.getOrDefault(standing, 0);
            if (number > 0) {
                var x = before * WHOLE / banks;
                bar.add(new Segment(badge(standing).tone(), x, (before + number) * WHOLE / banks - x));
                before += number;
            }
        }
        return bar;
    }

    static BadgeView badge(Standing standing) {
        var word = Wording.word(standing);
        return switch (standing) {
            case NOT_STARTED -> new BadgeView(word, say("campaign.not-started"), "quiet");
            case RUNNING -> new BadgeView(word, say("campaign.running"), "active");
            case WAITING_FOR_US -> new BadgeView(word, say("wording.waiting-for-us"), "person");
            case WAITING_FOR_BANK -> new BadgeView(word, say("wording.waiting-for-the-bank"), "waiting");
            case WAITING_FOR_OTHER -> new BadgeView(word, say("wording.waiting-for-others"), "waiting");
            case ON_HOLD -> new BadgeView(word, say("campaign.on-hold"), "quiet");
            case DONE -> new BadgeView(word, say("wording.done"), "done");
            case REJECTED -> new BadgeView(word, say("wording.rejected"), "rejected");
            case WITHDRAWN -> new BadgeView(word, say("campaign.withdrawn"), "quiet");
            case FAILED -> new BadgeView(word, say("campaign.failed"), "rejected");
            case SKIPPED -> new BadgeView(word, say("campaign.skipped"), "quiet");
            case REFUSED -> new BadgeView(word, say("campaign.refused"), "rejected");
        };
    }

    static BadgeView badge(Campaign.State state) {
        var word = Wording.word(state);
        return switch (state) {
            case AWAITS_APPROVAL -> new BadgeView(word, say("campaign.awaits-approval"), "person");
            case RUNNING -> new BadgeView(word, say("campaign.running"), "active");
            case PAUSED -> new BadgeView(word, say("campaign.paused"), "waiting");
            case CANCELLED -> new BadgeView(word, say("campaign.cancelled"), "quiet");
            case ALL_BEGUN -> new BadgeView(word, say("campaign.all-begun"), "done");
        };
    }
}
