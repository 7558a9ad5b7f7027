package io.portolan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged jar, running on a folder of its own as it would on somebody's machine. */
final class PackagedPortolan implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Process process;
    private final Path folder;
    private final double secondsToFirstAnswer;

    private PackagedPortolan(Process process, Path folder, double secondsToFirstAnswer) {
        this.process = process;
        this.folder = folder;
        this.secondsToFirstAnswer = secondsToFirstAnswer;
    }

    /** Starts it and returns with its first healthy answer. */
    static PackagedPortolan start(Path jar, Path folder, int port) throws IOException {
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health")).timeout(Duration.ofSeconds(20)).build();
        var http = HttpClient.newHttpClient();
        var begun = System.nanoTime();
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("bench.jvm", "-Xmx512m"), "-jar", jar.toAbsolutePath().toString(), "--server.port=" + port)
                .directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile())).start();
        try {
            Waiting.until("Portolan answers; see " + folder.resolve("output.log"), LONGEST, Duration.ofMillis(20),
                    () -> !process.isAlive() || answers(http, health));
            if (!process.isAlive()) {
                throw new IllegalStateException("Portolan has ended: " + Files.readString(folder.resolve("output.log")));
            }
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        return new PackagedPortolan(process, folder, Waiting.secondsSince(begun));
    }

    private static boolean answers(HttpClient http, HttpRequest health) {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    double secondsToFirstAnswer() {
        return secondsToFirstAnswer;
    }

    double residentMegabytes() {
        return ProcessMemory.resident(process.toHandle());
    }

    /** What its PostgreSQL holds, with all its processes. */
    double databaseMegabytes() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid")).get(0).strip();
        return ProcessMemory.proportional(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
