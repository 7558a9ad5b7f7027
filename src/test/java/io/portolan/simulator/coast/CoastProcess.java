package io.portolan.simulator.coast;

import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldAddresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All simulated banks in a JVM of their own. */
public final class CoastProcess implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final CompletableFuture<WorldAddresses> addresses = new CompletableFuture<>();

    private CoastProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        var reader = new Thread(this::read, "coast-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the banks of this folder and returns when they are ready; the arguments are those of {@link CoastMain}. */
    public static CoastProcess start(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), CoastMain.class.getName(), folder.toString()));
        command.addAll(List.of(arguments));
        try {
            var started = new CoastProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), folder);
            started.addresses.orTimeout(60, TimeUnit.SECONDS).join();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where everything is found. */
    public WorldAddresses addresses() {
        return addresses.join();
    }

    /** The authority that the banks trust. */
    public DemoAuthority authority() {
        return DemoAuthority.keptIn(folder.resolve("authority.p12"), Clock.systemUTC());
    }

    /** Ends the banks as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void read() {
        var said = new StringBuilder();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(CoastMain.READY)) {
                    addresses.complete(WorldAddresses.kept(World.addresses(folder)).orElseThrow());
                } else if (!addresses.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            addresses.completeExceptionally(e);
        }
        addresses.completeExceptionally(new IllegalStateException("The banks did not start: " + said));
    }
}
