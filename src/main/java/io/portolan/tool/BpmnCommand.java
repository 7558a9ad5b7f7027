package io.portolan.tool;

import io.portolan.chart.RouteChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the compiled model of a route. */
@Command(name = "bpmn", header = "Writes the model of a route as the engine runs it, BPMN 2.0 with its drawing.",
        description = "It opens in Camunda Modeler. Where a playbook has several routes, say which, or give a folder to -o.")
final class BpmnCommand implements Callable<Integer> {

    @ParentCommand
    private PlaybookTool tool;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChosenPlaybook chosen;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE|FOLDER", description = "Where to write; into a folder, each route under its process id.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        var routes = chosen.routes(tool.playbooks());
        var drawn = routes.stream().filter(each -> each.route().model() == null).toList();
        var isFolder = output != null && Files.isDirectory(output);
        if (!isFolder && drawn.size() > 1) {
            throw new ParameterException(spec.commandLine(), "It has several routes; say which by --environment and --route, or give a folder to --output: "
                    + String.join(", ", drawn.stream().map(each -> each.environmentName() + " " + each.route().name()).toList()) + ".");
        }
        routes.stream().filter(each -> each.route().model() != null).forEach(each -> spec.commandLine().getErr().println(
                "The route " + each.route().name() + " of " + each.environmentName() + " runs the hand-drawn model " + each.route().model() + ".bpmn and is not compiled."));
        for (var each : drawn) {
            var compiled = RouteChart.compile(each.playbook(), each.environmentName(), each.route());
            if (output == null) {
                spec.commandLine().getOut().print(compiled.bpmnXml());
            } else {
                var file = isFolder ? output.resolve(compiled.processId() + ".bpmn") : output;
                Files.writeString(file, compiled.bpmnXml());
                spec.commandLine().getErr().println("Written: " + file);
            }
        }
        return drawn.isEmpty() ? 1 : 0;
    }
}
