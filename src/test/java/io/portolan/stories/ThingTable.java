package io.portolan.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose the thing is that a route names, as the file says it. */
final class ThingTable {

    static final Path FILE = Path.of("src/test/resources/access/things.txt");

    private final Map<String, String> kinds;

    private ThingTable(Map<String, String> kinds) {
        this.kinds = kinds;
    }

    static ThingTable read() {
        try {
            return new ThingTable(Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+")).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first place of this path stands for; empty where the file does not say it. */
    Optional<String> of(String path) {
        var bare = path.startsWith("/api/v1/") ? path.substring("/api/v1".length()) : path;
        return kinds.keySet().stream().filter(bare::startsWith).max(Comparator.comparingInt(String::length)).map(kinds::get);
    }
}
