package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Portolan in a JVM of its own, which can be killed. */
final class PortolanProcess {

    private static final Duration LONGEST = Duration.ofSeconds(600);
    private static final int SIGKILL = 137;
    private static final Pattern CONSOLE = Pattern.compile("console {4}http://localhost:(\\d+)");

    private final Process process;
    private final Path log;

    private PortolanProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Makes everything in a folder but an onboarding, which takes longer than one, and what makes all later starts quicker. */
    static void prepare(Path folder, Path world, String... settings) {
        var preparing = start(QuickJvm.commandThatKeepsClasses(), folder, world, "", "prepare", settings);
        preparing.awaitEnd();
        preparing.stop();
    }

    /** Starts it on a folder and onboards at these banks; it dies once all these points are reached, or lives where there are none. */
    static PortolanProcess start(Path folder, Path world, String bank, List<String> dies, String... settings) {
        var java = new ArrayList<>(QuickJvm.command());
        if (!dies.isEmpty()) {
            java.add("-D" + DeadlyConfiguration.PROPERTY + "=" + String.join(",", dies));
        }
        return start(java, folder, world, bank, "portolan", settings);
    }

    private static PortolanProcess start(List<String> java, Path folder, Path world, String bank, String name, String... settings) {
        try {
            var command = new ArrayList<>(java);
            // each connection to the database costs a hundredth of a start
            command.addAll(List.of(MortalPortolan.class.getName(), folder.toString(), world.toString(),
                    "--portolan.demo.banks=" + bank, "--spring.datasource.hikari.minimum-idle=3"));
            command.addAll(List.of(settings));
            var log = Files.createTempFile(Files.createDirectories(Path.of("target/stories/kills")), name + "-", ".log");
            return new PortolanProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has died by itself at these points. */
    void awaitDeathAt(List<String> points) {
        try {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as(() -> "alive after " + points + "\n" + said()).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(process.exitValue()).as(this::said).isEqualTo(SIGKILL);
        assertThat(said()).contains(DeadlyConfiguration.LAST_WORDS);
        points.stream().map(point -> point.substring(point.indexOf('@') + 1))
                .forEach(point -> assertThat(said()).containsAnyOf(DeadlyConfiguration.LAST_WORDS + point, DeadlyConfiguration.REACHED + point));
    }

    /** Lets it begin with this new TPP at this bank; it dies at the point of that, or lives where the point is null. */
    void begin(String tpp, String bank, KillPoint dies) {
        order(tpp + " " + bank + " " + (dies == null ? "-" : dies));
    }

    /** Lets the TPP of the demo begin a campaign at these banks. */
    void campaign(List<String> banks) {
        order(MortalPortolan.CAMPAIGN + " " + String.join(",", banks));
    }

    private void order(String order) {
        try {
            var orders = process.getOutputStream();
            orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has died at the point; one that has just hung up is about to be gone. */
    boolean hasDied() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) && said().contains(DeadlyConfiguration.LAST_WORDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it as SIGTERM does. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Waits until the demo says how the onboarding has ended, and gives the port. */
    int awaitEnd() {
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive()).as(this::said).isTrue();
            return CONSOLE.matcher(said()).find();
        });
        var console = CONSOLE.matcher(said());
        assertThat(console.find()).isTrue();
        return Integer.parseInt(console.group(1));
    }

    /** All that it has printed. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The browsers and drivers that it has started. */
    List<ProcessHandle> browsers() {
        return process.descendants().filter(each -> each.info().command().orElse("").contains("chrom")).toList();
    }
}
