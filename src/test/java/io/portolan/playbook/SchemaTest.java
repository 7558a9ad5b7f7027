package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors make of the schema: nothing that is read is underlined, and mistakes are. */
class SchemaTest {

    static Stream<Path> playbooks() throws IOException {
        var all = Stream.<Path>builder();
        for (var folder : List.of("bank-playbooks", "docs", "src/test/resources/routes")) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(all::add);
            }
        }
        return all.build();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void takesWhatIsRead(Path playbook) throws IOException {
        assertThat(errors(Files.readString(playbook))).isEmpty();
    }

    @Test
    void findsWhatIsNotRead() throws IOException {
        var good = SamplePlaybooks.exampleText();

        assertThat(errors(good.replace("name: Example Bank", "nmae: Example Bank"))).contains(" name is missing", ".nmae is not allowed");
        assertThat(errors(good.replace("kind: live", "kind: alive"))).singleElement().asString().contains("must be one of");
        assertThat(errors(good.replace("by: mail", "by: post"))).anySatisfy(error -> assertThat(error).contains("legs[]"));
        assertThat(errors(good.replace("- open:", "- opne:"))).isNotEmpty();
    }

    @Test
    void isWrittenInWhatAllEditorsRead() throws IOException {
        assertThat(new ObjectMapper().readTree(Path.of("docs/playbook.schema.json").toFile()).path("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
    }

    private static List<String> errors(String yaml) throws IOException {
        return new JsonSchema(new ObjectMapper().readTree(Path.of("docs/playbook.schema.json").toFile())).errors(YamlDocument.of(yaml, new Findings("a.yaml")));
    }
}
