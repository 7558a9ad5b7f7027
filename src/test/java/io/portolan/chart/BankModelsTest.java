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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps {@code bpmn/banks} what the packaged playbooks compile to; {@code -Dupdate} rewrites it. */
class BankModelsTest {

    private static final Path PLAYBOOKS = Path.of("bank-playbooks");
    private static final Path MODELS = Path.of("bpmn", "banks");
    private static final boolean UPDATE = Boolean.getBoolean("update");

    @TestFactory
    Stream<DynamicTest> showsWhatEachRouteCompilesTo() throws IOException {
        return compiled().stream().map(route -> dynamicTest(route.processId(), () -> {
            var file = MODELS.resolve(route.processId() + ".bpmn");
            if (UPDATE) {
                Files.createDirectories(MODELS);
                Files.writeString(file, route.bpmnXml());
            }
            assertThat(file).as("rewrite it with -Dtest=BankModelsTest -Dupdate").content().isEqualTo(route.bpmnXml());
            var model = Bpmn.readModelFromStream(
                    new ByteArrayInputStream(route.bpmnXml().getBytes(StandardCharsets.UTF_8)));
            DrawingRules.assertClean(model);
            assertThat(ModelRules.broken(model)).isEmpty();
        }));
    }

    @Test
    void showsNothingElse() throws IOException {
        var names = compiled().stream().map(route -> route.processId() + ".bpmn").toList();
        for (var file : files(MODELS, ".bpmn")) {
            if (UPDATE && !names.contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
        assertThat(files(MODELS, ".bpmn")).extracting(file -> file.getFileName().toString()).isSubsetOf(names);
    }

    private static List<CompiledRoute> compiled() throws IOException {
        var routes = new ArrayList<CompiledRoute>();
        for (var file : files(PLAYBOOKS, ".yaml")) {
            var playbook = new PlaybookReader(Clock.systemUTC())
                    .read(file.getFileName().toString(), Files.readString(file)).orThrow();
            playbook.environments().forEach((name, environment) -> environment.routes().stream()
                    .filter(route -> route.model() == null)
                    .forEach(route -> routes.add(RouteChart.compile(playbook, name, route))));
        }
        return routes;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
