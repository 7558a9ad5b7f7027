package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BankControl;
import io.portolan.simulator.coast.CoastProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One world of banks and, point after point, a Portolan that is killed there and goes on; several lanes run side by side. */
final class ChaosLane implements AutoCloseable {

    private static final int MOST_ROWS = 400;
    private static final String[] SETTINGS = {"--portolan.leg.lease=15s", "--portolan.leg.renew=4s", "--portolan.mail.mailboxes.demo.tpps="
            + IntStream.range(0, MOST_ROWS).mapToObj(ChaosLane::tpp).collect(Collectors.joining(","))};

    private final Path folder;
    private final CoastProcess world;
    private final Path data;
    private final ChaosLeaks leaks;
    private PortolanProcess running;
    private DemoApi api;
    private int row;

    ChaosLane(Path folder) {
        this.folder = folder;
        this.world = CoastProcess.start(folder.resolve("world"), "--approve-after=1");
        this.data = folder.resolve("data");
        this.leaks = new ChaosLeaks(data.resolve("postgres"));
        PortolanProcess.prepare(data, folder.resolve("world"), SETTINGS);
    }

    private static String tpp(int row) {
        return "lantern-" + row;
    }

    CoastProcess world() {
        return world;
    }

    /** Kills Portolan at this point, or not where that is null, starts it again, and looks at everything. */
    ChaosRow run(String bank, KillPoint point) {
        row++;
        try {
            return killAndLook(bank, point);
        } catch (AssertionError | RuntimeException broken) {
            running.kill();
            return new ChaosRow(bank, ChaosRow.words(point), true, Map.of(), Set.of(), Set.of(), Set.of(),
                    "broke: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""), false, 0);
        }
    }

    /** What goes on after the kill is what the next row is begun in: half the starts, and starts are most of the time. */
    private ChaosRow killAndLook(String bank, KillPoint point) {
        var begun = System.nanoTime();
        world.addresses().banks().forEach(each -> each.control().reset());
        try (var person = new ChaosPerson(world.addresses(), folder)) {
            if (running == null || !running.isAlive()) {
                start();
            }
            var doomed = running;
            doomed.begin(tpp(row), bank, point);
            boolean lives = goesOn(bank, person);
            if (!lives) {
                start();
                assertThat(goesOn(bank, person)).isTrue();
            }
            var control = world.addresses().banks().stream().filter(each -> each.playbookIds().contains(bank)).findFirst().orElseThrow().control();
            var onboarding = onboarding(bank).orElseThrow();
            var held = held(bank, control);
            var leaked = leaks.of(control.secrets(), doomed.said() + running.said());
            var seen = new ChaosRow(bank, ChaosRow.words(point), point == null || !lives, control.made(ChaosRow.MADE), held.getOrDefault(true, Set.of()),
                    held.getOrDefault(false, Set.of()), leaked,
                    end(api, onboarding), api.get("/journal/verification").get("intact").asBoolean(),
                    (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
            leave();
            return seen;
        }
    }

    private void start() {
        running = PortolanProcess.start(data, folder.resolve("world"), "", List.of(), SETTINGS);
        api = new DemoApi(running.awaitEnd());
    }

    /** Lets it go on with the person's help until nothing moves any more, or it has died, which is false. */
    private boolean goesOn(String bank, ChaosPerson person) {
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> onboarding(bank).isPresent());
            var id = onboarding(bank).orElseThrow().get("id").asText();
            do {
                new ChaosRest(api, id).come();
            } while (person.helps(api, bank, id));
            return true;
        } catch (IllegalStateException hungUp) {
            if (running.hasDied()) {
                return false;
            }
            throw hungUp;
        }
    }

    private Optional<JsonNode> onboarding(String bank) {
        return mine("/onboardings?limit=100&bank=" + bank).findFirst();
    }

    /** What is of the TPP of this row. */
    private Stream<JsonNode> mine(String path) {
        return StreamSupport.stream(api.get(path).get("items").spliterator(), false).filter(each -> each.get("tpp").asText().equals(tpp(row)));
    }

    /** Ends what this row has begun and would read the mails of the next. */
    private void leave() {
        mine("/onboardings?limit=100").filter(each -> !ChaosRest.OVER.contains(each.get("status").asText()))
                .forEach(each -> api.post("/onboardings/" + each.get("id").asText() + "/withdrawal", Map.of("reason", "the next row begins")));
    }

    private static String end(DemoApi api, JsonNode onboarding) {
        var tasks = StreamSupport.stream(api.get("/tasks?state=open&onboarding=" + onboarding.get("id").asText()).get("items").spliterator(), false)
                .filter(task -> !task.path("kind").asText().equals("notice")).map(task -> task.path("leg").asText()).collect(Collectors.joining(", "));
        return onboarding.get("status").asText() + (tasks.isEmpty() ? "" : ChaosRow.ASKS + tasks);
    }

    /** What we hold of the kinds that the bank hands out: true, what it has handed out last; false, anything else. */
    private Map<Boolean, Set<String>> held(String bank, BankControl control) {
        var held = new TreeMap<Boolean, Set<String>>();
        for (var registration : mine("/registrations?limit=100&bank=" + bank).toList()) {
            var path = "/registrations/" + registration.get("id").asText() + "/credentials";
            for (var credential : api.get(path).get("items")) {
                var name = credential.get("name").asText();
                control.secrets().stream().filter(secret -> secret.kind().equals(name)).reduce((former, later) -> later)
                        .ifPresent(last -> held.computeIfAbsent(last.value().equals(api.revealed(path + "/" + name)), each -> new TreeSet<>()).add(name));
            }
        }
        return held;
    }

    @Override
    public void close() {
        if (running != null) {
            running.stop();
        }
        world.close();
    }
}
