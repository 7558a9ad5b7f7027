package io.portolan.stories;

import io.portolan.portal.RealBrowser;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kill it at any moment, start it again: the bank has one application, and we have its secret. */
class SurvivesKillsIT {

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    private static final List<String> LEGS = List.of("sign-up", "read-confirmation", "confirm-email", "create-application",
            "subscribe-apis", "approval", "collect-credentials", "organisation-id", "verify-access");
    private static final List<String> ACTS = List.of("sign-up", "create-application", "collect-credentials");

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

        onboarding.dieAt("intended:sign-up");
        onboarding.killWhen("the bank has just got our application", bank -> bank.counts().applications() == 1);
        onboarding.dieAt("result-kept:create-application");
        onboarding.dieAtAfterTheBank("happened:collect-credentials", "we have subscribed", bank -> bank.counts().subscriptions() == 2);
        onboarding.dieAt("in-vault:client-secret");
        onboarding.dieAt("moved:collect-credentials");

        var whole = onboarding.finish();
        whole.isProven();
        assertThat(whole.secretsGenerated()).as("the first was shown and lost with the kill, the second is ours").isEqualTo(2);

        var again = onboarding.finish();
        assertThat(again.said()).contains("nothing is registered twice");
        again.isProven();
        assertThat(again.secretsGenerated()).isEqualTo(2);
    }

    /** All of them, or those that fit the pattern in the system property {@code kill-at}. */
    static Stream<String> everyPoint() {
        var wanted = Pattern.compile(System.getProperty("kill-at", ""));
        return Stream.of(
                ACTS.stream().flatMap(leg -> Stream.of("intent-open:", "intended:", "clicked:", "happened:").map(moment -> moment + leg)),
                Stream.of("password", "confirmation-link", "api-key", "client-secret").map(secret -> "in-vault:" + secret),
                Stream.of("confirmation-link", "client-id", "api-key", "client-secret", "organisation-id").map(name -> "captured:" + name),
                Stream.of("woken-open:approval", "woken:approval"),
                LEGS.stream().flatMap(leg -> Stream.of("result-open:", "result-kept:", "move-open:", "moved:").map(moment -> moment + leg)))
                .flatMap(points -> points).filter(point -> wanted.matcher(point).find());
    }

    @Tag("chaos")
    @ParameterizedTest
    @MethodSource("everyPoint")
    void goesOnAfter(String point) {
        onboarding = new KilledOnboarding(folder);

        onboarding.dieAt(point);

        onboarding.finish().isProven();
    }
}
