package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which pages axe has looked at, held against the table that says by which class each route of a page is looked at. */
final class WalkedPages {

    private static final Path ROUTES = Path.of("src/test/resources/access/routes.txt");
    private static final Path TABLE = Path.of("src/test/resources/access/walked-by-axe.txt");

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> ran = new HashSet<>();

    /** Axe looks at this address. */
    void walked(String address) {
        addresses.add(URI.create(address).getRawPath());
    }

    void ran(Method test) {
        ran.add(test.getName());
    }

    /** Fails where a class that has run whole has not looked at what the table says; a class of which only some tests ran is not held to it. */
    void hold(Class<?> story) {
        var all = Arrays.stream(story.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class)).map(Method::getName).collect(Collectors.toSet());
        if (!ran.containsAll(all)) {
            return;
        }
        var routes = table().keySet().stream().map(PathPatternParser.defaultInstance::parse).toList();
        var seen = addresses.stream().flatMap(address -> route(routes, address).stream()).collect(Collectors.toSet());
        assertThat(seen).as("what walked-by-axe.txt says that " + story.getSimpleName() + " looks at").containsAll(claimedBy(story));
    }

    /** The routes that the table says a class looks at; one that a reason names looks at no page of that route. */
    static List<String> claimedBy(Class<?> story) {
        return table().entrySet().stream().filter(each -> each.getValue().equals(story.getSimpleName())).map(Map.Entry::getKey).toList();
    }

    /** The route that an address is of. */
    private static Optional<String> route(List<PathPattern> routes, String address) {
        return routes.stream().filter(route -> route.matches(PathContainer.parsePath(address))).min(Comparator.naturalOrder()).map(PathPattern::getPatternString);
    }

    /** By route, the class that looks at it, or after a hyphen why none does. */
    static Map<String, String> table() {
        return lines(TABLE).stream().map(line -> line.split("\\s+", 2)).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (one, same) -> one, TreeMap::new));
    }

    /** What a browser may be led to: all that is got, but for what machines get and what belongs to pages. */
    static Set<String> routes() {
        return lines(ROUTES).stream().map(line -> line.split("\\s+")).filter(parts -> parts[0].equals("GET")).map(parts -> parts[1])
                .filter(route -> !route.matches("/(?:api|actuator|v3|jwks|css|js|images|webjars)(?:/.*)?|/favicon.svg|.*/api-docs.*")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
