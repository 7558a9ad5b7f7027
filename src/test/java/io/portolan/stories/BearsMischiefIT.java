package io.portolan.stories;

import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.portal.RealBrowser;
import io.portolan.simulator.BankControl;
import io.portolan.worklist.Task;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of mischief at every simulated bank, in Chromium: the onboarding is done or waits, and the bank has nothing
 * twice. All banks are onboarded at the same time, as a TPP does that begins. Run by {@code mvn verify -Pstories}; {@code -Dmischief-at=}
 * takes a pattern of bank and kind, such as {@code harbour.*slow}.
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

    private static final String NONE = "nothing amiss";
    /** What the banks have, and how it ends there, where nothing is amiss; that comes first. */
    private static final Map<String, Calm> CALM = new HashMap<>();

    /** How it is at a bank without mischief. */
    private record Calm(Map<String, Integer> made, Status status) { }

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    static Stream<String> kinds() {
        var wanted = Pattern.compile(System.getProperty("mischief-at", ""));
        return Stream.concat(Stream.of(NONE), KINDS.keySet().stream().sorted()).filter(kind -> kind.equals(NONE) || banks().anyMatch(bank -> wanted.matcher(bank + " with " + kind).find()));
    }

    /** Those of this kind that are wanted; a bank that another leans on comes along with it. */
    private static Stream<String> banks() {
        return WORLD.banks().flatMap(bank -> bank.addresses().playbookIds().stream());
    }

    @ParameterizedTest(name = "every bank with {0}")
    @MethodSource("kinds")
    void endsWellAtEveryBankWith(String kind) {
        WORLD.banks().forEach(bank -> KINDS.getOrDefault(kind, Map.of()).forEach(bank.control()::mischief));
        var wanted = Pattern.compile(System.getProperty("mischief-at", ""));
        var tpp = aTpp();
        var rows = new LinkedHashMap<String, String>();
        banks().filter(bank -> kind.equals(NONE) || wanted.matcher(bank + " with " + kind).find()).forEach(bank -> rows.put(bank, begun(tpp, bank)));

        awaitRest(rows.values());

        assertSoftly(softly -> rows.forEach((bank, id) -> {
            var status = onboardings.find(id).orElseThrow().status();
            var tasks = openTasks(id).stream().filter(task -> task.kind() != Task.Kind.NOTICE).toList();
            System.out.printf("%-16s with %-28s %-17s %s%n", bank, kind, status, tasks.stream().map(task -> task.leg() + ": " + task.question()).toList());
            var made = control(bank).made(ChaosRow.MADE);
            var calm = CALM.computeIfAbsent(bank, each -> new Calm(made, status));
            softly.assertThat(status).as("%s: no wait is forgotten", bank).isIn(Status.DONE, Status.WAITING_FOR_US, calm.status());
            calm.made().forEach((what, count) -> softly.assertThat(made.get(what)).as("%s: %s", bank, what).isLessThanOrEqualTo(count));
            softly.assertThat(made.getOrDefault("applications", 0)).as(bank).isLessThanOrEqualTo(1);
            softly.assertThat(tasks.isEmpty()).as("%s: a task exists exactly where we are waited for", bank).isEqualTo(status != Status.WAITING_FOR_US);
        }));
    }

    /** A hub may have been begun with by its member. */
    private String begun(String tpp, String bank) {
        return onboardings.page(new Onboardings.Filter(tpp, bank, null, null), null, 1).items().stream().findFirst()
                .orElseGet(() -> start(tpp, bank)).id();
    }

    private static BankControl control(String playbook) {
        return WORLD.banks().filter(bank -> bank.addresses().playbookIds().contains(playbook)).findFirst().orElseThrow().control();
    }

    /** Over, or the same for a while: waits for the bank are seconds here. */
    private void awaitRest(Collection<String> ids) {
        var seen = new HashMap<String, List<Object>>();
        var since = new HashMap<String, Long>();
        await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(500)).until(() -> ids.stream().filter(id -> {
            var status = onboardings.find(id).orElseThrow().status();
            var now = List.<Object>of(status, onboardings.legs(id).stream().map(leg -> leg.state()).toList());
            if (!now.equals(seen.put(id, now))) {
                since.put(id, System.nanoTime());
            }
            return !status.isFinal() && System.nanoTime() - since.get(id) < patience(status).toNanos();
        }).findAny().isEmpty());
    }

    /** All banks share few browsers, so that what runs may have to wait for one. */
    private static Duration patience(Status status) {
        return status == Status.RUNNING || status == Status.SCHEDULED ? Duration.ofMinutes(2) : Duration.ofSeconds(25);
    }
}
