package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.portal.RealBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * {@code -Dupdate} to {@code docs/chaos.md}. {@code -Dkill-at=} takes a pattern of bank and point, such as {@code harbour.*in-vault};
 * {@code -Dgo-on} keeps the good rows of earlier runs in this folder and runs the others.
 */
@Tag("chaos")
class SurvivesEveryKillIT {

    private static final int LANES = Integer.getInteger("lanes", 2);
    private static final String INTRODUCTION = """
            # Killed at every point

            Written by `mvn verify -Pchaos -Dupdate`, in one run or, with `-Dgo-on`, in several. At each point of a simulated bank's route that has a row Portolan ends as by SIGKILL: nothing is
            flushed, closed, or told to anybody. It is started again and left alone until nothing moves any more; a person does only what the
            bank leaves to people without a kill, too. A good row has as much at the bank as an onboarding that was not killed, never more of anything
            that counts, and less only where a person is asked; it holds the same credentials, each as the bank handed it out last; no secret stands in
            the files of the database, in its values once they are unpacked, or in the log; the journal's chain holds; and the onboarding is finished, or waits for a person, or for the
            bank as without a kill.

            The points: `intended`, before the click or call, its intent committed; `clicked`, after it, nothing on record; `happened`, that it was made
            is on record, what it brought is not; `in-vault`, a secret is in the vault and nowhere else; `captured`, a value is on
            record; `letter-kept` and `mail-taken`, a letter is about to leave, a mail was read; `result-kept`, the result is on record and
            nothing has moved; `moved`, state and engine have moved, nobody has gone on; `answered`, a person's answer is on record.

            What is compared at the bank are accounts, applications, subscriptions and enrolments; secrets that a route makes anew where one was lost,
            reminders, and calls that may be repeated are not. In all rows somebody lets us in at Foghorn on the same day, so that its proof of access is met, too.

            """;

    @TempDir
    Path folder;
    private final ChaosRows rows = new ChaosRows(System.getProperty("go-on") != null);

    @BeforeAll
    static void needsChromium() {
        RealBrowser.require();
    }

    @Test
    void goesOnWhereverItWasKilled() throws Exception {
        var lanes = new ArrayList<ChaosLane>();
        var threads = Executors.newFixedThreadPool(LANES);
        var wanted = new ArrayList<ChaosJob>();
        try {
            for (int lane = 0; lane < LANES; lane++) {
                lanes.add(new ChaosLane(folder.resolve("lane-" + lane)));
            }
            wanted.addAll(jobs(lanes.get(0)));
            var open = new ConcurrentLinkedQueue<>(wanted.stream().filter(job -> !rows.hasGood(job.bank(), job.point())).toList());
            var working = lanes.stream().<Future<?>>map(lane -> threads.submit(() -> work(lane, open))).toList();
            for (var each : working) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
            lanes.forEach(ChaosLane::close);
        }
        publish(wanted);
        assertThat(rows.isEmpty()).isFalse();
        assertThat(rows.bad()).isEmpty();
    }

    private static List<ChaosJob> jobs(ChaosLane lane) {
        var wanted = Pattern.compile(System.getProperty("kill-at", ""));
        var jobs = new ArrayList<ChaosJob>();
        lane.world().addresses().banks().forEach(bank -> bank.playbooks().forEach((id, yaml) -> {
            var points = ChaosPoints.of(id, yaml).stream().filter(point -> wanted.matcher(id + " " + point).find()).toList();
            if (!points.isEmpty()) {
                jobs.add(new ChaosJob(id, null));
                points.forEach(point -> jobs.add(new ChaosJob(id, point)));
            }
        }));
        return jobs;
    }

    private void work(ChaosLane lane, Queue<ChaosJob> jobs) {
        for (var job = jobs.poll(); job != null; job = jobs.poll()) {
            var row = lane.run(job.bank(), job.point());
            rows.add(row);
            System.out.print(row);
        }
    }

    private void publish(List<ChaosJob> wanted) throws IOException {
        var matrix = rows.matrix(wanted);
        System.out.println(matrix);
        Files.createDirectories(Path.of("target/stories"));
        Files.writeString(Path.of("target/stories/chaos.md"), matrix);
        if (System.getProperty("update") != null) {
            Files.writeString(Path.of("docs/chaos.md"), INTRODUCTION + matrix);
        }
    }
}
