package io.portolan.stories;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BankControl;
import io.portolan.simulator.coast.CoastProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.util.FileSystemUtils;

/** One world of banks and, point after point, a Portolan that is killed there and goes on; several lanes run side by side. */
final class ChaosLane implements AutoCloseable {

    private static final String[] SETTINGS = {"--portolan.demo.rest=12s", "--portolan.leg.lease=15s", "--portolan.leg.renew=4s"};

    private final Path folder;
    private final CoastProcess world;
    private final Path prepared;
    private PortolanProcess running;

    ChaosLane(Path folder) {
        this.folder = folder;
        this.world = CoastProcess.start(folder.resolve("world"), "--approve-after=1");
        this.prepared = prepare();
    }

    /** A data folder in which everything is made but no onboarding is begun, since that takes longer than an onboarding. */
    private Path prepare() {
        var made = folder.resolve("prepared");
        var portolan = PortolanProcess.start(made, folder.resolve("world"), "", null, SETTINGS);
        portolan.awaitEnd();
        portolan.stop();
        return made;
    }

    CoastProcess world() {
        return world;
    }

    /** Kills Portolan at this point, or not where that is null, starts it again, and looks at everything. */
    ChaosRow run(String bank, KillPoint point) {
        try {
            return killAndLook(bank, point);
        } catch (AssertionError | RuntimeException broken) {
            return new ChaosRow(bank, ChaosRow.words(point), true, -1, Set.of(), Set.of(),
                    "broke: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""), false, 0);
        } finally {
            if (running != null) {
                running.stop();
            }
        }
    }

    private ChaosRow killAndLook(String bank, KillPoint point) {
        var begun = System.nanoTime();
        world.addresses().banks().forEach(each -> each.control().reset());
        var data = folder.resolve("data");
        boolean reached = point == null;
        try {
            FileSystemUtils.deleteRecursively(data);
            copy(prepared, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (point != null) {
            running = PortolanProcess.start(data, folder.resolve("world"), bank, point, SETTINGS);
            reached = running.awaitDeathOrEnd();
            running.stop();
        }
        running = PortolanProcess.start(data, folder.resolve("world"), bank, null, SETTINGS);
        var api = new DemoApi(running.awaitEnd());
        var control = world.addresses().banks().stream().filter(each -> each.playbookIds().contains(bank)).findFirst().orElseThrow().control();
        var onboarding = api.get("/onboardings?bank=" + bank).at("/items/0");
        var row = new ChaosRow(bank, ChaosRow.words(point), reached, control.count("applications"),
                lost(api, bank, control), Set.of(), end(api, onboarding), api.get("/journal/verification").get("intact").asBoolean(), 0);
        running.stop();
        return new ChaosRow(row.bank(), row.point(), row.reached(), row.applications(), row.lost(), leaked(data, running.said(), control),
                row.end(), row.isIntact(), (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** With owners and permissions, on which PostgreSQL insists. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String end(DemoApi api, JsonNode onboarding) {
        var tasks = StreamSupport.stream(api.get("/tasks?state=open&onboarding=" + onboarding.get("id").asText()).get("items").spliterator(), false)
                .map(task -> task.path("leg").asText()).collect(Collectors.joining(", "));
        return onboarding.get("status").asText() + (tasks.isEmpty() ? "" : ", a person at " + tasks);
    }

    /** What we hold of a kind that the bank hands out and that is not the last that it has handed out. */
    private static Set<String> lost(DemoApi api, String bank, BankControl control) {
        var lost = new TreeSet<String>();
        for (var registration : api.get("/registrations?bank=" + bank).get("items")) {
            var path = "/registrations/" + registration.get("id").asText() + "/credentials";
            for (var credential : api.get(path).get("items")) {
                var name = credential.get("name").asText();
                control.secrets().stream().filter(secret -> secret.kind().equals(name)).reduce((former, later) -> later)
                        .filter(last -> !last.value().equals(api.revealed(path + "/" + name))).ifPresent(last -> lost.add(name));
            }
        }
        return lost;
    }

    /** The bank's secrets in the log and in the files of the database, write-ahead log included. */
    private static Set<String> leaked(Path data, String said, BankControl control) {
        var secrets = control.secrets().stream().collect(Collectors.toMap(BankControl.IssuedSecret::value, BankControl.IssuedSecret::kind, (one, other) -> one));
        var found = new TreeSet<String>();
        search(said, "log", secrets, found);
        try (var files = Files.walk(data.resolve("postgres"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                search(Files.readString(file, StandardCharsets.ISO_8859_1), "database", secrets, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void search(String text, String where, Map<String, String> secrets, Set<String> found) {
        secrets.forEach((value, kind) -> {
            if (text.contains(value)) {
                found.add(kind + " in the " + where);
            }
        });
    }

    @Override
    public void close() {
        world.close();
    }
}
