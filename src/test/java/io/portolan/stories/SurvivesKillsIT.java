package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.BesideOthers;
import io.portolan.portal.RealBrowser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill it at any moment, start it again: each bank has one application, and we have its secret. */
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

        onboarding.dieAt("captured:client-id", List.of("xx-shipyard"));
        onboarding.dieAt("intended:sign-up");
        onboarding.dieAt("in-vault:confirmation-link");
        onboarding.killWhen("the bank has just got our application", bank -> bank.counts().applications() == 1);
        onboarding.dieAtAfterTheBank("happened:collect-credentials", "we have subscribed", bank -> bank.counts().subscriptions() == 2);
        onboarding.dieAt("in-vault:client-secret");
        onboarding.dieAt("moved:collect-credentials");

        var whole = onboarding.finish();
        whole.isProven();
        assertThat(onboarding.clientsByApi()).isEqualTo(2);
        assertThat(whole.secretsGenerated()).as("the first was shown and lost with the kill, the second is ours").isEqualTo(2);

        var again = onboarding.finish();
        assertThat(again.said()).contains("nothing is registered twice");
        again.isProven();
        assertThat(again.secretsGenerated()).isEqualTo(2);
    }
}
