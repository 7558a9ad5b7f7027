package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.campaign.CampaignWish;
import io.portolan.campaign.StartCampaign;
import io.portolan.certificate.Certificate;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign that looks at all banks at once finds what a look at each finds, and does not keep whoever asks waiting. */
class LooksAtManyBanksIT extends ApiStory {

    /** A fifth of a second by itself; it was three, and the machine may be busy with other things. */
    private static final long AT_MOST = 1_000;

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
    void looksAtAllBanksInAMomentAndMakesTheCampaignAsFast() {
        var tpp = aTpp();
        takeLive(tpp);
        var wish = new CampaignWish(tpp, null, new CampaignWish.Filter(null, null, null, null, null, null, true), "live", List.of("AIS", "PIS"), null, 1, 1, null);
        var banks = campaigns.look(wish, "user:story").banks();
        assertThat(banks).hasSizeGreaterThan(150);

        assertThat(fastest(() -> campaigns.look(wish, "user:story"))).as("ms for a look at " + banks.size()).isLessThan(AT_MOST);
        var made = System.nanoTime();
        var campaign = campaigns.with(wish, "user:story");
        assertThat((System.nanoTime() - made) / 1_000_000).as("ms until it is made").isLessThan(AT_MOST);
        ok(operator.post(API + "campaigns/" + campaign.id() + "/cancellation", ""));
    }

    /** Of some times, since whatever else the machine does is not of interest here. */
    private static long fastest(Runnable work) {
        return IntStream.range(0, 5).mapToLong(time -> {
            var begun = System.nanoTime();
            work.run();
            return (System.nanoTime() - begun) / 1_000_000;
        }).min().orElseThrow();
    }
}
