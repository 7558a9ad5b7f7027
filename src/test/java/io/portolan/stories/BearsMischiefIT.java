package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.portal.RealBrowser;
import io.portolan.simulator.BankControl;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of mischief at every simulated bank, in Chromium: the onboarding is done or waits, and the bank has nothing
 * twice. Run by {@code mvn verify -Pstories}.
 */
@Tag("stories")
class BearsMischiefIT extends CoastStory {

    private static final Map<String, Map<String, Object>> KINDS = Map.of(
            "a renamed label", Map.of("renamedLabel", true),
            "slow pages", Map.of("slowPages", 800, "slowShare", 0.5),
            "errors of the server", Map.of("serverErrors", 0.05, "seed", 7),
            "sessions that expire", Map.of("expiredSessions", 0.05, "seed", 11),
            "mails that come twice", Map.of("mailTwice", 1),
            "mails that come late", Map.of("mailDelay", 4000),
            "calls without an answer", Map.of("lostCalls", 0.1, "seed", 5),
            "maintenance now and then", Map.of("maintenances", 0.05, "seed", 13));

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    static Stream<Arguments> rows() {
        return WORLD.banks().flatMap(bank -> bank.addresses().playbookIds().stream())
                .flatMap(playbook -> KINDS.keySet().stream().sorted().map(kind -> Arguments.of(playbook, kind)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("rows")
    void endsWellAt(String playbook, String kind) {
        var control = control(playbook);
        KINDS.get(kind).forEach(control::mischief);

        var id = start(aTpp(), playbook).id();

        awaitRest(id);
        var status = onboardings.find(id).orElseThrow().status();
        assertThat(status).isIn(Status.DONE, Status.WAITING_FOR_US, Status.WAITING_FOR_BANK, Status.WAITING_FOR_OTHER);
        assertThat(control.count("applications")).isLessThanOrEqualTo(1);
        assertThat(openTasks(id).isEmpty()).as("a task exists exactly where we are waited for").isEqualTo(status != Status.WAITING_FOR_US);
        System.out.printf("%-14s with %-26s %s %s%n", playbook, kind, status, openTasks(id).stream().map(task -> task.leg() + ": " + task.question()).toList());
    }

    private static BankControl control(String playbook) {
        return WORLD.banks().filter(bank -> bank.addresses().playbookIds().contains(playbook)).findFirst().orElseThrow().control();
    }

    /** Over, or the same for a while: waits for the bank are seconds here. */
    private void awaitRest(String id) {
        var last = new Object[] {null, System.nanoTime()};
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(() -> {
            var now = onboardings.find(id).orElseThrow();
            var seen = Arrays.asList(now.status(), onboardings.legs(id).stream().map(leg -> leg.state()).toList());
            if (!seen.equals(last[0])) {
                last[0] = seen;
                last[1] = System.nanoTime();
            }
            return now.status().isFinal() || System.nanoTime() - (long) last[1] > Duration.ofSeconds(20).toNanos();
        });
    }
}
