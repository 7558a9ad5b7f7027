package io.portolan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The results as a document: each benchmark writes its part, and the parts stand together in target/benchmarks.md. */
final class Report {

    private static final Path PARTS = Path.of("target/bench/report");
    private static final Path WHOLE = Path.of("target/benchmarks.md");

    private final String file;
    private final StringBuilder text = new StringBuilder();

    /** A part with this title; parts are put in the order of their file names. */
    Report(String file, String title) {
        this.file = file;
        text.append("## ").append(title).append("\n\n");
    }

    Report line(String words, Object... values) {
        text.append(String.format(java.util.Locale.ROOT, words, values)).append('\n');
        return this;
    }

    /** Prints this part and puts it into the document, in place of that of an earlier run. */
    void write() {
        System.out.println("\n" + text);
        try {
            Files.createDirectories(PARTS);
            Files.writeString(PARTS.resolve(file + ".md"), text);
            try (var parts = Files.list(PARTS)) {
                var written = parts.sorted().map(Report::read).collect(Collectors.joining("\n"));
                Files.writeString(WHOLE, "# Benchmarks, " + LocalDate.now() + "\n\n" + Machine.line() + "\n\n" + written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path part) {
        try {
            return Files.readString(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
