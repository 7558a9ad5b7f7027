package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.portal.RealBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill it at every intent and every capture of every simulated bank, and start it again: the bank has what it has without a
 * kill, no secret is lost or leaked, and the onboarding is finished or waits. Prints the matrix, and writes it with
 * {@code -Dupdate} to {@code docs/chaos.md}. {@code -Dkill-at=} takes a pattern of bank and point, such as {@code harbour.*in-vault}.
 */
@Tag("chaos")
class SurvivesEveryKillIT {

    private static final int LANES = Integer.getInteger("lanes", 2);

    @TempDir
    Path folder;
    private final List<ChaosRow> rows = Collections.synchronizedList(new ArrayList<>());

    private record Job(String bank, KillPoint point) { }

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    @Test
    void goesOnWhereverItWasKilled() throws Exception {
        var lanes = new ArrayList<ChaosLane>();
        var threads = Executors.newFixedThreadPool(LANES);
        try {
            for (int lane = 0; lane < LANES; lane++) {
                lanes.add(new ChaosLane(folder.resolve("lane-" + lane)));
            }
            var jobs = new ConcurrentLinkedQueue<>(jobs(lanes.get(0)));
            var working = lanes.stream().<Future<?>>map(lane -> threads.submit(() -> work(lane, jobs))).toList();
            for (var each : working) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
            lanes.forEach(ChaosLane::close);
        }
        publish();
        assertThat(rows).isNotEmpty().allMatch(row -> row.isGood(undisturbed().get(row.bank())));
    }

    private static List<Job> jobs(ChaosLane lane) {
        var wanted = Pattern.compile(System.getProperty("kill-at", ""));
        var jobs = new ArrayList<Job>();
        lane.world().addresses().banks().forEach(bank -> bank.playbooks().forEach((id, yaml) -> {
            var points = ChaosPoints.of(id, yaml).stream().filter(point -> wanted.matcher(id + " " + point).find()).toList();
            if (!points.isEmpty()) {
                jobs.add(new Job(id, null));
                points.forEach(point -> jobs.add(new Job(id, point)));
            }
        }));
        return jobs;
    }

    private void work(ChaosLane lane, Queue<Job> jobs) {
        for (var job = jobs.poll(); job != null; job = jobs.poll()) {
            var row = lane.run(job.bank(), job.point());
            rows.add(row);
            System.out.print(row);
        }
    }

    private Map<String, ChaosRow> undisturbed() {
        var undisturbed = new LinkedHashMap<String, ChaosRow>();
        rows.stream().filter(row -> row.point().equals("nothing")).forEach(row -> undisturbed.put(row.bank(), row));
        return undisturbed;
    }

    private void publish() throws IOException {
        var matrix = new StringBuilder(ChaosRow.head());
        var undisturbed = undisturbed();
        undisturbed.keySet().forEach(bank -> rows.stream().filter(row -> row.bank().equals(bank)).forEach(matrix::append));
        var bad = rows.stream().filter(row -> !row.isGood(undisturbed.get(row.bank()))).count();
        matrix.append("%n%d kills at %d banks, %d of them not survived as they should be.%n".formatted(rows.size() - undisturbed.size(),
                undisturbed.size(), bad));
        System.out.println(matrix);
        Files.createDirectories(Path.of("target/stories"));
        Files.writeString(Path.of("target/stories/chaos.md"), matrix);
        if (System.getProperty("update") != null) {
            Files.writeString(Path.of("docs/chaos.md"), "# Killed at every point\n\nWritten by `mvn verify -Pchaos -Dupdate`: Portolan is killed with "
                    + "SIGKILL at each point, started again, and left alone\nuntil nothing moves any more.\n\n" + matrix);
        }
    }
}
