package io.portolan.database;

import io.portolan.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that a killed process left running on our folder. It is only looked for while we hold the folder's
 * lock, so it cannot be the living database of another process.
 */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final int PATIENCE_SECONDS = 30;

    private LeftBehind() {
    }

    /** Stops it, and removes a pid file whose number now belongs to some other program, which PostgreSQL would stumble over. */
    static void stop(Path cluster, Path binaries) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var running = Files.readAllLines(pidFile).stream().findFirst()
                .flatMap(LeftBehind::process).filter(ProcessHandle::isAlive);
        if (running.isEmpty()) {
            return;
        }
        if (!isOurs(running.get(), binaries)) {
            Files.delete(pidFile);
            return;
        }
        LOG.info("stopping the PostgreSQL that an earlier run left behind, process {}", running.get().pid());
        askToStop(running.get());
        if (!ends(running.get())) {
            running.get().destroyForcibly();
            if (!ends(running.get())) {
                throw new CannotStart("The PostgreSQL process %d of an earlier run does not stop.".formatted(running.get().pid()),
                        "Stop it by hand and start again.");
            }
        }
    }

    private static Optional<ProcessHandle> process(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Its program lies under our own folder, where nobody else starts one from. */
    private static boolean isOurs(ProcessHandle process, Path binaries) throws IOException {
        var command = process.info().command();
        return command.isPresent() && Files.exists(binaries)
                && Path.of(command.get()).startsWith(binaries.toRealPath());
    }

    /** An interrupt is PostgreSQL's fast stop; a termination, which Java can send, would wait for clients to leave. */
    private static void askToStop(ProcessHandle process) throws IOException {
        if (EmbeddedDatabase.isWindows()) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
