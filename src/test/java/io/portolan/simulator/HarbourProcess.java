package io.portolan.simulator;

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

/** A simulated bank in a JVM of its own. */
public final class HarbourProcess implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final CompletableFuture<HarbourAddresses> addresses = new CompletableFuture<>();

    private HarbourProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        var reader = new Thread(this::read, "harbour-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the bank of this folder and returns when it is ready; the arguments are those of {@link HarbourMain}. */
    public static HarbourProcess start(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), HarbourMain.class.getName(), folder.toString()));
        command.addAll(List.of(arguments));
        try {
            var started = new HarbourProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), folder);
            started.addresses.orTimeout(60, TimeUnit.SECONDS).join();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bank is found. */
    public HarbourAddresses addresses() {
        return addresses.join();
    }

    /** The authority that the bank trusts. */
    public DemoAuthority authority() {
        return DemoAuthority.keptIn(folder.resolve("authority.p12"), Clock.systemUTC());
    }

    /** Ends the bank as a power cut would. */
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
                if (line.startsWith("{\"portalUrl\"")) {
                    addresses.complete(BooksFile.JSON.readValue(line, HarbourAddresses.class));
                } else if (!addresses.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            addresses.completeExceptionally(e);
        }
        addresses.completeExceptionally(new IllegalStateException("The bank did not start: " + said));
    }
}
