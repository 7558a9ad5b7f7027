package io.portolan.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/** A file in which one process writes how far its rehearsal is, line by line, and another reads it. */
public final class ProgressFile {

    private static final int LATEST = 40;

    private final Path path;

    /** One of this path, which is there with the first line. */
    public ProgressFile(Path path) {
        this.path = path;
    }

    void planned(int legs) {
        write("of " + legs);
    }

    void tried(int done, String line) {
        write(done + " " + line.replaceAll("\\s+", " "));
    }

    private void write(String line) {
        try {
            Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the progress of a rehearsal could not be told", e);
        }
    }

    /** What it says; a line that is not yet whole is left for the next time. */
    RehearsalProgress read() throws IOException {
        if (!Files.exists(path)) {
            return RehearsalProgress.NONE;
        }
        var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        int legs = 0;
        int done = 0;
        var lines = new ArrayList<String>();
        for (var line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            int space = line.indexOf(' ');
            if (line.startsWith("of ")) {
                legs += Integer.parseInt(line.substring(space + 1));
            } else if (space > 0) {
                done = Integer.parseInt(line.substring(0, space));
                lines.add(line.substring(space + 1));
            }
        }
        return new RehearsalProgress(done, legs, lines.subList(Math.max(0, lines.size() - LATEST), lines.size()));
    }
}
