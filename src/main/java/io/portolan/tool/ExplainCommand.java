package io.portolan.tool;

import io.portolan.playbook.RouteInWords;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells a bank's routes in plain sentences. */
@Command(name = "explain", header = "Tells a bank's routes in plain sentences.",
        description = "What of our data goes where, who acts, what comes back, how long it waits, what is a person's, and what comes after.")
final class ExplainCommand implements Callable<Integer> {

    private static final int WIDTH = 120;

    @ParentCommand
    private PlaybookTool tool;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChosenPlaybook chosen;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var routes = chosen.routes(tool.playbooks());
        routes.forEach(each -> new RouteInWords(each.playbook(), each.environmentName(), each.route()).parts().forEach(part -> print(part, out)));
        routes.stream().findFirst().ifPresent(each -> RouteInWords.afterwards(each.playbook()).forEach(part -> print(part, out)));
        return routes.isEmpty() ? 1 : 0;
    }

    private static void print(RouteInWords.Part part, PrintWriter out) {
        out.println(part.heading());
        part.sentences().forEach(sentence -> sentence.lines().filter(line -> !line.isBlank()).forEach(line -> wrapped(line.strip(), out)));
        out.println();
    }

    private static void wrapped(String text, PrintWriter out) {
        var line = new StringBuilder("   ");
        for (var word : text.split(" ")) {
            if (line.length() > 3 && line.length() + word.length() >= WIDTH) {
                out.println(line);
                line.setLength(0);
                line.append("     ");
            } else if (line.length() > 3) {
                line.append(' ');
            }
            line.append(word);
        }
        out.println(line);
    }
}
