package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.BesideOthers;
import io.portolan.portal.RealBrowser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill it at any moment, start it again: each bank has one application, we have its secret, and a campaign begins each of its banks once. */
@BesideOthers
class SurvivesKillsIT {

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    @TempDir
    Path folder;
    private KilledOnboarding onboarding;

    @AfterEach
    void leaveNothingRunning() {
        onboarding.close();
    }

    @Test
    void goesOnWhereItDied() {
        onboarding = new KilledOnboarding(folder);

        onboarding.dieInACampaignAt("xx-shipyard@captured:client-id", "xx-anchorage@moved:first-call", "xx-harbour@intended:sign-up", "begun-open:at-volksbanken");
        onboarding.dieAt("in-vault:confirmation-link", "begun:be-beobank");
        onboarding.killWhen("the bank has just got our application", bank -> bank.counts().applications() == 1);
        onboarding.dieAtAfterTheBank("happened:collect-credentials", "we have subscribed", bank -> bank.counts().subscriptions() == 2);
        onboarding.dieAt("in-vault:client-secret");

        var whole = onboarding.finish();
        whole.isProven();
        assertThat(whole.said()).contains("nothing is registered twice");
        assertThat(onboarding.clientsByApi()).isEqualTo(2);
        assertThat(whole.secretsGenerated()).as("the first was shown and lost with the kill, the second is ours").isEqualTo(2);
    }
}
