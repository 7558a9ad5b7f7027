package io.portolan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That a client can do whatever a page can: each form of the console has the call of the API that does the same, or a reason why not. */
class ConsoleHasItsApiTest {

    private static final Path TABLE = Path.of("src/test/resources/access/console-to-api.txt");
    private static final Path ROUTES = Path.of("src/test/resources/access/routes.txt");

    @Test
    void hasForEachFormACallThatDoesTheSameOrAReason() throws IOException {
        var routes = Files.readAllLines(ROUTES).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\\s+")).map(parts -> parts[0] + " " + parts[1])
                .collect(Collectors.toCollection(TreeSet::new));
        var forms = routes.stream().filter(route -> !route.startsWith("GET ") && !route.startsWith("* ") && !route.contains(" /api/")).collect(Collectors.toSet());
        var told = new TreeMap<String, String>();
        for (var line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                var parts = line.split("\\s+", 3);
                told.put(parts[0] + " " + parts[1], parts[2]);
            }
        }

        assertThat(told.keySet()).as("write each form into " + TABLE).containsExactlyInAnyOrderElementsOf(forms);
        assertThat(told.values()).allSatisfy(call -> assertThat(routes.contains(call) || isReason(call)).as(call).isTrue());
    }

    private static boolean isReason(String said) {
        return Set.of("a", "nobody").contains(said.split(" ")[0]);
    }
}
