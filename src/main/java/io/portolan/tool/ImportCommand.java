package io.portolan.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.recording.RecordingDraft;
import io.portolan.recording.UnreadableRecording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a draft of a playbook of recordings. */
@Command(name = "import", header = "Makes a draft of a playbook of recordings of Chrome's DevTools.",
        description = {"In the DevTools, open Recorder, record, and export as JSON. Nothing that was typed is written out: what is ours becomes a place, passwords and"
                + " codes become the account's, the rest is left open. What a person has to decide is marked in the draft and listed."})
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private PlaybookTool tool;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The recording, in JSON; of several, each becomes a leg, in their order.")
    private List<Path> files;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write the draft; it must not be there yet.")
    private Path output;

    @Option(names = "--bank", paramLabel = "ID", description = "The id of the bank; without it, the name of the output, or xx-draft.")
    private String bank;

    @Option(names = "--tpp", paramLabel = "FILE|JSON", description = "Our profile, as /api/v1/tpps/{id} gives it, by which what is ours is known.")
    private String tpp;

    @Override
    public Integer call() throws IOException {
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
            }
        }
        if (output != null && (Files.exists(output) || !output.getFileName().toString().endsWith(".yaml"))) {
            throw new ParameterException(spec.commandLine(), output + (Files.exists(output) ? " is there already." : " must end in .yaml."));
        }
        var id = bank != null ? bank : output != null ? output.getFileName().toString().replaceFirst("\\.yaml$", "") : RecordingDraft.NO_BANK;
        if (!id.matches(RecordingDraft.BANK)) {
            throw new ParameterException(spec.commandLine(), "\"" + id + "\" is no id of a bank: ISO 3166 country, hyphen, bank, such as cz-example.");
        }
        var ours = ours();
        var recordings = new ArrayList<InputStream>();
        for (var file : files) {
            recordings.add(new ByteArrayInputStream(RecordingDraft.bytes(file)));
        }
        try {
            var draft = RecordingDraft.of(recordings, ours, id, tool.today(), tool.reader());
            if (output == null) {
                spec.commandLine().getOut().print(draft.yaml());
            } else {
                Files.writeString(output, draft.yaml());
            }
            report(draft);
            return 0;
        } catch (UnreadableRecording e) {
            spec.commandLine().getErr().println(e.in(files.get(e.recording()).toString()));
            return 1;
        }
    }

    private JsonNode ours() throws IOException {
        if (tpp == null) {
            return null;
        }
        var isJson = tpp.strip().startsWith("{");
        if (!isJson && !Files.isRegularFile(Path.of(tpp))) {
            throw new ParameterException(spec.commandLine(), "There is no file " + tpp + ".");
        }
        try {
            return new ObjectMapper().readTree(isJson ? tpp : Files.readString(Path.of(tpp)));
        } catch (JsonProcessingException e) {
            throw new ParameterException(spec.commandLine(), "The profile is no JSON as /api/v1/tpps/{id} gives it.");
        }
    }

    /** What is left to do, each by the line of the draft that it is about. */
    private void report(RecordingDraft draft) {
        var err = spec.commandLine().getErr();
        var name = output == null ? draft.bank() + ".yaml" : output.toString();
        err.println("To decide:");
        draft.decisions().forEach(each -> err.println(name + ":" + each.line() + ": " + each.what()));
        err.println(draft.problems().isEmpty() ? "As it is, it would be read." : "Until then it is not read, since:");
        draft.problems().forEach(problem -> err.println(CheckCommand.line(name, problem)));
    }
}
