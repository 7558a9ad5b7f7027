package io.portolan.campaign;

import java.util.List;

/**
 * The wish for a campaign, as it came in; what is null takes its default.
 *
 * @param banks the ids of the banks, or {@code id:branch} for one branch of a bank whose branches register us each by itself; null where a filter chooses them
 * @param environment the name of one, or {@code live} or {@code test}
 * @param startsPerHour how many may begin in an hour at most, 1 to 3600; 60 where it is null
 * @param atOnce how many may keep Portolan and our people busy at a time, 1 to 1000; 20 where it is null
 */
public record CampaignWish(String tpp, List<String> banks, Filter filter, String environment, List<String> services, String application,
        Integer startsPerHour, Integer atOnce, String name) {

    /**
     * Banks as the catalogue finds them; what is null fits all.
     *
     * @param q parts of names, or a BIC
     * @param byHand whether banks without a playbook are meant, too, where people do every stage
     */
    public record Filter(String q, String country, String standard, String means, String asks, String state, Boolean byHand) { }
}
