package io.portolan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that measures. */
final class Machine {

    private Machine() { }

    /** What it is, in one line. */
    static String line() {
        return String.format(Locale.ROOT, "%s, %d cores, %s, %s %s, JDK %s, load average %s", first("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(), first("/proc/meminfo", "MemTotal"), System.getProperty("os.name"),
                System.getProperty("os.version"), Runtime.version(), load());
    }

    private static String first(String file, String field) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(field)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown " + field);
        } catch (IOException e) {
            return "unknown " + field;
        }
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
