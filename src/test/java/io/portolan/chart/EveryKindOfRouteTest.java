package io.portolan.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.playbook.PlaybookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of way into a bank that is known can be written as a playbook, and compiles to a model that people can read. */
class EveryKindOfRouteTest {

    @TestFactory
    Stream<DynamicTest> readsAndCompiles() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/routes"))) {
            return files.sorted().toList().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> compiles(file)));
        }
    }

    private static void compiles(Path file) throws IOException {
        var reading = new PlaybookReader(Clock.systemUTC()).read(file.getFileName().toString(), Files.readString(file));
        assertThat(reading.problems()).isEmpty();
        var playbook = reading.orThrow();
        playbook.environments().forEach((name, environment) -> environment.routes().forEach(route -> {
            var compiled = RouteChart.compile(playbook, name, route);
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(compiled.bpmnXml().getBytes(StandardCharsets.UTF_8)));
            DrawingRules.assertClean(model);
            assertThat(ModelRules.broken(model)).isEmpty();
        }));
    }
}
