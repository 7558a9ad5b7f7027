package io.portolan.stories;

import io.portolan.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may take which route, as the file says it. */
final class RouteTable {

    static final Path FILE = Path.of("src/test/resources/access/routes.txt");

    private final List<Line> lines;

    private RouteTable(List<Line> lines) {
        this.lines = lines;
    }

    /** A route; the words are {@code everybody}, {@code signed-in}, {@code half-way}, or roles. */
    record Line(String method, PathPattern pattern, Set<String> words) {

        String route() {
            return method + " " + pattern.getPatternString();
        }

        /** Whether somebody with this role may take it; null is nobody. */
        boolean admits(Role role) {
            return words.contains("everybody") || role != null && (words.contains("signed-in")
                    || words.stream().filter(word -> !word.equals("half-way")).anyMatch(word -> role.includes(Role.valueOf(word.toUpperCase(Locale.ROOT)))));
        }

        /** The address with something in each place that is no id of anything. */
        String address() {
            return pattern.getPatternString().replaceAll("\\{[^}]*}|\\*\\*", "none");
        }
    }

    static RouteTable read() {
        try {
            return new RouteTable(Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
                var parts = line.strip().split("\\s+");
                return new Line(parts[0], PathPatternParser.defaultInstance.parse(parts[1]), Set.copyOf(Arrays.asList(parts).subList(2, parts.length)));
            }).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<String> routes() {
        return lines.stream().map(Line::route).sorted().collect(Collectors.toList());
    }

    /** The line that decides over this address of ours. */
    Optional<Line> of(String method, String address) {
        var path = PathContainer.parsePath(address.replaceAll("[?#].*", ""));
        return lines.stream().filter(line -> (line.method().equals(method) || line.method().equals("*")) && line.pattern().matches(path))
                .min(Comparator.comparing(Line::pattern));
    }
}
