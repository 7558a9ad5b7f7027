package io.portolan.tool;

import io.portolan.chart.HandDrawnModels;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.PlaybooksOnDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The tools for whoever writes playbooks, as {@code java -jar portolan.jar playbook …}; no server is started. */
@Command(name = "playbook", header = "Tools for whoever writes playbooks.", synopsisSubcommandLabel = "COMMAND",
        subcommands = {CheckCommand.class, ExplainCommand.class, RehearseCommand.class, BpmnCommand.class, ImportCommand.class, SchemaCommand.class}, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something is wrong with a playbook or a recording", "2:the command was not understood"})
public final class PlaybookTool implements Runnable {

    private static final String NAME = "playbook";

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Says how it is used.")
    private boolean help;

    private final Clock clock;
    private PlaybooksOnDisk playbooks;

    private PlaybookTool(Clock clock) {
        this.clock = clock;
    }

    /** Whether these arguments of the program are for the tools. */
    public static boolean isCalled(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Runs a tool by the arguments of the program and gives the exit code. */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
        // without Spring Boot's own start, the log would go to where the answers go
        LoggingSystem.get(PlaybookTool.class.getClassLoader()).beforeInitialize();
        var words = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, words, 0, words.length);
        try {
            return new CommandLine(new PlaybookTool(clock)).setOut(out).setErr(err).setExecutionExceptionHandler(PlaybookTool::told).execute(words);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Not by its message, which may quote what was read. */
    private static int told(Exception e, CommandLine line, CommandLine.ParseResult asked) {
        line.getErr().println(e instanceof IOException || e instanceof UncheckedIOException ? "A file could not be read or written: " + e.getMessage()
                : "This is a fault of Portolan: " + e.getClass().getName() + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is to be done.");
    }

    /** The playbooks that are packed, read once. */
    PlaybooksOnDisk playbooks() {
        if (playbooks == null) {
            playbooks = new PlaybooksOnDisk(reader(), HandDrawnModels::new);
        }
        return playbooks;
    }

    PlaybookReader reader() {
        return new PlaybookReader(clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
