package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.certificate.Certificate;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sandbox onboarding that is done is taken to production from its page, which shows before what differs there. */
class GoesLiveByPageIT extends ApiStory {

    @Test
    void showsWhatDiffersInProductionBeforeItStartsThere() {
        var tpp = aTpp();
        var sandbox = awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);
        var person = admin();
        var link = "/onboardings/" + sandbox.id() + "/elsewhere?environment=production";
        assertThat(person.get("/onboardings/" + sandbox.id()).text()).contains("Do the same in production");

        var page = person.get(link).text();
        assertThat(page).contains("This environment is live: what is done there counts.", "only there", "different", "What is missing for it")
                .contains("Nobody has supplied it yet");
        assertThat(onboardings.page(new Onboardings.Filter(tpp, "xx-jetty", "production", null), null, 5).items()).as("looking starts nothing").isEmpty();

        var act = "/onboardings/" + sandbox.id() + "/elsewhere";
        var refused = person.submit(link, act, Map.of("environment", "production"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("alert-danger", "What is missing for it");

        takeLiveQwac(tpp);
        var begun = person.submit(link, act, Map.of("environment", "production"));
        assertThat(begun.status()).isEqualTo(302);
        var production = onboardings.page(new Onboardings.Filter(tpp, "xx-jetty", "production", null), null, 5).items();
        assertThat(production).singleElement().satisfies(one -> assertThat(one.from()).isEqualTo(sandbox.id()));
        assertThat(person.get("/onboardings/" + production.get(0).id()).text()).contains("Made from");
        assertThat(person.submit(link, act, Map.of("environment", "production")).status()).as("running already").isEqualTo(422);
    }

    private void takeLiveQwac(String tpp) {
        var issued = authority().qwac(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(tpp, Certificate.Kind.QWAC, "live", "Live QWAC of " + tpp, issued.chainPem(), key, "user:story");
        }
    }
}
