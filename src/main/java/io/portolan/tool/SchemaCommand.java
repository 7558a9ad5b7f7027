package io.portolan.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the JSON Schema of playbooks, by which editors complete and check them. */
@Command(name = "schema", header = "Writes the JSON Schema by which editors complete playbooks.",
        description = {"Put it beside the playbooks and begin each with", "  # yaml-language-server: $$schema=playbook.schema.json  (VS Code and others)",
            "  # $$schema: playbook.schema.json  (IntelliJ)"})
final class SchemaCommand implements Callable<Integer> {

    /** What it is called beside playbooks, and in the jar. */
    static final String FILE = "playbook.schema.json";

    @Spec
    private CommandSpec spec;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write it; without it, to the terminal.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        var schema = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        if (output == null) {
            spec.commandLine().getOut().print(schema);
        } else {
            Files.writeString(Files.isDirectory(output) ? output.resolve(FILE) : output, schema);
        }
        return 0;
    }
}
