package io.portolan.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The campaigns there are. */
public interface Campaigns {

    /** The campaign of this id. */
    Optional<Campaign> find(String id);

    /** A page of them, newest first, from the cursor on. */
    Page page(String cursor, int limit);

    /** The banks of a campaign that stand so, by their ids; a standing that is null fits all. */
    List<CampaignItem> items(String campaign, Standing standing);

    /** How many banks of each of these campaigns stand how; what is none is left out. */
    Map<String, Map<Standing, Integer>> counts(Collection<String> campaigns);

    /** The legs that the onboardings of a campaign are at, as far as these are not over. */
    List<At> whereTheyAre(String campaign);

    /** A page and the cursor of the next one, or null. */
    record Page(List<Campaign> items, String next) { }

    /** The leg that an onboarding is at, for the target that is written so, and the playbook that tells of it. */
    record At(String target, String bank, String environment, String route, String version, String leg) { }
}
