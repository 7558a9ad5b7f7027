package io.portolan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes hold in memory, in megabytes, as Linux tells it. */
final class ProcessMemory {

    private ProcessMemory() { }

    /** What of this process is in memory now, shared pages included. */
    static double resident(ProcessHandle process) {
        return megabytes(Path.of("/proc", Long.toString(process.pid()), "status"), "VmRSS:");
    }

    /** The same for a process and all that it has started, each shared page counted once. */
    static double proportional(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToDouble(process -> megabytes(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), "Pss:")).sum();
    }

    private static double megabytes(Path file, String field) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field)).findFirst().map(line -> line.replaceAll("\\D+", ""))
                    .map(Double::parseDouble).orElseThrow(() -> new IllegalStateException(file + " has no " + field)) / 1024;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
