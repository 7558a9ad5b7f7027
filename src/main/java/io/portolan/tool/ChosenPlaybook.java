package io.portolan.tool;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Nearest;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.PlaybooksOnDisk;
import io.portolan.playbook.Reading;
import io.portolan.playbook.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The playbook, and of it the environment and the route, that a command is about. */
final class ChosenPlaybook {

    /** A route with what it stands in. */
    record Chosen(Playbook playbook, String environmentName, Environment environment, Route route) { }

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BANK|FILE", description = "The id of a packed bank, such as gr-piraeus-bank, or a playbook's file.")
    private String bankOrFile;

    @Option(names = {"-e", "--environment"}, description = "Only this environment.")
    private String environment;

    @Option(names = {"-r", "--route"}, description = "Only this route.")
    private String route;

    /** The routes that are meant, or none after the problems of the playbook have been printed. */
    List<Chosen> routes(PlaybooksOnDisk playbooks) {
        var reading = reading(playbooks);
        reading.problems().forEach(problem -> spec.commandLine().getErr().println(CheckCommand.line(bankOrFile, problem)));
        return reading.playbook().map(this::routes).orElse(List.of());
    }

    private Reading reading(PlaybooksOnDisk playbooks) {
        var file = Path.of(bankOrFile);
        if (Files.isRegularFile(file)) {
            return playbooks.read(file);
        }
        return playbooks.packed(bankOrFile).orElseThrow(() -> new ParameterException(spec.commandLine(), "There is neither a file nor a packed bank \""
                + bankOrFile + "\"." + meant(bankOrFile, playbooks.packed())));
    }

    private List<Chosen> routes(Playbook playbook) {
        if (environment != null && !playbook.environments().containsKey(environment)) {
            throw unknown("environment", environment, playbook.environments().keySet());
        }
        var chosen = new ArrayList<Chosen>();
        var names = new ArrayList<String>();
        playbook.environments().forEach((name, each) -> {
            if (environment == null || environment.equals(name)) {
                each.routes().forEach(one -> {
                    names.add(one.name());
                    if (route == null || route.equals(one.name())) {
                        chosen.add(new Chosen(playbook, name, each, one));
                    }
                });
            }
        });
        if (chosen.isEmpty()) {
            throw unknown("route", route, names);
        }
        return chosen;
    }

    private ParameterException unknown(String what, String name, Collection<String> known) {
        return new ParameterException(spec.commandLine(), "There is no " + what + " \"" + name + "\" in it, only " + String.join(", ", known) + "." + meant(name, known));
    }

    private static String meant(String name, Collection<String> known) {
        return Optional.ofNullable(Nearest.to(name, known)).map(near -> " Did you mean \"" + near + "\"?").orElse("");
    }
}
