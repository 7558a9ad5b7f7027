package io.portolan.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.playbook.PlaybooksOnDisk.Checked;
import io.portolan.playbook.PlaybooksOnDisk.Found;
import io.portolan.playbook.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with playbooks. */
@Command(name = "check", header = "Tells everything that is wrong with playbooks, all at once.",
        description = "They are checked just as Portolan does when it takes them into use, with what they need of the packed ones.")
final class CheckCommand implements Callable<Integer> {

    /** A problem for machines. */
    private record Row(String file, int line, int column, String path, String message, String suggestion) { }

    private record Answer(int files, List<Row> problems) { }

    @ParentCommand
    private PlaybookTool tool;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Answers in JSON: files, and problems with file, line, column, path, message, suggestion.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "Playbooks, or folders with some.")
    private List<Path> paths;

    @Override
    public Integer call() throws JsonProcessingException {
        var missing = paths.stream().filter(path -> !Files.isReadable(path)).findFirst();
        if (missing.isPresent()) {
            throw new ParameterException(spec.commandLine(), "There is no file or folder " + missing.get() + " that can be read.");
        }
        var checked = tool.playbooks().check(paths);
        if (checked.files() == 0) {
            throw new ParameterException(spec.commandLine(), "There is no playbook to check.");
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(new Answer(checked.files(),
                    checked.problems().stream().map(CheckCommand::row).toList())));
        } else {
            checked.problems().forEach(found -> out.println(line(found.source(), found.problem())));
            out.println(summary(checked));
        }
        return checked.problems().isEmpty() ? 0 : 1;
    }

    private static Row row(Found found) {
        var problem = found.problem();
        return new Row(found.source(), problem.line(), problem.column(), problem.path(), problem.message(), problem.suggestion());
    }

    /** The form that editors and terminals make a link of. */
    static String line(String source, Problem problem) {
        return source + ":" + problem.line() + ":" + problem.column() + ": " + (problem.path().isEmpty() ? "" : problem.path() + ": ")
                + problem.message() + (problem.suggestion() == null ? "" : " (did you mean \"" + problem.suggestion() + "\"?)");
    }

    private static String summary(Checked checked) {
        var files = checked.files() + (checked.files() == 1 ? " playbook" : " playbooks");
        var wrong = checked.problems().stream().map(Found::source).distinct().count();
        return checked.problems().isEmpty() ? files + ", no problem."
                : checked.problems().size() + (checked.problems().size() == 1 ? " problem" : " problems") + " in " + wrong + " of " + files + ".";
    }
}
