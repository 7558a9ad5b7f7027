package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.campaign.CampaignWish;
import io.portolan.campaign.StartCampaign;
import io.portolan.database.OneLook;
import io.portolan.onboarding.AskedFacts;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign that looks at all banks at once finds what a look at each finds, and asks the database no more often than for a few. */
class LooksAtManyBanksIT extends ApiStory {

    /** Of questions, at most: many banks ask for documents and accounts that ten of them do not ask for. */
    private static final int FURTHER_KINDS = 10;

    @Autowired StartCampaign campaigns;
    @Autowired Preflight preflight;
    @Autowired Playbooks playbooks;
    @Autowired AskedFacts facts;

    @Test
    void findsInOneLookWhatALookAtEachFinds() {
        var tpp = aTpp();
        takeLive(tpp);
        takeFormer(tpp);
        ScriptedMeans.next(tpp, "approval", PENDING);
        awaitStatus(start(tpp, "AIS").id(), Status.WAITING_FOR_BANK);
        awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);
        ok(operator.call("PUT", API + "tpps/" + tpp + "/certificates/choices", "{\"certificate\": \"" + takeLive(tpp) + "\", \"bank\": \"xx-weir\"}"));
        supplyAFact(tpp);

        var one = OneLook.during(() -> all(tpp));
        assertThat(one).hasSizeGreaterThan(150).isEqualTo(all(tpp));
        assertThat(one.values()).anyMatch(found -> found.contains("already-onboarding")).anyMatch(found -> found.contains("services-added")).anyMatch(found -> found.contains("fact-there"));
    }

    /** The first that some bank asks for at all of its branches. */
    private void supplyAFact(String tpp) {
        for (var each : playbooks.all()) {
            for (var environment : each.playbook().environments().keySet()) {
                var asked = looked(request(tpp, each, environment)).stream().flatMap(found -> found.report().warnings().stream()).filter(found -> found.code().equals("fact-open"))
                        .filter(found -> !each.playbook().ask().get(found.about()).byBranch()).findFirst();
                if (asked.isPresent()) {
                    facts.supply(each.playbook().bank(), environment, null, asked.get().about(), each.playbook().ask().get(asked.get().about()).mayBe("x") ? "x" : "3600", "a story", "user:story");
                    return;
                }
            }
        }
    }

    private Optional<Preflight.Looked> looked(StartRequest request) {
        try {
            return Optional.of(preflight.of(request));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static StartRequest request(String tpp, Playbooks.Versioned playbook, String environment) {
        return new StartRequest(tpp, playbook.playbook().bank(), null, environment, null, List.of("AIS", "PIS"), null);
    }

    /** What is found, by bank and environment. */
    private Map<String, String> all(String tpp) {
        var found = new TreeMap<String, String>();
        playbooks.all().forEach(each -> each.playbook().environments().keySet().forEach(environment ->
                found.put(each.playbook().bank() + "/" + environment, said(request(tpp, each, environment)))));
        return found;
    }

    private String said(StartRequest request) {
        try {
            return String.valueOf(preflight.of(request));
        } catch (Refused refused) {
            return refused.code() + ": " + refused.getMessage();
        }
    }

    @Test
    void asksTheDatabaseAsOftenForAllBanksAsForTen() {
        var tpp = aTpp();
        takeLive(tpp);
        takeFormer(tpp);
        supplyAFact(tpp);
        var all = wish(tpp, null, new CampaignWish.Filter(null, null, null, null, null, null, true));
        var banks = look(all).banks().stream().map(bank -> bank.target().bank()).distinct().toList();
        var ten = wish(tpp, banks.subList(0, 10), null);
        assertThat(look(ten).banks()).hasSizeBetween(10, 20);
        assertThat(look(all).banks()).hasSizeGreaterThan(150);

        try (var asked = new AskedStatements()) {
            look(ten);
            var toLookAtTen = asked.taken().size();
            look(all);
            assertThat(asked.taken()).as("what a look at %d banks asks", banks.size()).hasSizeLessThan(toLookAtTen + FURTHER_KINDS);

            make(ten);
            var toMakeTen = asked.taken().size();
            make(all);
            assertThat(asked.taken()).as("what making a campaign of %d banks asks", banks.size()).hasSizeLessThan(toMakeTen + FURTHER_KINDS);
        }
    }

    private static CampaignWish wish(String tpp, List<String> banks, CampaignWish.Filter filter) {
        return new CampaignWish(tpp, banks, filter, "live", List.of("AIS", "PIS"), null, 1, 1, null);
    }

    private StartCampaign.Preview look(CampaignWish wish) {
        return campaigns.look(wish, "user:story");
    }

    private void make(CampaignWish wish) {
        var campaign = campaigns.with(wish, "user:story");
        // few banks may all be begun by now, and then it is over
        assertThat(operator.post(API + "campaigns/" + campaign.id() + "/cancellation", "").status()).isIn(200, 409);
    }
}
