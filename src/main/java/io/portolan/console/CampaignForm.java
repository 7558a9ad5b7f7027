package io.portolan.console;

import io.portolan.campaign.CampaignWish;
import java.util.List;

/**
 * What was chosen in the form that starts a campaign, so far.
 *
 * @param sent whether the form itself was sent, so that no bank means none
 */
record CampaignForm(String tpp, List<String> banks, String environment, List<String> services, String application, Integer startsPerHour, Integer atOnce, String name,
        Boolean sent) {

    boolean isSent() {
        return Boolean.TRUE.equals(sent);
    }

    CampaignWish wish() {
        return new CampaignWish(tpp, banks == null ? List.of() : banks, null, environment, services, application, startsPerHour, atOnce, name);
    }
}
