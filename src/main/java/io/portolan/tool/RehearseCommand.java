package io.portolan.tool;

import io.portolan.playbook.Playbooks;
import io.portolan.rehearsal.ProgressFile;
import io.portolan.rehearsal.RehearsalApplication;
import io.portolan.rehearsal.RehearsalReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Walks a bank's routes without the bank. */
@Command(name = "rehearse", header = "Walks a bank's routes without the bank.",
        description = "Each leg is filled, signed and read as in earnest, and answered by its own signs; nothing is sent. The process runs on a database that"
                + " is thrown away. It proves form, not truth: what the bank really says, only the bank can show.")
final class RehearseCommand implements Callable<Integer> {

    @ParentCommand
    private PlaybookTool tool;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BANK|FILE", arity = "1..*", description = "The id of a packed bank, such as gr-piraeus-bank, or a playbook's file.")
    private List<String> banksOrFiles;

    @Option(names = "--beside", paramLabel = "FOLDER", description = "The playbooks that these lean on, such as that of a hub, where they are not packed.")
    private Path beside;

    @Option(names = "--progress", paramLabel = "FILE", hidden = true, description = "Writes there how far it is, for whoever has started it.")
    private Path progress;

    @Option(names = {"-q", "--quiet"}, description = "Tells only what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        var files = banksOrFiles.stream().filter(RehearseCommand::isFile).map(Path::of).toList();
        if (!files.stream().allMatch(this::isGood)) {
            return 1;
        }
        try (var application = RehearsalApplication.with(withOthers(files))) {
            var wanted = new ArrayList<Playbooks.Versioned>();
            for (var each : banksOrFiles) {
                var bank = Path.of(each).getFileName().toString().replaceFirst("\\.ya?ml$", "");
                wanted.add(application.playbook(bank).filter(found -> !found.isGeneric())
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no playbook of \"" + each + "\".")));
            }
            var reports = application.rehearse(wanted, progress == null ? null : new ProgressFile(progress));
            reports.forEach(this::tell);
            return reports.stream().allMatch(RehearsalReport::isClean) ? 0 : 1;
        }
    }

    private List<Path> withOthers(List<Path> files) throws IOException {
        if (beside == null) {
            return files;
        }
        if (!Files.isDirectory(beside)) {
            throw new ParameterException(spec.commandLine(), "There is no folder \"" + beside + "\".");
        }
        var named = files.stream().map(Path::getFileName).collect(Collectors.toSet());
        try (var others = Files.list(beside)) {
            return Stream.concat(files.stream(), others.filter(each -> each.toString().endsWith(".yaml") && !named.contains(each.getFileName())).sorted()).toList();
        }
    }

    private static boolean isFile(String bankOrFile) {
        return bankOrFile.matches("(?i).*\\.ya?ml|.*[/\\\\].*") || Files.isRegularFile(Path.of(bankOrFile));
    }

    /** What is wrong with a file is told, so that no other version of its bank is walked in its place. */
    private boolean isGood(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file \"" + file + "\".");
        }
        var reading = tool.playbooks().read(file);
        reading.problems().forEach(problem -> spec.commandLine().getErr().println(CheckCommand.line(file.toString(), problem)));
        return reading.playbook().isPresent();
    }

    private void tell(RehearsalReport report) {
        var out = spec.commandLine().getOut();
        out.println(report.bank() + ", version " + report.version().substring(0, 12));
        if (!quiet) {
            table(report, out);
        }
        report.left().forEach(left -> out.println("  not rehearsed: " + left));
        report.findings().forEach(finding -> out.println("  WRONG  " + finding));
        out.println("  " + report.attempts().size() + " signs and answers were tried, " + (report.isClean() ? "and nothing is wrong. Rehearsed is not proven at the bank."
                : report.findings().size() + " things are wrong."));
        out.println();
    }

    /** Each walk whole, under its heading. */
    static void table(RehearsalReport report, PrintWriter out) {
        var walk = "";
        for (var each : report.attempts()) {
            var at = each.route() + ", " + each.services() + (each.walk() == 1 ? "" : ", walk " + each.walk());
            if (!at.equals(walk)) {
                out.println("  " + at);
                walk = at;
            }
            out.println("    " + (each.isAsItShould() ? " " : "!") + " " + each.leg() + ": " + each.shown() + " -> " + each.came().replaceAll("\\s+", " "));
        }
    }
}
