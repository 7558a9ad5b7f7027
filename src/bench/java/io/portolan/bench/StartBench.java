package io.portolan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** How long the packaged jar takes to its first answer on kept data, and what it holds in memory when idle. */
class StartBench {

    private final int starts = Integer.getInteger("bench.start.starts", 3);
    private final int idle = Integer.getInteger("bench.start.idle-seconds", 60);
    private final Samples seconds = new Samples();
    private final Samples megabytes = new Samples();
    private final Samples databaseMegabytes = new Samples();

    @Test
    void answersSoonOnKeptData() throws IOException {
        var folder = Path.of("target/bench/start").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var jar = jar();
        double first;
        try (var portolan = PackagedPortolan.start(jar, folder, freePort())) {
            first = portolan.secondsToFirstAnswer();
        }
        for (int start = 0; start < starts; start++) {
            try (var portolan = PackagedPortolan.start(jar, folder, freePort())) {
                seconds.add(portolan.secondsToFirstAnswer());
                Waiting.pause(Duration.ofSeconds(idle));
                megabytes.add(portolan.residentMegabytes());
                databaseMegabytes.add(portolan.databaseMegabytes());
            }
        }
        write(first);
    }

    private void write(double first) {
        new Report("2-start", "(b) Start-up and memory of the packaged jar")
                .line("`java %s -jar`, %d starts on kept data; memory after %d s without a request, no browser open.",
                        System.getProperty("bench.jvm", "-Xmx512m"), starts, idle)
                .line("")
                .line("| | median | each start | aim |")
                .line("|---|---|---|---|")
                .line("| to the first answer, s | **%.1f** | %s | at most 12 |", seconds.median(), seconds.all(1))
                .line("| resident memory of the JVM, MB | **%.0f** | %s | at most 600 |", megabytes.median(), megabytes.all(0))
                .line("| its PostgreSQL (proportional set), MB | %.0f | %s | |", databaseMegabytes.median(), databaseMegabytes.all(0))
                .line("")
                .line("The very first start, which makes the database, took %.1f s.", first)
                .write();
    }

    private static Path jar() throws IOException {
        try (var built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("portolan-.*\\.jar")
                            && !file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst().orElseThrow(() -> new IllegalStateException("there is no packaged jar; run mvn verify -Pbench"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
